// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.ShortType;
import org.overread.app.store.StoredLabels;
import org.overread.app.store.WorkspacePlace;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.Confidence;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// A small volume, a workspace in a folder of the test, and hands that draw at random.
final class Readings {
    static final GridSize SIZE = new GridSize(70, 66, 40);
    static final EditOrigin BRUSH = EditOrigin.of("Brush on Liver", "brush");

    private Readings() {}

    static Volume volume() {
        PlanarImg<ShortType, ShortArray> image = PlanarImgs.shorts(SIZE.i(), SIZE.j(), SIZE.k());
        for (int k = 0; k < SIZE.k(); k++) {
            short[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (short) (n * 7 + k);
            }
        }
        var geometry =
                new VolumeGeometry(
                        SIZE,
                        new PatientVector(0.8, 0, 0),
                        new PatientVector(0, 0.8, 0),
                        new SliceStack.Even(
                                new PatientPoint(-10, -20, 5), new PatientVector(0, 0, 2.5)));
        return new Volume("series", "series", geometry, ValueUnit.HU, new Voxels.Int16(image));
    }

    static Workspace workspace(Path folder) {
        return switch (Workspace.open(
                folder.resolve("workspace.overread"), WorkspacePlace.session("reader", "1"))) {
            case WorkspaceOpening.Open(Workspace workspace) -> workspace;
            case WorkspaceOpening.ReadOnly _,
                    WorkspaceOpening.Damaged _,
                    WorkspaceOpening.Refused _ ->
                    throw new AssertionError("the workspace does not open");
        };
    }

    static StoredReading stored(Workspace workspace) throws IOException {
        var reading =
                new StoredLabels(workspace)
                        .reading("local", volume(), List.of("study", "series"), "");
        return new StoredReading(workspace, reading, SIZE);
    }

    /// Its journal is written at once on the caller's thread.
    static WorkingCopy open(StoredReading stored, Path folder) throws IOException {
        return stored.open(Runnable::run, _ -> {}, _ -> {}, Clock.systemUTC(), folder).copy();
    }

    static Segment segment(WorkingCopy copy, String name) {
        var structure =
                new Structure(
                        name.toLowerCase(java.util.Locale.ROOT),
                        name,
                        Optional.empty(),
                        new LabelColor(200, 80, 60),
                        Optional.empty());
        return new Segment(copy.freeId(), SegmentTraits.of(structure), Mask.empty(SIZE));
    }

    static void add(WorkingCopy copy, String name) {
        copy.change(
                copy.segments().with(segment(copy, name)), EditOrigin.of("Add " + name, "list"));
    }

    static Mask box(Mask mask, int i, int j, int k, int side) {
        MaskEdit edit = mask.edit();
        edit.fill(
                new VoxelBox(
                        i,
                        j,
                        k,
                        Math.min(i + side, SIZE.i() - 1),
                        Math.min(j + side, SIZE.j() - 1),
                        Math.min(k + side, SIZE.k() - 1)));
        return edit.mask();
    }

    /// One thing that a hand might do.
    static void act(WorkingCopy copy, SplittableRandom random) {
        Segments now = copy.segments();
        if (now.list().isEmpty() || random.nextInt(20) == 0) {
            add(copy, "Lesion " + copy.freeId().number());
            return;
        }
        Segment one = now.list().get(random.nextInt(now.list().size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> copy.undo();
            case 3, 4 -> copy.redo();
            case 5 ->
                    copy.change(
                            now.withTraits(
                                    one.id(),
                                    one.traits()
                                            .withConfidence(
                                                    Optional.of(
                                                            new Confidence.Rated(
                                                                    1 + random.nextInt(5))))),
                            EditOrigin.of("Confidence", "list"));
            case 6 -> copy.change(now.without(one.id()), EditOrigin.of("Delete", "list"));
            default -> {
                Mask drawn =
                        box(
                                Mask.empty(SIZE),
                                random.nextInt(SIZE.i()),
                                random.nextInt(SIZE.j()),
                                random.nextInt(SIZE.k()),
                                random.nextInt(20));
                copy.draw(
                        one.id(),
                        random.nextInt(4) == 0 ? one.mask().minus(drawn) : one.mask().union(drawn),
                        BRUSH);
            }
        }
    }
}
