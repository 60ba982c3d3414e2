// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/// The values of a volume: an imglib2 image with one primitive array a slice, x fastest.
///
/// Everything outside hot loops uses [#image()]; hot loops take the arrays. The arrays are written by one loader, which
/// says when a slice is complete, and by nobody afterwards.
public sealed interface Voxels {

    PlanarImg<? extends RealType<?>, ?> image();

    /// Whole numbers in -32768…32767.
    record Int16(PlanarImg<ShortType, ShortArray> image) implements Voxels {
        public short[] slice(int k) {
            return image.getPlane(k).getCurrentStorageArray();
        }
    }

    /// Whole numbers in 0…65535.
    record UInt16(PlanarImg<UnsignedShortType, ShortArray> image) implements Voxels {
        public short[] slice(int k) {
            return image.getPlane(k).getCurrentStorageArray();
        }
    }

    /// Anything else.
    record Float32(PlanarImg<FloatType, FloatArray> image) implements Voxels {
        public float[] slice(int k) {
            return image.getPlane(k).getCurrentStorageArray();
        }
    }
}
