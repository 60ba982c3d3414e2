// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.Objects;
import java.util.OptionalLong;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.picture.HalfScene;
import org.overread.app.desktop.reading.picture.Picture;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.app.desktop.reading.picture.Pictures;
import org.overread.viewer.slice.ChangedPart;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.Volume;

/// The picture of a pane, drawn at the pixels of the screen. Shows the newest that is done; asks for the next without
/// waiting for it. FX thread.
final class PictureLayer extends ImageView {
    /// Sides are rounded up to this many pixels, so that a pane that is being resized keeps its buffers.
    private static final int GRAIN = 32;

    /// After this long without a change a coarse picture is drawn again in full.
    private static final Duration REST = Duration.millis(60);

    /// Of all pixels, what is drawn in full however much else moves.
    private static final double LITTLE = 0.25;

    private final PictureQueue queue;
    private final Pictures pictures = new Pictures();
    private final PauseTransition rest = new PauseTransition(REST);
    private final ReadOnlyBooleanWrapper broken = new ReadOnlyBooleanWrapper();
    private @Nullable PaneState wanted;
    private @Nullable Picture shown;
    private PictureQueue.@Nullable Request newest;
    private PictureQueue.@Nullable Request answered;
    private double outputScale = 1;
    private boolean awake;

    PictureLayer(PictureQueue queue) {
        this.queue = queue;
        setManaged(false);
        setMouseTransparent(true);
        setSmooth(false);
        rest.setOnFinished(_ -> request(1));
    }

    /// Whether the newest picture could not be drawn.
    ReadOnlyBooleanProperty broken() {
        return broken.getReadOnlyProperty();
    }

    /// Whether the screen shows what was asked for last, be it coarse.
    boolean isCurrent() {
        return Objects.equals(newest, answered);
    }

    /// Whether the screen shows what was asked for last, every pixel of it.
    boolean isSettled() {
        return Objects.equals(newest, answered) && (newest == null || newest.coarseness() == 1);
    }

    boolean isAwake() {
        return awake;
    }

    /// How many pixels of the screen a logical pixel has a side.
    void outputScale(double scale) {
        if (scale != outputScale) {
            outputScale = scale;
            request(1);
        }
    }

    /// Whether the pane is on the screen; one that is not asks for no pictures.
    void awake(boolean onScreen) {
        if (onScreen == awake) {
            return;
        }
        awake = onScreen;
        rest.stop();
        if (onScreen) {
            request(1);
        } else {
            queue.withdraw(pictures);
        }
    }

    void show(@Nullable PaneState state) {
        PaneState before = wanted;
        wanted = state;
        if (before != null && (state == null || !before.volume().equals(state.volume()))) {
            pictures.forget();
        }
        if (state == null) {
            rest.stop();
            queue.withdraw(pictures);
            newest = null;
            answered = null;
            replace(null);
            return;
        }
        if (before != null && before.arrived() == state.arrived() && differsLittle(state)) {
            return;
        }
        int coarseness = queue.pace().coarseness(pictures, System.nanoTime());
        request(coarseness);
        if (coarseness > 1) {
            rest.playFromStart();
        } else {
            rest.stop();
        }
    }

    /// What differs little from the full picture that was asked for last is asked for in full, and what does not differ is
    /// not asked for: a stroke costs what it changes, in as many panes as see it.
    private boolean differsLittle(PaneState state) {
        PictureQueue.Request last = newest;
        if (last == null || last.coarseness() > 1 || !awake || broken.get()) {
            return false;
        }
        SliceScene scene = scene(state, 1);
        PixelBox part = ChangedPart.between(last.scene(), scene);
        if (part.pixels() > LITTLE * PixelBox.of(scene.raster()).pixels()) {
            return false;
        }
        if (!part.isEmpty()) {
            request(scene, 1);
        }
        return true;
    }

    private void request(int coarseness) {
        PaneState state = wanted;
        if (state == null || !awake) {
            return;
        }
        request(scene(state, coarseness), coarseness);
    }

    private SliceScene scene(PaneState state, int coarseness) {
        int columns = grains(state.width() * outputScale) / coarseness;
        int rows = grains(state.height() * outputScale) / coarseness;
        return state.scene(columns, rows, coarseness / outputScale);
    }

    private void request(SliceScene scene, int coarseness) {
        newest =
                new PictureQueue.Request(
                        coarseness == 1 ? scene : HalfScene.of(scene),
                        coarseness,
                        pictures,
                        new Asked(this, outputScale));
        queue.submit(newest);
    }

    private static int grains(double pixels) {
        return (int) Math.ceil(pixels / GRAIN) * GRAIN;
    }

    /// A request remembers the scale that it was made for: the display's may be another when the answer comes.
    private record Asked(PictureLayer layer, double scale) implements PictureQueue.Receiver {
        @Override
        public void drawn(Picture picture, PictureQueue.Request request, OptionalLong nanos) {
            layer.drawn(picture, request, nanos, scale);
        }

        @Override
        public void notDrawn(PictureQueue.Request request) {
            layer.notDrawn(request);
        }
    }

    private void drawn(
            Picture picture, PictureQueue.Request request, OptionalLong nanos, double scale) {
        nanos.ifPresent(cost -> queue.pace().rendered(pictures, request.coarseness(), cost));
        if (!isOf(request.scene().volume())) {
            return; // it would keep that volume
        }
        answered = request;
        broken.set(false);
        setFitWidth(picture.width() / scale);
        setFitHeight(picture.height() / scale);
        replace(picture);
    }

    private void notDrawn(PictureQueue.Request request) {
        if (request.equals(newest)) {
            answered = request;
            replace(null);
            broken.set(true);
        }
    }

    private boolean isOf(Volume volume) {
        return wanted != null && wanted.volume().id().equals(volume.id());
    }

    private void replace(@Nullable Picture next) {
        Picture before = shown;
        shown = next;
        setImage(next == null ? null : next.renewed());
        if (before != null) {
            retire(before);
        }
    }

    /// The screen may still be reading the old picture until the next pulse has begun.
    private void retire(Picture picture) {
        Scene scene = getScene();
        if (scene == null) {
            giveBack(picture);
            return;
        }
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        giveBack(picture);
                    }
                });
        Platform.requestNextPulse();
    }

    private void giveBack(Picture picture) {
        PaneState state = wanted;
        picture.keepOnly(state == null ? null : state.volume());
        pictures.giveBack(picture);
    }
}
