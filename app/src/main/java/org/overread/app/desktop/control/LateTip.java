// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A tip that is made when the mouse first comes: each is a window with a scene of its own, which costs more than the row
/// or the button that it tells of, and most of them nobody ever sees. FX thread.
public final class LateTip implements EventHandler<MouseEvent> {
    private final Node node;
    private final Consumer<Tooltip> dress;
    private String words = "";
    private @Nullable Tooltip tip;

    private LateTip(Node node, Consumer<Tooltip> dress) {
        this.node = node;
        this.dress = dress;
    }

    /// What the node's tip says from now on; where that is nothing, it has none.
    public static void say(Node node, String words) {
        say(node, words, _ -> {});
    }

    /// The node's tip says what `words` does, always.
    public static void follow(Node node, ObservableValue<String> words) {
        words.subscribe(now -> say(node, now));
    }

    /// The same of a tip that `dress` makes different from others before it is first shown.
    public static void say(Node node, String words, Consumer<Tooltip> dress) {
        if (node.getProperties().get(LateTip.class) instanceof LateTip known) {
            known.say(words);
            return;
        }
        var late = new LateTip(node, dress);
        late.say(words);
        node.getProperties().put(LateTip.class, late);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, late);
    }

    private void say(String newWords) {
        words = newWords;
        if (tip != null && words.isEmpty()) {
            Tooltip.uninstall(node, tip);
            tip = null;
        } else if (tip != null) {
            tip.setText(newWords);
        }
    }

    @Override
    public void handle(MouseEvent entered) {
        if (tip == null && !words.isEmpty()) {
            tip = new Tooltip(words);
            dress.accept(tip);
            Tooltip.install(node, tip);
        }
    }
}
