// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// One stroke of a ball along the line in which all planes of the panes meet, and when its moments were seen. Each moment
/// writes voxels that every pane has to show; a picture tells by its labels which moment it shows.
///
/// Hand and arrivals on the FX thread; the renderer tells on its own which pictures it draws.
final class TrialStroke {
    static final int SIDE = 512;
    static final int NARROW = SIDE - 32;
    static final int PER_SECOND = 60;
    static final int MOMENTS = 240;
    static final int PANES = 4;

    private static final int RADIUS = 10; // voxels
    private static final int MARGIN = 2 * RADIUS;
    private static final Shown NOTHING = new Shown(-1);

    private final Function<Mask, List<Overlay>> overlays;
    private final GridSize size;
    private final IdentityHashMap<BitBlocks, Shown> moments =
            new IdentityHashMap<>(); // guarded by itself
    private final long[] written = new long[MOMENTS];
    private final long[][] seen = new long[PANES][MOMENTS];
    private final int[] answered = new int[PANES];
    private final List<Queue<Shown>> drawn = new ArrayList<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private Mask mask;
    private int count;

    /// Which moment voxels, or a picture of them, show.
    private record Shown(int moment) {}

    /// `overlays` is what is to be shown with the stroke's voxels in it; a new object each time.
    TrialStroke(Volume volume, Function<Mask, List<Overlay>> overlays) {
        this.overlays = overlays;
        size = volume.geometry().size();
        mask = Mask.empty(size);
        for (int pane = 0; pane < PANES; pane++) {
            drawn.add(new ConcurrentLinkedQueue<>());
        }
        Arrays.fill(answered, -1);
    }

    /// Writes the next voxels; what is to be shown from now on. `asked` is when the hand moved.
    List<Overlay> next(long asked) {
        MaskEdit edit = mask.edit();
        int i = size.i() / 2;
        int j = MARGIN + count * (size.j() - 2 * MARGIN) / MOMENTS; // new voxels each time
        int k = size.k() / 2;
        for (int dk = -RADIUS; dk <= RADIUS; dk++) {
            for (int dj = -RADIUS; dj <= RADIUS; dj++) {
                int left = RADIUS * RADIUS - dj * dj - dk * dk;
                if (left >= 0) {
                    int half = (int) Math.sqrt(left);
                    edit.fill(new VoxelBox(i - half, j + dj, k + dk, i + half, j + dj, k + dk));
                }
            }
        }
        mask = edit.mask();
        List<Overlay> shown = overlays.apply(mask);
        synchronized (moments) {
            moments.put(mask, new Shown(count));
        }
        written[count] = asked;
        count++;
        return shown;
    }

    boolean isOver() {
        return count == MOMENTS;
    }

    /// Completes when all panes show the last moment.
    CompletableFuture<Void> over() {
        return over;
    }

    /// Tells which moment each picture of a pane shows, then draws it.
    SliceRenderer watched(SliceRenderer renderer) {
        return new SliceRenderer() {
            @Override
            public String name() {
                return renderer.name();
            }

            @Override
            public void render(SliceScene scene, SliceImage target) {
                renderer.render(scene, target);
                drawn.get(pane(scene)).add(momentOf(scene));
            }

            @Override
            public void render(SliceScene scene, SliceImage target, PixelBox part) {
                renderer.render(scene, target, part);
                drawn.get(pane(scene)).add(momentOf(scene));
            }

            @Override
            public float[] sample(SliceScene scene) {
                return renderer.sample(scene);
            }

            @Override
            public void forget(Volume volume) {
                renderer.forget(volume);
            }

            @Override
            public void close() {
                renderer.close();
            }
        };
    }

    /// As the panes are numbered: axial and sagittal of one reading, then of the other, whose panes are narrower.
    private static int pane(SliceScene scene) {
        int width = scene.raster().width();
        int reading = width == NARROW || width == NARROW / 2 ? 2 : 0;
        return reading + (Math.abs(scene.plane().normal().z()) > 0.5 ? 0 : 1);
    }

    private Shown momentOf(SliceScene scene) {
        synchronized (moments) {
            return scene.overlays().stream()
                    .filter(Labels.class::isInstance)
                    .flatMap(labels -> ((Labels) labels).labels().stream())
                    .map(label -> moments.getOrDefault(label.bits(), NOTHING))
                    .filter(shown -> shown.moment() >= 0)
                    .findFirst()
                    .orElse(NOTHING);
        }
    }

    /// A pane shows the newest picture that was drawn of it. One that is drawn between its end and this moment counts
    /// early, by less than a picture.
    void arrived(int pane, long now) {
        Shown picture = NOTHING;
        for (Shown one = drawn.get(pane).poll(); one != null; one = drawn.get(pane).poll()) {
            picture = one;
        }
        for (int n = answered[pane] + 1; n <= picture.moment(); n++) {
            seen[pane][n] = now;
        }
        answered[pane] = Math.max(answered[pane], picture.moment());
        if (Arrays.stream(answered).allMatch(n -> n == MOMENTS - 1)) {
            over.complete(null);
        }
    }

    /// Which moment each pane has come to; counted from 0.
    String progress() {
        return Arrays.toString(answered);
    }

    /// Milliseconds from voxels written to the picture in all panes: half, and 95 %, of the moments.
    List<Double> result() {
        var milliseconds = new double[MOMENTS];
        for (int n = 0; n < MOMENTS; n++) {
            long last = 0;
            for (long[] ofPane : seen) {
                last = Math.max(last, ofPane[n]);
            }
            milliseconds[n] = (last - written[n]) / 1e6;
        }
        Arrays.sort(milliseconds);
        return List.of(milliseconds[MOMENTS / 2], milliseconds[(int) (MOMENTS * 0.95)]);
    }
}
