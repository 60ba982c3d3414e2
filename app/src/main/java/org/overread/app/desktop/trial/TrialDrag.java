// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;

/// One drag of the cursor and when its moments were seen. The cursor goes a little to the left, back and up with each
/// moment, so that all three planes move and each picture tells by its plane which moment it shows.
///
/// Hand and arrivals on the FX thread; the renderer tells on its own which pictures it draws.
final class TrialDrag {
    static final int SIDE = 768;
    static final int PER_SECOND = 60;
    static final int MOMENTS = 240;

    private static final double STEP_MM = 0.35;
    private static final int PANES = 3;

    private final PatientPoint start;
    private final long[] moved = new long[MOMENTS];
    private final List<long[]> seen = new ArrayList<>();
    private final int[] answered = new int[PANES];
    private final boolean[] sharp = new boolean[PANES];
    private final List<Queue<Drawn>> drawn = new ArrayList<>();
    private final CompletableFuture<Long> settled = new CompletableFuture<>();
    private int moments;
    private int pictures;

    /// Which moment a picture shows, and whether every pixel of it.
    private record Drawn(int moment, boolean isSharp) {}

    TrialDrag(Volume volume) {
        start = volume.geometry().center().plus(along().times(-STEP_MM * MOMENTS / 2));
        for (int pane = 0; pane < PANES; pane++) {
            seen.add(new long[MOMENTS]);
            drawn.add(new ConcurrentLinkedQueue<>());
        }
        Arrays.fill(answered, -1);
    }

    private static PatientVector along() {
        return new PatientVector(1, 1, 1);
    }

    /// Where the cursor is at the next moment, which begins now; `asked` is when the hand moved.
    PatientPoint next(long asked) {
        PatientPoint at = start.plus(along().times(STEP_MM * moments));
        Arrays.fill(sharp, false);
        moved[moments] = asked;
        moments++;
        return at;
    }

    boolean isOver() {
        return moments == MOMENTS;
    }

    /// Completes at the time at which all panes show the last moment, every pixel of it.
    CompletableFuture<Long> settled() {
        return settled;
    }

    /// Tells which moment each picture shows, then draws it.
    SliceRenderer watched(SliceRenderer renderer) {
        return new SliceRenderer() {
            @Override
            public String name() {
                return renderer.name();
            }

            @Override
            public void render(SliceScene scene, SliceImage target) {
                renderer.render(scene, target);
                PatientVector normal = scene.plane().normal();
                double depth = scene.plane().center().from(start).dot(normal);
                double moment = depth / along().dot(normal) / STEP_MM;
                boolean isSharp = scene.raster().width() >= SIDE;
                drawn.get(pane(normal)).add(new Drawn((int) Math.round(moment), isSharp));
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

    /// As the reading's panes are numbered: axial, sagittal, coronal.
    private static int pane(PatientVector normal) {
        if (Math.abs(normal.z()) > 0.5) {
            return 0;
        }
        return Math.abs(normal.x()) > 0.5 ? 1 : 2;
    }

    /// A pane shows its next picture.
    void arrived(int pane, long now) {
        Drawn shown = drawn.get(pane).poll();
        if (shown == null || moments == 0) {
            return;
        }
        int moment = shown.moment();
        pictures++;
        for (int n = answered[pane] + 1; n <= Math.min(moment, moments - 1); n++) {
            seen.get(pane)[n] = now;
        }
        answered[pane] = Math.max(answered[pane], moment);
        sharp[pane] = moment == moments - 1 && shown.isSharp();
        if (isOver() && sharp[0] && sharp[1] && sharp[2]) {
            settled.complete(now);
        }
    }

    /// Milliseconds from hand to picture, half and 95 % of the moments; from rest to sharp; and pictures drawn in percent
    /// of those that the hand could have had.
    List<Double> result(long settledAt) {
        double[] milliseconds = new double[MOMENTS];
        for (int n = 0; n < MOMENTS; n++) {
            long last = 0;
            for (long[] ofPane : seen) {
                last = Math.max(last, ofPane[n]);
            }
            milliseconds[n] = (last - moved[n]) / 1e6;
        }
        Arrays.sort(milliseconds);
        return List.of(
                milliseconds[MOMENTS / 2],
                milliseconds[(int) (MOMENTS * 0.95)],
                (settledAt - moved[MOMENTS - 1]) / 1e6,
                100.0 * pictures / (PANES * MOMENTS));
    }
}
