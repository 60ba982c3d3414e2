// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.edit.EditHistory;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.edit.UndoOutcome;
import org.overread.segmentation.label.EditRules;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.mask.surface.Surface;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// A stroke of 200 balls of 10 mm through a volume of 512 x 512 x 1000 voxels with 50 segments: one ball, the end of the
/// stroke, undo, redo, and the surface after it. Undo and redo are checked to lead back to the bit in every turn.
final class MaskEditBenchmark implements Benchmark {
    private static final GridSize SIZE = new GridSize(512, 512, 1000);
    private static final int SEGMENTS = 50;
    private static final int BALLS = 200;
    private static final SegmentId PAINTED = new SegmentId(1);

    @Override
    public String name() {
        return "mask-edit";
    }

    @Override
    public String purpose() {
        return "A stroke of 200 balls, 10 mm, in 512 x 512 x 1000 voxels with 50 segments.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("B8 ball, 99 of 100", "ms"),
                new Quantity("B8 end of stroke", "ms"),
                new Quantity("B8 undo", "ms"),
                new Quantity("B8 redo", "ms"),
                new Quantity("B8 surface after it", "ms"),
                new Quantity("all surfaces anew", "ms"),
                new Quantity("B8 kept in memory", "kB"));
    }

    @Override
    public int warmUpRounds() {
        return 10;
    }

    @Override
    public int rounds() {
        return 25;
    }

    @Override
    public Field open() throws BenchFailedException {
        try {
            Path folder = Files.createTempDirectory("overread-bench");
            Segments start = segments();
            Mask before = start.find(PAINTED).orElseThrow().mask();
            Surface surface = Surface.of(before, Crew.alone());
            return Field.of(
                    List.of(new Contender("overread", () -> turn(start, surface, folder))),
                    () -> delete(folder));
        } catch (IOException e) {
            throw new BenchFailedException("There is no temporary folder: " + e.getMessage());
        }
    }

    private static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            folder.toFile().deleteOnExit();
        }
    }

    /// Boxes beside one another, which the stroke crosses.
    private static Segments segments() {
        var structure =
                new Structure(
                        "box", "Box", Optional.empty(), new LabelColor(1, 2, 3), Optional.empty());
        var list = new ArrayList<Segment>();
        for (int n = 0; n < SEGMENTS; n++) {
            MaskEdit edit = Mask.empty(SIZE).edit();
            edit.fill(new VoxelBox(n * 10, 50, 400, n * 10 + 9, 350, 600));
            list.add(new Segment(new SegmentId(n + 1), SegmentTraits.of(structure), edit.mask()));
        }
        return new Segments(SIZE, list);
    }

    private static List<Double> turn(Segments start, Surface surface, Path folder)
            throws BenchFailedException, IOException {
        Mask mask = start.find(PAINTED).orElseThrow().mask();
        var events = new double[BALLS];
        for (int n = 0; n < BALLS; n++) {
            long begun = System.nanoTime();
            MaskEdit edit = mask.edit();
            ball(edit, 60 + n, 100 + n, 500);
            mask = edit.mask();
            events[n] = since(begun);
        }
        Arrays.sort(events);
        try (var history = new EditHistory(start, Long.MAX_VALUE, folder)) {
            long begun = System.nanoTime();
            if (!(EditRules.USUAL.apply(start, PAINTED, mask)
                    instanceof EditRules.Outcome.Changed(Segments painted))) {
                throw new BenchFailedException("The stroke changed nothing.");
            }
            history.apply(painted, EditOrigin.of("Brush", "brush"));
            double end = since(begun);
            begun = System.nanoTime();
            UndoOutcome undone = history.undo();
            double undo = since(begun);
            require(undone, start);
            begun = System.nanoTime();
            UndoOutcome redone = history.redo();
            double redo = since(begun);
            require(redone, painted);
            begun = System.nanoTime();
            Surface after = surface.after(mask, Crew.alone());
            double remade = since(begun);
            begun = System.nanoTime();
            Surface anew = Surface.of(mask, Crew.alone());
            for (Segment other : start.list()) {
                if (!other.id().equals(PAINTED)) {
                    Surface.of(other.mask(), Crew.alone());
                }
            }
            double full = since(begun);
            if (after.triangles() == surface.triangles() || after.triangles() != anew.triangles()) {
                throw new BenchFailedException(
                        "The surface did not change, or not into that of the new mask.");
            }
            return List.of(
                    events[BALLS * 99 / 100],
                    end,
                    undo,
                    redo,
                    remade,
                    full,
                    history.bytesInMemory() / 1000.0);
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void require(UndoOutcome outcome, Segments state) throws BenchFailedException {
        if (!(outcome instanceof UndoOutcome.Done(_, Segments now)) || !now.equals(state)) {
            throw new BenchFailedException("A step did not lead back to the bit.");
        }
    }

    /// 14 voxels of 0.7 mm in the slice, 4 slices of 2.5 mm.
    private static void ball(MaskEdit edit, int i, int j, int k) {
        for (int dk = -4; dk <= 4; dk++) {
            for (int dj = -14; dj <= 14; dj++) {
                double left = 100 - 0.49 * dj * dj - 6.25 * dk * dk;
                if (left >= 0) {
                    int half = (int) (Math.sqrt(left) / 0.7);
                    edit.fill(new VoxelBox(i - half, j + dj, k + dk, i + half, j + dj, k + dk));
                }
            }
        }
    }
}
