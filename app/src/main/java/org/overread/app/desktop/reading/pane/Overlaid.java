// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Cursor;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// Two panes at one place: parted by a line that a hand moves, or in turns. FX thread.
final class Overlaid extends StackPane {
    private static final Duration TURN = Duration.millis(700);
    private static final double GRIP = 12;
    private static final double STEP = 0.02;

    private final PaneView above;
    private final Timeline turns = new Timeline(new KeyFrame(TURN, _ -> flip()));
    private double part = 0.5;
    private boolean second;
    private Runnable onTurn = () -> {};

    private Overlaid(PaneView above) {
        this.above = above;
        setMinSize(0, 0);
    }

    /// The first on the left of a line, the second on its right.
    static Overlaid swiped(PaneView left, PaneView right) {
        var both = new Overlaid(right);
        var window = new StackPane(right);
        var clip = new Rectangle();
        window.setClip(clip);
        var line = new Region();
        line.getStyleClass().add("swipe-line");
        line.setCursor(Cursor.H_RESIZE);
        line.setManaged(false);
        line.setFocusTraversable(true);
        line.setAccessibleText("The line between the two pictures: left and right move it");
        var grip = new Pane(line);
        grip.setPickOnBounds(false);
        both.getChildren().setAll(left, window, grip);
        Runnable place =
                () -> {
                    double x = Math.rint(both.getWidth() * both.part);
                    clip.setX(x);
                    clip.setWidth(Math.max(0, both.getWidth() - x));
                    clip.setHeight(both.getHeight());
                    line.resizeRelocate(x - GRIP / 2, 0, GRIP, both.getHeight());
                };
        both.widthProperty().subscribe(_ -> place.run());
        both.heightProperty().subscribe(_ -> place.run());
        line.setOnMouseDragged(
                event -> {
                    double x = both.sceneToLocal(event.getSceneX(), 0).getX();
                    both.partAt(x / Math.max(1, both.getWidth()));
                    place.run();
                    event.consume();
                });
        line.setOnMousePressed(
                event -> {
                    line.requestFocus();
                    event.consume();
                });
        line.setOnKeyPressed(
                event -> {
                    double step =
                            switch (event.getCode()) {
                                case LEFT -> -STEP;
                                case RIGHT -> STEP;
                                default -> 0;
                            };
                    if (step != 0) {
                        both.partAt(both.part + step);
                        place.run();
                        event.consume();
                    }
                });
        return both;
    }

    private void partAt(double share) {
        part = Math.clamp(share, 0.02, 0.98);
    }

    /// Both in turns, for as long as they are on the screen.
    static Overlaid blinking(PaneView first, PaneView second) {
        var both = new Overlaid(second);
        both.getChildren().setAll(first, second);
        both.turns.setCycleCount(Animation.INDEFINITE);
        both.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                both.turns.stop();
                            } else {
                                both.turns.play();
                            }
                        });
        both.show(false);
        return both;
    }

    /// Whether the pictures take turns.
    boolean turns() {
        return turns.getStatus() == Animation.Status.RUNNING;
    }

    /// Whether the second picture is the one to be seen.
    boolean showsSecond() {
        return second;
    }

    /// The other picture. Neither is made invisible, which would take the keyboard from it.
    private void flip() {
        show(!second);
    }

    private void show(boolean newSecond) {
        second = newSecond;
        above.setOpacity(second ? 1 : 0);
        above.setMouseTransparent(!second);
        onTurn.run();
    }

    void onTurn(Runnable newListener) {
        onTurn = newListener;
        newListener.run();
    }

    /// Leaves both panes as they were.
    void dissolve() {
        turns.stop();
        getChildren().clear();
        above.setOpacity(1);
        above.setMouseTransparent(false);
    }
}
