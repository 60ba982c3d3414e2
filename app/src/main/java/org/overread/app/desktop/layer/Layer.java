// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.layer;

import java.util.HashSet;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Lies over the whole window and shows one card at a time above a scrim. FX thread.
///
/// While a card is open no key reaches the window below; Esc or a click beside the card closes it, and the keyboard
/// goes back to where it was.
public final class Layer extends StackPane {
    /// Where on the window a card lies.
    public enum Place {
        TOP,
        MIDDLE
    }

    private static final PseudoClass CLEAR = PseudoClass.getPseudoClass("clear");
    private static final double EDGE = 8;

    private final Set<Node> standing = new HashSet<>();
    private @Nullable Node before;
    private @Nullable Region card;

    public Layer() {
        getStyleClass().add("ov-scrim");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressOutside);
    }

    /// Shows a card in place of what was open; `first` gets the keyboard.
    public void show(Region newCard, Place place, Node first) {
        setAlignment(newCard, place == Place.TOP ? Pos.TOP_CENTER : Pos.CENTER);
        setMargin(newCard, new Insets(place == Place.TOP ? 64 : 24, 24, 24, 24));
        pseudoClassStateChanged(CLEAR, false);
        show(newCard, first);
    }

    /// The same without a scrim, for a card that changes what lies below. Its lower left corner is at `left` and
    /// `bottom`, counted from the upper left, or further to the left where it would not fit.
    public void showBeside(Region newCard, double left, double bottom, Node first) {
        pseudoClassStateChanged(CLEAR, true);
        show(newCard, first);
        newCard.applyCss();
        double x = Math.min(left, getWidth() - newCard.prefWidth(-1) - EDGE);
        setAlignment(newCard, Pos.BOTTOM_LEFT);
        setMargin(newCard, new Insets(EDGE, 0, getHeight() - bottom, Math.max(EDGE, x)));
    }

    /// The same with its upper left corner at `left` and `top`, or as near to that as it fits.
    public void showBelow(Region newCard, double left, double top, Node first) {
        pseudoClassStateChanged(CLEAR, true);
        show(newCard, first);
        newCard.applyCss();
        double x = Math.min(left, getWidth() - newCard.prefWidth(-1) - EDGE);
        double y = Math.min(top, getHeight() - newCard.prefHeight(-1) - EDGE);
        setAlignment(newCard, Pos.TOP_LEFT);
        setMargin(newCard, new Insets(Math.max(EDGE, y), 0, 0, Math.max(EDGE, x)));
    }

    private void show(Region newCard, Node first) {
        Scene scene = getScene();
        if (!isVisible() && scene != null) {
            before = scene.getFocusOwner();
        }
        card = newCard;
        newCard.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        clear();
        if (!getChildren().contains(newCard)) {
            getChildren().add(newCard);
        }
        newCard.setVisible(true);
        setVisible(true);
        first.requestFocus();
    }

    /// Takes in, unseen, a card that is opened again and again, so that it is there at once.
    public void standBy(Region staying) {
        standing.add(staying);
        if (!getChildren().contains(staying)) {
            staying.setVisible(false);
            getChildren().add(staying);
        }
    }

    private void clear() {
        getChildren().removeIf(node -> !standing.contains(node));
        standing.forEach(node -> node.setVisible(false));
    }

    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        clear();
        card = null;
        if (before != null) {
            before.requestFocus();
        }
        before = null;
    }

    public boolean shows(Region asked) {
        return asked.equals(card);
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        }
        if (event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }

    private void pressOutside(MouseEvent event) {
        if (event.getTarget() == this) {
            close();
            event.consume();
        }
    }
}
