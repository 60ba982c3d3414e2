// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.along;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.curve.StraightPicture;
import org.overread.viewer.work.CancelToken;

/// Draws straightened pictures off the FX thread; a newer one takes the place of the one before. FX thread.
final class AlongQueue {
    private final Executor compute;
    private final Executor ui;
    private CancelToken drawing = new CancelToken();
    private boolean settled = true;

    AlongQueue(Executor compute, Executor ui) {
        this.compute = compute;
        this.ui = ui;
    }

    /// `receiver` gets the picture on the FX thread, unless another one was asked for meanwhile.
    void draw(StraightPicture picture, SliceScene like, Consumer<SliceImage> receiver) {
        stop();
        var cancel = new CancelToken();
        drawing = cancel;
        settled = false;
        compute.execute(
                () -> {
                    var image = new SliceImage(picture.width(), picture.height());
                    // slabs across a curve are never the same twice: nothing of them is kept
                    var renderer = new CpuSliceRenderer(Runnable::run, 1, 0);
                    if (picture.draw(like, renderer, image, cancel)) {
                        ui.execute(
                                () -> {
                                    if (!cancel.isCancelled()) {
                                        settled = true;
                                        receiver.accept(image);
                                    }
                                });
                    }
                });
    }

    void stop() {
        drawing.cancel();
    }

    boolean isSettled() {
        return settled;
    }
}
