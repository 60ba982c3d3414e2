// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.lang.foreign.MemorySegment;

/// The values of one slice on their way into bricks, columns first.
public sealed interface SliceValues {
    float at(int n);

    /// Whether the values `from` to before `end` are all zero.
    boolean isZero(int from, int end);

    /// The values as they are kept.
    MemorySegment segment();

    /// Whole numbers in 0…255.
    final class Bytes implements SliceValues {
        private final byte[] values;

        /// The array is read until the slice is taken in, and not kept.
        public Bytes(byte[] values) {
            this.values = values;
        }

        @Override
        public float at(int n) {
            return Byte.toUnsignedInt(values[n]);
        }

        @Override
        public boolean isZero(int from, int end) {
            return Zeros.only(values, from, end);
        }

        @Override
        public MemorySegment segment() {
            return MemorySegment.ofArray(values);
        }
    }

    /// Whole numbers in -32768…32767.
    final class Signed implements SliceValues {
        private final short[] values;

        /// The array is read until the slice is taken in, and not kept.
        public Signed(short[] values) {
            this.values = values;
        }

        short[] values() {
            return values;
        }

        @Override
        public float at(int n) {
            return values[n];
        }

        @Override
        public boolean isZero(int from, int end) {
            return Zeros.only(values, from, end);
        }

        @Override
        public MemorySegment segment() {
            return MemorySegment.ofArray(values);
        }
    }

    /// Whole numbers in 0…65535.
    final class Unsigned implements SliceValues {
        private final short[] values;

        /// The array is read until the slice is taken in, and not kept.
        public Unsigned(short[] values) {
            this.values = values;
        }

        @Override
        public float at(int n) {
            return Short.toUnsignedInt(values[n]);
        }

        @Override
        public boolean isZero(int from, int end) {
            return Zeros.only(values, from, end);
        }

        @Override
        public MemorySegment segment() {
            return MemorySegment.ofArray(values);
        }
    }

    /// Anything else.
    final class Real implements SliceValues {
        private final float[] values;

        /// The array is read until the slice is taken in, and not kept.
        public Real(float[] values) {
            this.values = values;
        }

        @Override
        public float at(int n) {
            return values[n];
        }

        @Override
        public boolean isZero(int from, int end) {
            for (int n = from; n < end; n++) {
                if (values[n] != 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public MemorySegment segment() {
            return MemorySegment.ofArray(values);
        }
    }
}
