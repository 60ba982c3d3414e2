// SPDX-License-Identifier: Apache-2.0
package org.overread.app.inspect;

import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// One pass over all voxels: x fastest, then y, then z.
final class EachValue {
    private EachValue() {}

    /// Hears of every voxel, a number or a colour packed as `0xFFRRGGBB`.
    interface Visitor {
        void number(float value);

        void colour(int rgb);
    }

    static void visit(Voxels voxels, Visitor visitor) {
        long slices = voxels.image().dimension(2);
        switch (voxels) {
            case Voxels.Int16 v -> {
                for (int k = 0; k < slices; k++) {
                    for (short value : v.slice(k)) {
                        visitor.number(value);
                    }
                }
            }
            case Voxels.UInt16 v -> {
                for (int k = 0; k < slices; k++) {
                    for (short value : v.slice(k)) {
                        visitor.number(Short.toUnsignedInt(value));
                    }
                }
            }
            case Voxels.Float32 v -> {
                for (int k = 0; k < slices; k++) {
                    numbers(v.slice(k), visitor);
                }
            }
            case Voxels.Bricked(BrickedValues values) -> {
                GridSize size = values.size(0);
                float[] slice = new float[size.i() * size.j()];
                for (int k = 0; k < slices; k++) {
                    values.readSlice(k, slice);
                    numbers(slice, visitor);
                }
            }
            case Voxels.Colours v -> {
                for (int k = 0; k < slices; k++) {
                    for (int colour : v.slice(k)) {
                        visitor.colour(colour);
                    }
                }
            }
        }
    }

    private static void numbers(float[] values, Visitor visitor) {
        for (float value : values) {
            visitor.number(value);
        }
    }
}
