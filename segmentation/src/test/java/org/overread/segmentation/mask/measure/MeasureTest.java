// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Against volumes that VTK states, and against shapes and numbers worked out by hand.
final class MeasureTest {

    /// Voxels and their volume as independent programs counted them.
    @ParameterizedTest
    @CsvSource({
        "data/nifti/ibsi1_digital_phantom/mask.nii.gz, 74, 592.0",
        "data/nifti/ct_leg_sts004_gtv_mask.nii.gz, 94963, 296143.25040608784",
        "data/nrrd/brain1_label.nrrd, 4137, 16412.65869140624",
    })
    void volumesAreThoseOfTheVoxels(String file, long voxels, double mm3) {
        var volume = Reference.volume(file);
        var statistics = MaskStatistics.of(Reference.nonZero(volume), volume.geometry());
        assertEquals(voxels, statistics.voxels());
        assertEquals(mm3, statistics.volumeMm3(), 1e-7 * mm3);
    }

    /// VTK's marching cubes; its choice among fans of one area moves the sum by millionths.
    @ParameterizedTest
    @CsvSource({
        "data/nifti/ibsi1_digital_phantom/mask.nii.gz, 388.0706298811095, 1e-6",
        "data/nifti/ct_leg_sts004_gtv_mask.nii.gz, 32005.946850720487, 1e-5",
        "data/nrrd/brain1_label.nrrd, 6447.224978885049, 1e-4",
        "reference/masks/ct_leg_sts004.connected_threshold_tight.nrrd, 43949.11139495456, 1e-4",
    })
    void areasAreThoseOfMarchingCubes(String file, double mm2, double tolerance) {
        var volume = Reference.volume(file);
        double found =
                SurfaceArea.mm2(
                        Reference.nonZero(volume), Spacing.of(volume.geometry()), Crew.alone());
        assertEquals(mm2, found, tolerance * mm2);
    }

    /// A cube of half a voxel's corners cut off: 8 triangles through the middles of its edges.
    @Test
    void oneVoxelIsAnOctahedronInTheMiddleAndInACornerOfTheVolume() {
        for (int at : new int[] {0, 16, 31, 32, 39}) {
            Mask one =
                    RandomMasks.where(
                            new GridSize(40, 40, 40), (i, j, k) -> i == at && j == at && k == at);
            assertEquals(Math.sqrt(3), SurfaceArea.mm2(one, Spacing.ONE, Crew.alone()), 1e-12);
        }
        assertEquals(
                Math.sqrt(3),
                SurfaceArea.mm2(Mask.full(new GridSize(1, 1, 1)), Spacing.ONE, Crew.alone()),
                1e-12);
    }

    private static VolumeGeometry even(GridSize size, PatientVector step) {
        return new VolumeGeometry(
                size,
                PatientVector.LEFT.times(0.5),
                PatientVector.POSTERIOR.times(2),
                new SliceStack.Even(new PatientPoint(10, 20, 30), step));
    }

    @Test
    void aBoxHasItsCentreAndVolumeOnATiltedGrid() {
        var size = new GridSize(40, 30, 20);
        VolumeGeometry tilted = even(size, new PatientVector(0, 1, 3));
        Mask box =
                RandomMasks.where(
                        size,
                        (i, j, k) -> i >= 2 && i <= 4 && j >= 5 && j <= 9 && k >= 1 && k <= 3);
        var statistics = MaskStatistics.of(box, tilted);
        assertEquals(45 * 0.5 * 2 * 3, statistics.volumeMm3(), 1e-9);
        assertEquals(Optional.of(new VoxelBox(2, 5, 1, 4, 9, 3)), statistics.bounds());
        PatientPoint centre = statistics.centroidInPatient().orElseThrow();
        assertEquals(10 + 1.5, centre.x(), 1e-9);
        assertEquals(20 + 14 + 2, centre.y(), 1e-9);
        assertEquals(30 + 6, centre.z(), 1e-9);
        assertEquals(7, statistics.centroid().orElseThrow().j(), 1e-9);
    }

    @Test
    void unevenSlicesCountWithTheRoomThatTheyTakeUp() {
        var size = new GridSize(1, 1, 4);
        var origins = new ArrayList<PatientPoint>();
        for (double z : new double[] {0, 1, 3, 7}) {
            origins.add(new PatientPoint(0, 0, z));
        }
        var geometry =
                new VolumeGeometry(
                        size,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        new SliceStack.Table(origins));
        Mask one = RandomMasks.where(size, (_, _, k) -> k == 1);
        assertEquals(1.5, MaskStatistics.of(one, geometry).volumeMm3(), 1e-9);
        Mask two = RandomMasks.where(size, (_, _, k) -> k == 2);
        assertEquals(3, MaskStatistics.of(two, geometry).volumeMm3(), 1e-9);
    }

