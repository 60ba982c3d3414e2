// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.util.Optional;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.ArrayMemory;

/// Memory for the voxels of a volume, one array a slice, all zero. Slices share one array until they get their own from
/// whoever fills it: an array that is taken, filled and left by one thread stays near its processor.
public final class VoxelMemory {
    private VoxelMemory() {}

    private static int bytesPerVoxel(ValueType type) {
        return switch (type) {
            case INT16, UINT16 -> Short.BYTES;
            case FLOAT32 -> Float.BYTES;
            case RGB8 -> Integer.BYTES;
        };
    }

    /// What the voxels of one slice take.
    public static long sliceBytes(GridSize size, ValueType type) {
        return (long) size.i() * size.j() * bytesPerVoxel(type);
    }

    /// Whether there is room now.
    public static boolean fits(GridSize size, ValueType type) {
        return lacking(size, type).isEmpty();
    }

    /// In words, what there is no room for now.
    private static Optional<String> lacking(GridSize size, ValueType type) {
        long sliceBytes = sliceBytes(size, type);
        double most = room();
        double bytes = (double) sliceBytes * size.k();
        if (2 * bytes > most) { // else they fit whatever the collector does
            bytes = (double) ArrayMemory.taken(sliceBytes) * size.k();
        }
        if (bytes > most) {
            System.gc(); // what is garbage counts as taken until it is collected
            most = room();
        }
        return bytes > most
                ? Optional.of(
                        "its voxels take %.0f MB and %d MB of memory are free"
                                .formatted(bytes / (1 << 20), (long) most >> 20))
                : Optional.empty();
    }

    /// Refuses what there is no room for now: a header may claim any number of slices.
    public static Voxels allocate(GridSize size, ValueType type) throws DicomReadException {
        Optional<String> lacking = lacking(size, type);
        if (lacking.isPresent()) {
            throw new DicomReadException(new SkipReason.TooLarge(lacking.get()));
        }
        long[] sides = {size.i(), size.j(), size.k()};
        int pixels = size.i() * size.j();
        return switch (type) {
            case INT16 -> {
                var planes = new SlicePlanes<>(size.k(), new ShortArray(pixels));
                var image = new PlanarImg<ShortType, ShortArray>(planes, sides, new Fraction());
                image.setLinkedType(new ShortType(image));
                yield new Voxels.Int16(image);
            }
            case UINT16 -> {
                var planes = new SlicePlanes<>(size.k(), new ShortArray(pixels));
                var image =
                        new PlanarImg<UnsignedShortType, ShortArray>(planes, sides, new Fraction());
                image.setLinkedType(new UnsignedShortType(image));
                yield new Voxels.UInt16(image);
            }
            case FLOAT32 -> {
                var planes = new SlicePlanes<>(size.k(), new FloatArray(pixels));
                var image = new PlanarImg<FloatType, FloatArray>(planes, sides, new Fraction());
                image.setLinkedType(new FloatType(image));
                yield new Voxels.Float32(image);
            }
            case RGB8 -> {
                var planes = new SlicePlanes<>(size.k(), new IntArray(pixels));
                var image = new PlanarImg<ARGBType, IntArray>(planes, sides, new Fraction());
                image.setLinkedType(new ARGBType(image));
                yield new Voxels.Rgb8(image);
            }
        };
    }

    private static double room() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return Math.max(0, runtime.maxMemory() - used);
    }
}
