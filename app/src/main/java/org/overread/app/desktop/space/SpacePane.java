// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.control.ByParts;
import org.overread.app.desktop.control.HeldBack;
import org.overread.app.desktop.reading.pane.PaneContent;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.space.SpaceDrawing;
import org.overread.viewer.space.SpaceRenderer;
import org.overread.viewer.space.SpaceScene;
import org.overread.viewer.volume.PatientPoint;

/// The body in three dimensions in its place of the layout: coarser while it moves, at rest better and better until
/// every pixel has been looked at. FX thread.
public final class SpacePane extends StackPane implements PaneContent, ByParts, AutoCloseable {
    private static final int FEW_PARTS = 3;
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final Duration REST = Duration.millis(30);
    private static final double EDGE = 2;
    private static final Dimension2D NO_SIZE = new Dimension2D(0, 0);

    private final SpaceModel model;
    private final SpaceQueue queue;
    private final Executor compute;
    private final Executor ui;
    private final ImageView picture = new ImageView();
    private final SpaceOverlay overlay;
    private final HeldBack parts;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Rectangle focusEdge = new Rectangle();
    private final SpacePace paces = new SpacePace();
    private final BooleanBinding onScreen =
            Bindings.createBooleanBinding(
                    () -> getScene() != null && isVisible(), sceneProperty(), visibleProperty());
    private Dimension2D laidOut = NO_SIZE;
    private int asked;
    private int drawn = -1;
    private boolean whole;
    private boolean sharp;

    public SpacePane(SpaceModel model, SpaceRenderer renderer, Executor compute, Executor ui) {
        this.model = model;
        this.compute = compute;
        this.ui = ui;
        queue = new SpaceQueue(renderer, ui);
        overlay = new SpaceOverlay(model);
        parts = new HeldBack(overlay.getChildren(), FEW_PARTS);
        getStyleClass().addAll("pane", "space-pane");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleText(title());
        setCursor(Cursor.OPEN_HAND);
        setAlignment(Pos.TOP_LEFT);
        picture.setManaged(false);
        picture.setMouseTransparent(true);
        focusEdge.setManaged(false);
        focusEdge.setMouseTransparent(true);
        focusEdge.getStyleClass().add("focus-edge");
        focusEdge.setHeight(EDGE);
        focusEdge.widthProperty().bind(widthProperty());
        getChildren().addAll(picture, overlay, focusEdge);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        focusedProperty()
                .subscribe(
                        focused -> {
                            pseudoClassStateChanged(ACTIVE, focused);
                            focusEdge.setVisible(focused);
                        });
        rest.setOnFinished(_ -> draw(SpaceScene.Pace.SHARP, 1));
        model.changes().subscribe(_ -> moved());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe(_ -> moved());
        onScreen.subscribe(
                shown -> {
                    parts.letGo();
                    model.want(shown);
                    laidOut = NO_SIZE;
                    requestLayout();
                });
        new SpaceHands(model, this, this::pick).listen();
    }

    /// What comes onto the screen is drawn when it has its size, and once for both sides. Unseen, only what stands over
    /// the picture takes its place, which takes long for the first time.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var size = new Dimension2D(getWidth(), getHeight());
        if (size.equals(laidOut)) {
            return;
        }
        laidOut = size;
        if (isOnScreen()) {
            moved();
        } else {
            overlay.show(getWidth(), getHeight());
        }
    }

    @Override
    public String title() {
        return "3D";
    }

    @Override
    public HeldBack parts() {
        return parts;
    }

    @Override
    public Region region() {
        return this;
    }

    @Override
    public boolean isSettled() {
        return model.state().get() instanceof SpaceModel.State.Ready
                ? whole && drawn == asked
                : !(model.state().get() instanceof SpaceModel.State.Preparing);
    }

    /// Whether the picture that is asked for is on the screen with all that one can see of it.
    public boolean isSharp() {
        return sharp && drawn == asked;
    }

    public SpaceModel model() {
        return model;
    }

    /// Whether a person can see the pane now.
    public boolean isOnScreen() {
        return onScreen.get();
    }

    /// What is on the screen now; for screenshots and tests.
    public @Nullable Image shownImage() {
        return picture.getImage();
    }

    private void moved() {
        asked++;
        if (!isOnScreen()) {
            return;
        }
        overlay.show(getWidth(), getHeight());
        if (getScene().getWindow() == null || getWidth() < 2 || getHeight() < 2) {
            return;
        }
        draw(SpaceScene.Pace.MOVING, paces.coarseness());
        rest.playFromStart();
    }

    private void draw(SpaceScene.Pace pace, int coarse) {
        double scale = getScene() == null ? 1 : getScene().getWindow().getRenderScaleX();
        double density = scale / coarse;
        int number = asked;
        Optional<SpaceScene> scene = model.scene(getWidth(), getHeight(), density, pace);
        if (scene.isEmpty()) {
            picture.setImage(null);
            drawn = number;
            return;
        }
        queue.submit(
                new SpaceQueue.Request(
                        scene.get(),
                        new SpaceQueue.Receiver() {
                            @Override
                            public void moving(SliceImage image, long nanos) {
                                paces.rendered(coarse, nanos);
                                show(image, number, Optional.empty(), 1 / density);
                            }

                            @Override
                            public void resting(SliceImage image, SpaceDrawing.Turn turn) {
                                show(image, number, Optional.of(turn), 1 / density);
                            }

                            @Override
                            public void failed() {
                                overlay.fail();
                                drawn = number;
                                whole = true;
                            }
                        }));
    }

    private void show(
            SliceImage image, int number, Optional<SpaceDrawing.Turn> turn, double pixel) {
        if (number < drawn) {
            return;
        }
        drawn = number;
        whole = turn.filter(SpaceDrawing.Turn.WHOLE::equals).isPresent();
        sharp = whole || turn.filter(SpaceDrawing.Turn.SHARP::equals).isPresent();
        var buffer =
                new PixelBuffer<IntBuffer>(
                        image.width(),
                        image.height(),
                        image.pixels(),
                        PixelFormat.getIntArgbPreInstance());
        picture.setSmooth(!sharp);
        picture.setFitWidth(image.width() * pixel);
        picture.setFitHeight(image.height() * pixel);
        picture.setImage(new WritableImage(buffer));
    }

    /// What lies under a point of the pane, logical pixels: the cursor goes there, if there is something.
    private void pick(double x, double y) {
        model.scene(getWidth(), getHeight(), 1, SpaceScene.Pace.SHARP)
                .ifPresent(
                        scene ->
                                compute.execute(
                                        () -> {
                                            Optional<PatientPoint> hit =
                                                    SpaceRenderer.pick(
                                                            scene,
                                                            (int) Math.rint(x - 0.5),
                                                            (int) Math.rint(y - 0.5));
                                            ui.execute(() -> hit.ifPresent(model::pointAt));
                                        }));
    }

    @Override
    public void close() {
        queue.close();
    }
}
