// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.ChangedPart;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.Volume;

/// A slice image that JavaFX shows without a copy. Remembers what it shows, so that of a scene that differs little only
/// the difference is drawn and handed to the screen.
public final class Picture {
    private final SliceImage slice;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;
    private @Nullable Content content; // null: not known
    private PixelBox fresh = PixelBox.NONE; // what JavaFX has not been told of

    /// What decides all pixels: one scene looks different when more of its volume has arrived.
    private record Content(SliceScene scene, SliceRenderer renderer, long arrivals) {}

    Picture(int width, int height) {
        slice = new SliceImage(width, height);
        buffer =
                new PixelBuffer<>(
                        width, height, slice.pixels(), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    SliceImage slice() {
        return slice;
    }

    /// The part that is not yet as this renderer would draw a scene.
    PixelBox stale(SliceScene scene, SliceRenderer renderer, long arrivals) {
        Content now = content;
        boolean known =
                now != null && now.renderer().equals(renderer) && now.arrivals() == arrivals;
        return now != null && known
                ? ChangedPart.between(now.scene(), scene)
                : PixelBox.of(scene.raster());
    }

    /// A part has been drawn, after which all is as a scene wants it.
    void drawn(SliceScene scene, SliceRenderer renderer, long arrivals, PixelBox part) {
        content = new Content(scene, renderer, arrivals);
        fresh = fresh.union(part);
    }

    /// All of it has been drawn, or nobody knows what: the next scene is drawn whole. Keeps no volume.
    void forget() {
        content = null;
        fresh = new PixelBox(0, 0, width(), height());
    }

    /// Lets go of every volume but this one.
    public void keepOnly(@Nullable Volume volume) {
        Content now = content;
        if (now != null && !now.scene().volume().equals(volume)) {
            forget();
        }
    }

    public int width() {
        return slice.width();
    }

    public int height() {
        return slice.height();
    }

    /// FX thread: the image, after telling JavaFX which of its pixels are new.
    public WritableImage renewed() {
        PixelBox told = fresh;
        fresh = PixelBox.NONE;
        buffer.updateBuffer(
                _ ->
                        told.isEmpty()
                                ? Rectangle2D.EMPTY
                                : new Rectangle2D(
                                        told.left(), told.top(), told.width(), told.height()));
        return image;
    }
}
