// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.brush.Brush;
import org.overread.segmentation.draw.brush.BrushLimit;
import org.overread.segmentation.draw.brush.Stroke;
import org.overread.segmentation.draw.brush.StrokeSample;
import org.overread.segmentation.draw.brush.StrokeStep;
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
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// A stroke of 200 samples of a ball of 10 mm through a volume of 512 x 512 x 1000 voxels with 50 segments: one event
/// (the new voxels, and what the rules make of all segments), the end of the stroke (the history takes it), undo, redo,
/// and the surface after it. Undo and redo are checked to lead back to the bit in every turn.
public final class MaskEditBenchmark implements Benchmark {
    private static final GridSize SIZE = new GridSize(512, 512, 1000);
    private static final int SEGMENTS = 50;
    private static final int SAMPLES = 200;
    private static final SegmentId PAINTED = new SegmentId(1);
    private static final VolumeGeometry GEOMETRY =
            VolumeGeometry.regular(
                    SIZE,
                    PatientPoint.ORIGIN,
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    0.7,
                    0.7,
                    2.5);
    private static final PlaneFrame AXIAL =
            new PlaneFrame(PatientPoint.ORIGIN, PatientVector.LEFT, PatientVector.POSTERIOR);
    private static final Brush BRUSH = new Brush(10, Brush.Shape.BALL);

    @Override
    public String name() {
        return "mask-edit";
    }

    @Override
    public String purpose() {
        return "A stroke of 200 samples, ball of 10 mm, in 512 x 512 x 1000 voxels with 50 segments.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("brush event, median", "ms"),
                new Quantity("B8 brush event, 99 of 100", "ms"),
                new Quantity("of that, the stroke", "ms"),
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
        var stroke = new Stroke(GEOMETRY, BRUSH, AXIAL, new BrushLimit.None());
        Segments painted = start;
        var events = new double[SAMPLES];
        var strokes = new double[SAMPLES];
        for (int n = 0; n < SAMPLES; n++) {
            long begun = System.nanoTime();
            StrokeStep step = stroke.to(StrokeSample.at(place(n)));
            strokes[n] = since(begun);
            painted = after(painted, step);
            events[n] = since(begun);
        }
        Arrays.sort(events);
        Arrays.sort(strokes);
        Mask mask = painted.find(PAINTED).orElseThrow().mask();
        if (!mask.minus(stroke.drawn()).minus(start.find(PAINTED).orElseThrow().mask()).isEmpty()
                || !stroke.drawn().minus(mask).isEmpty()) {
            throw new BenchFailedException("The segment is not what it was and the stroke.");
        }
        try (var history = new EditHistory(start, Long.MAX_VALUE, folder)) {
            long begun = System.nanoTime();
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
                    events[SAMPLES / 2],
                    events[SAMPLES * 99 / 100],
                    strokes[SAMPLES * 99 / 100],
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

    private static Segments after(Segments segments, StrokeStep step) throws BenchFailedException {
        if (!(step instanceof StrokeStep.Drawn(Mask fresh))) {
            throw new BenchFailedException("A sample drew nothing.");
        }
        Mask wanted = segments.find(PAINTED).orElseThrow().mask().union(fresh);
        return switch (EditRules.USUAL.apply(segments, PAINTED, wanted)) {
            case EditRules.Outcome.Changed(Segments changed) -> changed;
            case EditRules.Outcome.Unchanged() -> segments;
            case EditRules.Outcome.Locked _, EditRules.Outcome.Unknown _ ->
                    throw new BenchFailedException("The rules refused a sample.");
        };
    }

    /// A voxel along i and along j with every sample.
    private static PatientPoint place(int n) {
        return GEOMETRY.toPatient(new VoxelPoint(60 + n, 100 + n, 500));
    }
}
