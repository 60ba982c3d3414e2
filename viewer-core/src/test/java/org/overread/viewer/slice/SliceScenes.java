// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// Volumes and planes for tests of renderers, the same for every run of a seed.
public final class SliceScenes {
    private static final Raster RASTER = new Raster(33, 29, 1.03);

    private SliceScenes() {}

    /// How the grid of a test volume lies.
    public enum Lie {
        AXIAL,
        SAGITTAL,
        CORONAL,
        OBLIQUE,
        SHEARED,
        TABLE,
        SHEARED_TABLE,
        BACKWARDS_TABLE
    }

    /// What a test volume's numbers are stored as.
    public enum Stored {
        INT16,
        UINT16,
        FLOAT32
    }

    public static VolumeGeometry geometry(Lie lie, GridSize size) {
        PatientPoint origin = new PatientPoint(-31.5, 12.25, -207);
        PatientVector left = PatientVector.LEFT;
        PatientVector back = PatientVector.POSTERIOR;
        PatientVector head = PatientVector.HEAD;
        PatientVector a = new PatientVector(0.8, 0.36, 0.48);
        PatientVector b = new PatientVector(-0.6, 0.48, 0.64);
        return switch (lie) {
            case AXIAL -> VolumeGeometry.regular(size, origin, left, back, 0.8, 0.7, 2.5);
            case SAGITTAL ->
                    VolumeGeometry.regular(size, origin, back, head.negated(), 0.9, 0.9, 1.7);
            case CORONAL -> VolumeGeometry.regular(size, origin, left, head.negated(), 1.1, 0.6, 3);
            case OBLIQUE -> VolumeGeometry.regular(size, origin, a, b, 0.7, 1.3, 2);
            case SHEARED ->
                    new VolumeGeometry(
                            size,
                            left.times(0.8),
                            back.times(0.7),
                            new SliceStack.Even(origin, new PatientVector(0.3, 0.9, 2.2)));
            case TABLE -> table(size, origin, left.times(0.8), back.times(0.7), head, 0);
            case SHEARED_TABLE -> table(size, origin, a.times(0.8), b.times(0.9), a.cross(b), 0.35);
            case BACKWARDS_TABLE ->
                    table(size, origin, left.times(0.8), back.times(0.7), head.negated(), 0.2);
        };
    }

    /// The same grid somewhere else.
    public static VolumeGeometry shifted(VolumeGeometry geometry, PatientVector by) {
        SliceStack slices =
                switch (geometry.slices()) {
                    case SliceStack.Even(PatientPoint first, PatientVector step) ->
                            new SliceStack.Even(first.plus(by), step);
                    case SliceStack.Table(List<PatientPoint> origins) ->
                            new SliceStack.Table(
                                    origins.stream().map(origin -> origin.plus(by)).toList());
                };
        return new VolumeGeometry(geometry.size(), geometry.iStep(), geometry.jStep(), slices);
    }

    private static VolumeGeometry table(
            GridSize size,
            PatientPoint origin,
            PatientVector iStep,
            PatientVector jStep,
            PatientVector along,
            double shear) {
        Random random = new Random(5);
        List<PatientPoint> origins = new ArrayList<>();
        PatientPoint at = origin;
        for (int k = 0; k < size.k(); k++) {
            origins.add(at);
            double distance = 1 + 4 * random.nextDouble();
            at =
                    at.plus(along.times(distance))
                            .plus(iStep.times(shear * random.nextGaussian()))
                            .plus(jStep.times(shear * distance));
        }
        return new VolumeGeometry(size, iStep, jStep, new SliceStack.Table(origins));
    }

    /// A volume whose voxels are what `value` says of their position in the patient.
    public static Volume of(
            VolumeGeometry geometry, Stored stored, ToDoubleFunction<PatientPoint> value) {
        Voxels voxels = empty(geometry.size(), stored);
        fill(voxels.numbers().image(), geometry, value);
        return new Volume("test", "Test", geometry, ValueUnit.ARBITRARY, voxels);
    }

