// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import org.overread.viewer.volume.Voxels;

/// The numbers that a volume's voxels can hold, and how a bound becomes one of them: towards zero for whole numbers.
enum SampleType {
    INT16(Short.MIN_VALUE, Short.MAX_VALUE),
    UINT16(0, 0xFFFF),
    FLOAT32(-Float.MAX_VALUE, Float.MAX_VALUE);

    private final double min;
    private final double max;

    SampleType(double min, double max) {
        this.min = min;
        this.max = max;
    }

    static SampleType of(Voxels.InMemory voxels) {
        return switch (voxels) {
            case Voxels.Int16 _ -> INT16;
            case Voxels.UInt16 _ -> UINT16;
            case Voxels.Float32 _ -> FLOAT32;
        };
    }

    boolean isWhole() {
        return this != FLOAT32;
    }

    /// Into the numbers of the type, the nearest where it lies beyond them, else cut to one of them.
    double cast(double value) {
        double inside = Math.clamp(value, min, max);
        return isWhole() ? (long) inside : (float) inside;
    }
}
