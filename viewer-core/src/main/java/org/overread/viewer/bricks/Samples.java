// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.overread.viewer.volume.SampleKind;

/// Numbers in a mapped file.
final class Samples {
    private Samples() {}

    static float read(MemorySegment file, SampleKind kind, long sample) {
        return switch (kind) {
            case UINT8 -> Byte.toUnsignedInt(file.getAtIndex(ValueLayout.JAVA_BYTE, sample));
            case INT16 -> file.getAtIndex(ValueLayout.JAVA_SHORT, sample);
            case UINT16 -> Short.toUnsignedInt(file.getAtIndex(ValueLayout.JAVA_SHORT, sample));
            case FLOAT32 -> file.getAtIndex(ValueLayout.JAVA_FLOAT, sample);
        };
    }

    /// Means of whole numbers are rounded half up.
    static void write(MemorySegment file, SampleKind kind, long sample, float value) {
        switch (kind) {
            case UINT8 ->
                    file.setAtIndex(
                            ValueLayout.JAVA_BYTE, sample, (byte) (int) Math.floor(value + 0.5f));
            case INT16, UINT16 ->
                    file.setAtIndex(
                            ValueLayout.JAVA_SHORT, sample, (short) (int) Math.floor(value + 0.5f));
            case FLOAT32 -> file.setAtIndex(ValueLayout.JAVA_FLOAT, sample, value);
        }
    }
}
