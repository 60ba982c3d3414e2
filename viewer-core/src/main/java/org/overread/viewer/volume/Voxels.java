// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.NumericType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/// The values of a volume: an imglib2 image with one primitive array a slice, x fastest; or in bricks where they are too
/// many for memory.
///
/// Everything outside hot loops uses [#image()]; hot loops take the arrays. The arrays are written by one loader, which
/// says when a slice is complete, and by nobody afterwards.
public sealed interface Voxels {

    RandomAccessibleInterval<? extends NumericType<?>> image();

    /// For callers that know there are no colours.
    default Grey numbers() {
        return switch (this) {
            case Grey grey -> grey;
            case Colours _ -> throw new IllegalStateException("colours are no numbers");
        };
    }

    /// For callers that know that there are arrays of numbers.
    default InMemory inMemory() {
        if (this instanceof InMemory numbers) {
            return numbers;
        }
        throw new IllegalStateException("no arrays of numbers");
    }

    /// One number a voxel: what can be windowed, measured and segmented.
    sealed interface Grey extends Voxels {
        @Override
        RandomAccessibleInterval<? extends RealType<?>> image();
    }

    /// Numbers in arrays: what tools work on.
    sealed interface InMemory extends Grey {}

    /// Whole numbers in -32768…32767.
    record Int16(PlanarImg<ShortType, ShortArray> image) implements InMemory {
        public short[] slice(int k) {
            return image.getPlane(k).getCurrentStorageArray();
        }
    }

    /// Whole numbers in 0…65535.
    record UInt16(PlanarImg<UnsignedShortType, ShortArray> image) implements InMemory {
        public short[] slice(int k) {
            return image.getPlane(k).getCurrentStorageArray();
        }
    }

    /// Any other numbers.
    record Float32(PlanarImg<FloatType, FloatArray> image) implements InMemory {
        public float[] slice(int k) {
            return image.getPlane(k).getCurrentStorageArray();
        }
    }

    /// More numbers than fit memory. Whoever cannot do with bricks refuses them with a reason.
    record Bricked(BrickedValues values) implements Grey {
        @Override
        public RandomAccessibleInterval<FloatType> image() {
            return values.image();
        }
    }

    /// Colours of 8 bits a channel, each packed as `0xFFRRGGBB`, which is a pixel of a picture as it is. A colour has no
    /// value in a unit: it is shown, not measured.
    sealed interface Colours extends Voxels {
        @Override
        RandomAccessibleInterval<ARGBType> image();

        /// The colours of a slice, to be read only.
        int[] slice(int k);
    }

    /// Colours in arrays.
    record Rgb8(PlanarImg<ARGBType, IntArray> image) implements Colours {
        /// Alpha: every colour is opaque.
        public static final int OPAQUE = 0xFF00_0000;

        @Override
        public int[] slice(int k) {
            return image.getPlane(k).getCurrentStorageArray();
        }

        /// A colour from channels of 0…255.
        public static int packed(int red, int green, int blue) {
            return OPAQUE | red << 16 | green << 8 | blue;
        }
    }

    /// More colours than fit memory, a channel of 0…255 each. A colour that is not read yet is none: all bits are 0.
    record BrickedColours(BrickedValues red, BrickedValues green, BrickedValues blue)
            implements Colours {
        @Override
        public int[] slice(int k) {
            GridSize size = red.size(0);
            int[] slice = new int[size.i() * size.j()];
            for (int n = 0; n < slice.length; n++) {
                slice[n] = colour(n % size.i(), n / size.i(), k);
            }
            return slice;
        }

        private int colour(int i, int j, int k) {
            float r = red.value(0, i, j, k);
            float g = green.value(0, i, j, k);
            float b = blue.value(0, i, j, k);
            return Float.isNaN(r + g + b)
                    ? 0
                    : Rgb8.packed(Math.round(r), Math.round(g), Math.round(b));
        }

        @Override
        public RandomAccessibleInterval<ARGBType> image() {
            GridSize size = red.size(0);
            var everywhere =
                    new FunctionRandomAccessible<>(
                            3,
                            (at, target) ->
                                    target.set(
                                            colour(
                                                    at.getIntPosition(0),
                                                    at.getIntPosition(1),
                                                    at.getIntPosition(2))),
                            ARGBType::new);
            return Views.interval(everywhere, new FinalInterval(size.i(), size.j(), size.k()));
        }
    }
}
