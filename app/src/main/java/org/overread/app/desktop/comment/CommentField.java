// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.comment;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.overread.app.desktop.control.KeyCap;
import org.overread.app.finding.PinnedComments;

/// A bar over the pictures in which a comment is written: Enter keeps it, Esc leaves everything as it was, and so does
/// going elsewhere. FX thread.
public final class CommentField extends HBox {
    private static final double WIDE = 320;

    private final TextField words = new TextField();
    private final Label enter = new Label("keep");
    private final Runnable back;
    private Consumer<String> then = _ -> {};

    /// `back` gives the keyboard to where it was.
    public CommentField(Runnable back) {
        this.back = back;
        getStyleClass().addAll("ov-card", "ov-rating");
        setId("comment");
        setAlignment(Pos.CENTER);
        setSpacing(8);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        words.setPrefWidth(WIDE);
        words.setPromptText("Comment at the cursor");
        words.setAccessibleText("Comment at the cursor");
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        words.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                setVisible(false);
                            }
                        });
        getChildren()
                .addAll(words, new KeyCap("Enter"), enter, new KeyCap("Esc"), new Label("leave"));
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /// Asks for the words in place of these, which may be none; `then` gets them without room around them. No words take
    /// away what stood there.
    public void ask(String before, Consumer<String> then) {
        this.then = then;
        enter.setText(before.isEmpty() ? "keep" : "keep; empty removes it");
        words.setText(before);
        setVisible(true);
        words.requestFocus();
        words.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            String said = words.getText().strip();
            Consumer<String> next = then;
            leave();
            next.accept(said.substring(0, Math.min(said.length(), PinnedComments.LONGEST)));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        }
    }

    private void leave() {
        setVisible(false);
        back.run();
    }
}