    @Test
    void theEmptyMaskMeasuresNothing() {
        var size = new GridSize(3, 3, 3);
        var statistics = MaskStatistics.of(Mask.empty(size), even(size, PatientVector.HEAD));
        assertEquals(0, statistics.voxels());
        assertEquals(0, statistics.volumeMm3());
        assertEquals(Optional.empty(), statistics.bounds());
        assertEquals(Optional.empty(), statistics.diameters());
        assertEquals(
                Optional.empty(),
                MaskValues.statistics(
                        Mask.empty(size), new Voxels.Int16(PlanarImgs.shorts(3, 3, 3))));
    }

    /// A rectangle of 61 by 11 columns and rows, 0.5 and 2 mm apart: 30 by 20 mm, its diagonal 36.06 mm.
    @Test
    void theLongAxisIsTheLongestLineInASliceAndTheShortOneLiesAcross() {
        var size = new GridSize(80, 30, 5);
        VolumeGeometry geometry = even(size, PatientVector.HEAD.times(4));
        Mask rectangle =
                RandomMasks.where(
                        size,
                        (i, j, k) ->
                                (k == 3 && i >= 10 && i <= 70 && j >= 5 && j <= 15)
                                        || (k == 1 && i == 10 && j == 5));
        Diameters diameters = Diameters.of(rectangle, geometry).orElseThrow();
        assertEquals(3, diameters.slice());
        assertEquals(Math.hypot(30, 20), diameters.longAxisMm(), 1e-9);
        assertEquals(2 * 30 * 20 / Math.hypot(30, 20), diameters.shortAxisMm(), 1e-9);
        assertEquals(diameters.longAxisMm(), diameters.from().distanceTo(diameters.to()), 1e-9);
    }

    @Test
    void anEllipseHasItsAxes() {
        var size = new GridSize(200, 100, 1);
        var geometry =
                new VolumeGeometry(
                        size,
                        PatientVector.LEFT.times(0.5),
                        PatientVector.POSTERIOR.times(0.5),
                        new SliceStack.Even(PatientPoint.ORIGIN, PatientVector.HEAD));
        Mask ellipse =
                RandomMasks.where(
                        size, (i, j, _) -> Math.hypot((i - 100) / 80.0, (j - 50) / 30.0) <= 1);
        Diameters diameters = Diameters.of(ellipse, geometry).orElseThrow();
        assertEquals(80, diameters.longAxisMm(), 1e-9);
        assertEquals(30, diameters.shortAxisMm(), 1e-9);
    }

    @Test
    void aSingleVoxelHasNoLength() {
        var size = new GridSize(5, 5, 5);
        Mask one = RandomMasks.where(size, (i, j, k) -> i == 2 && j == 2 && k == 2);
        Diameters diameters = Diameters.of(one, even(size, PatientVector.HEAD)).orElseThrow();
        assertEquals(0, diameters.longAxisMm());
        assertEquals(0, diameters.shortAxisMm());
    }

    /// NumPy's mean, std (ddof = 1) and percentile of 1, 2, 4, 8, 16, 32.
    @Test
    void valuesAreSummedUpAsNumPyDoes() {
        var voxels = new Voxels.Int16(PlanarImgs.shorts(8, 1, 1));
        short[] slice = voxels.slice(0);
        for (int n = 0; n < 8; n++) {
            slice[n] = (short) (1 << n);
        }
        Mask first = RandomMasks.where(new GridSize(8, 1, 1), (i, _, _) -> i < 6);
        ValueStatistics statistics = MaskValues.statistics(first, voxels).orElseThrow();
        assertEquals(1, statistics.least());
        assertEquals(32, statistics.most());
        assertEquals(10.5, statistics.mean(), 1e-12);
        assertEquals(11.861703, statistics.sd(), 1e-6);
        assertEquals(
                List.of(1.25, 2.5, 6.0, 14.0, 28.0),
                List.of(
                        statistics.percentile5(),
                        statistics.percentile25(),
                        statistics.median(),
                        statistics.percentile75(),
                        statistics.percentile95()));
    }

    @Test
    void valuesThatAreNoNumbersAreLeftOut() {
        var voxels = new Voxels.Float32(PlanarImgs.floats(3, 1, 1));
        voxels.slice(0)[0] = Float.NaN;
        voxels.slice(0)[1] = 5;
        voxels.slice(0)[2] = 7;
        ValueStatistics statistics =
                MaskValues.statistics(Mask.full(new GridSize(3, 1, 1)), voxels).orElseThrow();
        assertEquals(6, statistics.mean());
    }

    @Test
    void aMaskOfAnotherVolumeIsRefused() {
        Mask mask = Mask.full(new GridSize(3, 1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> MaskStatistics.of(mask, even(new GridSize(3, 1, 2), PatientVector.HEAD)));
        assertThrows(
                IllegalArgumentException.class,
                () -> MaskValues.statistics(mask, new Voxels.Int16(PlanarImgs.shorts(3, 1, 2))));
    }
}
