// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.Objects;
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
import org.overread.viewer.volume.Volume;

/// The picture of a pane, drawn at the pixels of the screen. Shows the newest that is done; asks for the next without
/// waiting for it. FX thread.
final class PictureLayer extends ImageView {
    /// Sides are rounded up to this many pixels, so that a pane that is being resized keeps its buffers.
    private static final int GRAIN = 32;

    /// After this long without a change a coarse picture is drawn again in full.
    private static final Duration REST = Duration.millis(60);

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

    /// How many pixels of the screen a logical pixel has a side.
    void outputScale(double scale) {
        if (scale != outputScale) {
            outputScale = scale;
            request(1);
        }
    }

    /// Whether the pane is on the screen; one that is not asks for no pictures.
    void awake(boolean onScreen) {
        awake = onScreen;
        if (onScreen) {
            request(1);
        } else {
            queue.withdraw(pictures);
        }
    }

    void show(@Nullable PaneState state) {
        wanted = state;
        if (state == null) {
            rest.stop();
            queue.withdraw(pictures);
            newest = null;
            answered = null;
            replace(null);
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

    private void request(int coarseness) {
        PaneState state = wanted;
        if (state == null || !awake) {
            return;
        }
        int columns = grains(state.width() * outputScale) / coarseness;
        int rows = grains(state.height() * outputScale) / coarseness;
        var scene = state.scene(columns, rows, coarseness / outputScale);
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
        public void drawn(Picture picture, PictureQueue.Request request, long nanos) {
            layer.drawn(picture, request, nanos, scale);
        }

        @Override
        public void notDrawn(PictureQueue.Request request) {
            layer.notDrawn(request);
        }
    }

    private void drawn(Picture picture, PictureQueue.Request request, long nanos, double scale) {
        queue.pace().rendered(pictures, request.coarseness(), nanos);
        if (!isOf(request.scene().volume())) {
            pictures.giveBack(picture);
            return;
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
            pictures.giveBack(picture);
            return;
        }
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        pictures.giveBack(picture);
                    }
                });
        Platform.requestNextPulse();
    }
}
