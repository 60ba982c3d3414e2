// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNote;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.tool.local.LocalTool;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.work.Progress;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/// What the two tools share that let a front grow from bubbles around the seeds of label 1; seeds of other labels are
/// walls.
abstract sealed class FrontTool extends LocalTool permits GeodesicContour, RegionContour {
    private static final int BYTES = 26;

    @Parameter(
            label = "Bubbles",
            description = "The front starts as balls of this radius around the seeds.",
            min = "0",
            max = "200",
            attrs = @Attr(name = "unit", value = "mm"))
    private double bubbleMm = 3;

    @Parameter(
            label = "Steps",
            description =
                    "The front moves so many steps at most, each about half a voxel where nothing holds it.",
            min = "1",
            max = "100000")
    private int iterations = 400;

    @Parameter(
            label = "Standing still",
            description =
                    "The front has arrived when it moved less than this many voxels a step, on balance, in the last 20 steps.",
            min = "0",
            max = "1")
    private double stillVoxels = 0.001;

    /// A front that has not moved yet.
    abstract LevelSet front(LocalVolume local, float[] start, Crew crew);

    /// What is said of the front in the end.
    abstract List<ToolNumber> numbers(LevelSet front, ToolInput input);

    @Override
    protected int bytesPerVoxel() {
        return LocalVolume.BYTES + BYTES;
    }

    @Override
    protected Optional<ToolRefusal> unfit(ToolInput input) {
        if (input.seeds(1).isEmpty()) {
            return Optional.of(new ToolRefusal.NoSeed(1));
        }
        return input.volume().verdict().isCalibrated()
                ? Optional.empty()
                : Optional.of(new ToolRefusal.Uncalibrated("bubbleMm"));
    }

    @Override
    protected ToolOutcome segment(LocalVolume local, ToolInput input, Crew crew, ToolWork work) {
        for (int n = 0; n < local.open().length; n++) {
            local.open()[n] &= local.seeds()[n] == 0 || local.seeds()[n] == 1;
        }
        LevelSet front = front(local, StartShapes.bubbles(local, 1, bubbleMm), crew);
        while (front.steps() < iterations && front.drift() > stillVoxels) {
            front.step();
            work.progress().progress(new Progress(front.steps(), iterations));
            if (front.voxels() == 0) {
                break;
            }
        }
        Mask mask = front.mask();
        var numbers = new ArrayList<>(numbers(front, input));
        numbers.add(new ToolNumber("steps", (double) front.steps()));
        numbers.add(new ToolNumber("time", front.time()));
        numbers.add(new ToolNumber("drift", front.drift(), "voxels a step"));
        numbers.add(
                new ToolNumber(
                        "volume",
                        new VoxelVolumes(input.volume().geometry()).millilitres(mask),
                        "ml"));
        return new ToolOutcome.Segmented(
                List.of(new Region(1, mask)), numbers, notes(front, local));
    }

    private List<ToolNote> notes(LevelSet front, LocalVolume local) {
        var notes = new ArrayList<ToolNote>();
        if (front.voxels() == 0) {
            notes.add(
                    new ToolNote(
                            "The front shrank to nothing: give larger bubbles, more propagation or less curvature."));
        } else if (front.drift() > stillVoxels) {
            notes.add(
                    new ToolNote(
                            "The front was still moving after %d steps; raise iterations where it has not arrived."
                                    .formatted(front.steps())));
        }
        if (local.geometry().slices() instanceof SliceStack.Table) {
            notes.add(
                    new ToolNote(
                            "The distances of the slices differ; the front was moved as if they were %.2f mm apart."
                                    .formatted(local.geometry().spacingK())));
        }
        return notes;
    }
}