    /// A volume of noise that uses most of its number range.
    public static Volume noise(VolumeGeometry geometry, Stored stored, long seed) {
        Random random = new Random(seed);
        return of(
                geometry,
                stored,
                _ ->
                        switch (stored) {
                            case INT16 -> random.nextInt(-3000, 3000);
                            case UINT16 -> random.nextInt(30000, 36000);
                            case FLOAT32 -> 3000 * random.nextGaussian();
                        });
    }

    private static Voxels empty(GridSize size, Stored stored) {
        return switch (stored) {
            case INT16 -> {
                var image = PlanarImgs.shorts(size.i(), size.j(), size.k());
                yield new Voxels.Int16(image);
            }
            case UINT16 -> {
                var image = PlanarImgs.unsignedShorts(size.i(), size.j(), size.k());
                yield new Voxels.UInt16(image);
            }
            case FLOAT32 -> {
                var image = PlanarImgs.floats(size.i(), size.j(), size.k());
                yield new Voxels.Float32(image);
            }
        };
    }

    private static void fill(
            RandomAccessibleInterval<? extends RealType<?>> image,
            VolumeGeometry geometry,
            ToDoubleFunction<PatientPoint> value) {
        var cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            cursor.fwd();
            VoxelPoint at =
                    new VoxelPoint(
                            cursor.getDoublePosition(0),
                            cursor.getDoublePosition(1),
                            cursor.getDoublePosition(2));
            cursor.get().setReal(value.applyAsDouble(geometry.toPatient(at)));
        }
    }

    /// Scenes of all storages, interpolations, planes, slabs and windows over one lie of the grid.
    public static List<SliceScene> anyhow(Lie lie) {
        VolumeGeometry geometry = geometry(lie, new GridSize(23, 19, 11));
        Random random = new Random(lie.name().hashCode());
        List<SliceScene> scenes = new ArrayList<>();
        for (Stored stored : Stored.values()) {
            Volume volume = noise(geometry, stored, 3);
            double middle = stored == Stored.UINT16 ? 33000 : 0;
            for (Interpolation interpolation : Interpolation.values()) {
                for (SlicePlane plane : planes(geometry, random)) {
                    Window window =
                            new Window(
                                    middle + random.nextDouble(-800, 800),
                                    random.nextDouble(900, 5000));
                    SliceScene thin =
                            new SliceScene(volume, plane, RASTER, window, interpolation)
                                    .withPolarity(oneOf(Polarity.values(), random));
                    Slab.Mode mode = oneOf(Slab.Mode.values(), random);
                    scenes.add(thin);
                    if (interpolation == Interpolation.CUBIC) {
                        continue; // the oracle would take minutes
                    }
                    scenes.add(thin.withSlab(new Slab(random.nextDouble(0.5, 9), mode)));
                }
            }
        }
        return scenes;
    }

    private static <T> T oneOf(T[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<SlicePlane> planes(VolumeGeometry geometry, Random random) {
        // off the voxels, where the oracle is sure
        PatientPoint center = geometry.center().plus(new PatientVector(0.123, -0.217, 0.331));
        return List.of(
                SlicePlane.axial(center),
                SlicePlane.coronal(center),
                SlicePlane.sagittal(center),
                randomPlane(geometry, random),
                randomPlane(geometry, random));
    }

    /// A plane through the middle half of the volume, turned anyhow.
    public static SlicePlane randomPlane(VolumeGeometry geometry, Random random) {
        GridSize size = geometry.size();
        PatientPoint center =
                geometry.toPatient(
                        new VoxelPoint(
                                size.i() * random.nextDouble(0.25, 0.75),
                                size.j() * random.nextDouble(0.25, 0.75),
                                size.k() * random.nextDouble(0.25, 0.75)));
        PatientVector right = direction(random);
        PatientVector down = right.cross(direction(random)).unit();
        return new SlicePlane(center, right, down);
    }

    private static PatientVector direction(Random random) {
        return new PatientVector(
                        random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                .unit();
    }
}
