// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.Detail;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Pictures of colours in bricks, beside pictures of the same colours in memory, and beside means taken here.
final class BrickedColoursTest {
    private static final GridSize SIZE = new GridSize(70, 66, 130);

    @TempDir private Path folder;

    private static int colour(int i, int j, int k) {
        return Voxels.Rgb8.OPAQUE | new Random(7919L * i + 104_729L * j + 1_299_709L * k).nextInt();
    }

    private static int[] slice(int k) {
        int[] slice = new int[SIZE.i() * SIZE.j()];
        for (int n = 0; n < slice.length; n++) {
            int row = n / SIZE.i();
            slice[n] = colour(n % SIZE.i(), row, k);
        }
        return slice;
    }

    private ColourPyramid filled() throws IOException {
        ColourPyramid pyramid = ColourPyramid.create(SIZE, folder, 3000);
        for (int k : pyramid.order()) {
            pyramid.add(k, slice(k));
        }
        return pyramid;
    }

    private static Volume volume(Voxels voxels) {
        var geometry =
                VolumeGeometry.regular(
                        SIZE,
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        return new Volume("test", "Test", geometry, ValueUnit.ARBITRARY, voxels);
    }

    private static Voxels inMemory() {
        @SuppressWarnings("unchecked") // the factory makes an IntArray for an ARGBType
        var image =
                (PlanarImg<ARGBType, IntArray>)
                        new PlanarImgFactory<>(new ARGBType()).create(SIZE.i(), SIZE.j(), SIZE.k());
        for (int k = 0; k < SIZE.k(); k++) {
            image.setPlane(k, new IntArray(slice(k)));
        }
        return new Voxels.Rgb8(image);
    }

    private static SliceScene scene(Volume volume, double pixelMm, Interpolation interpolation) {
        var plane = // no pixel half way between two voxels
                new SlicePlane(
                        volume.geometry().center().plus(new PatientVector(0.013, 0.021, 0.017)),
                        new PatientVector(0.8, 0.36, 0.48),
                        new PatientVector(-0.6, 0.48, 0.64));
        return new SliceScene(
                volume, plane, new Raster(61, 57, pixelMm), AutoWindow.of(volume), interpolation);
    }

    /// The coarsest level of 600,600 voxels that has at most 3,000 covers 8 x 8 x 8 with each.
    private static Detail detail(double readShare, Detail.Unread unread) {
        return new Detail(1, 8, readShare, unread);
    }

    private static SliceImage drawn(SliceScene scene) {
        var image = new SliceImage(scene.raster().width(), scene.raster().height());
        CpuSliceRenderer.singleThreaded().render(scene, image);
        return image;
    }

    @ParameterizedTest
    @EnumSource
    void fullDetailIsThePictureOfTheSameColoursInMemory(Interpolation interpolation)
            throws IOException {
        Volume bricks = volume(filled().voxels());
        Volume memory = volume(inMemory());
        for (double thicknessMm : new double[] {0, 5}) {
            // some depths of a mean lie half way between two voxels, where either may be the
            // nearest
            var mode = interpolation == Interpolation.NEAREST ? Slab.Mode.MAX : Slab.Mode.MEAN;
            var slab = new Slab(thicknessMm, mode);
            SliceScene scene = scene(bricks, 0.9, interpolation).withSlab(slab);
            assertEquals(Optional.of(detail(1, Detail.Unread.NONE)), scene.detail());
            assertAlike(
                    drawn(scene(memory, 0.9, interpolation).withSlab(slab)), drawn(scene), slab);
        }
    }

    /// Sums are taken in another order: a channel may be rounded the other way.
    private static void assertAlike(SliceImage expected, SliceImage actual, Slab slab) {
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    assertEquals(
                            expected.argb(x, y) >>> shift & 0xFF,
                            actual.argb(x, y) >>> shift & 0xFF,
                            1,
                            slab + " at " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void aCoarseColourIsTheMeanOfItsChannels() throws IOException {
        Voxels.BrickedColours colours = filled().voxels();
        int coarsest = colours.red().levels() - 1;
        int side = 1 << coarsest;
        for (int level : new int[] {1, coarsest}) {
            int covers = 1 << level;
            double[] sums = new double[3];
            for (int n = 0; n < covers * covers * covers; n++) {
                int colour =
                        colour(
                                2 * side + n % covers,
                                side + n / covers % covers,
                                3 * side + Math.floorDiv(n, covers * covers));
                sums[0] += colour >> 16 & 0xFF;
                sums[1] += colour >> 8 & 0xFF;
                sums[2] += colour & 0xFF;
            }
            int i = 2 * side / covers;
            int j = side / covers;
            int k = 3 * side / covers;
            double voxels = Math.pow(covers, 3);
            // bytes are rounded, and so are the means that means are made of
            assertEquals(sums[0] / voxels, colours.red().value(level, i, j, k), 0.51);
            assertEquals(sums[1] / voxels, colours.green().value(level, i, j, k), 0.51);
            assertEquals(sums[2] / voxels, colours.blue().value(level, i, j, k), 0.51);
        }
    }

    @Test
    void whatIsNotReadYetIsBlack() throws IOException {
        ColourPyramid pyramid = ColourPyramid.create(SIZE, folder, 3000);
        Volume volume = volume(pyramid.voxels());
        SliceScene scene = scene(volume, 0.9, Interpolation.LINEAR);
        assertEquals(Optional.of(detail(0, Detail.Unread.BETWEEN_SLICES)), scene.detail());
        assertEquals(Voxels.Rgb8.OPAQUE, drawn(scene).argb(30, 28));
        pyramid.order().forEach(k -> pyramid.add(k, slice(k)));
        assertNotEquals(Voxels.Rgb8.OPAQUE, drawn(scene).argb(30, 28));
    }

    @Test
    void roomIsAskedForAllChannelsTogether() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        int side = (int) Math.cbrt(free / 2.0); // one channel would fit
        var e =
                assertThrows(
                        NoRoomException.class,
                        () -> ColourPyramid.create(new GridSize(side, side, side), folder, 3000));
        assertEquals(1.5 * free, (double) e.neededBytes(), 0.4 * free);
    }
}
