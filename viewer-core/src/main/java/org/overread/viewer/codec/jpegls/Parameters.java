// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpegls;

import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;

/// The numbers that steer the coder (T.87 C.2.4.1): largest sample, gradient thresholds, when counts are halved.
/// 0 stands for the default.
record Parameters(int maxValue, int t1, int t2, int t3, int reset) {
    static final Parameters DEFAULT = new Parameters(0, 0, 0, 0, 0);
    private static final int DEFAULT_RESET = 64;

    static Parameters read(ByteReader in) throws BrokenPictureException {
        return new Parameters(in.u16(), in.u16(), in.u16(), in.u16(), in.u16());
    }

    /// With the defaults filled in for samples of `precision` bits that may be wrong by `near`.
    Parameters complete(int precision, int near) throws BrokenPictureException {
        int max = maxValue == 0 ? (1 << precision) - 1 : maxValue;
        if (max < 1 || max >= 1 << precision || near > Math.min(255, max / 2)) {
            throw BrokenPictureException.corrupt(
                    "JPEG-LS samples up to %d of %d bits, near %d".formatted(max, precision, near));
        }
        int first;
        int second;
        int third;
        if (max >= 128) {
            int factor = (Math.min(max, 4095) + 128) / 256;
            first = factor + 2 + 3 * near;
            second = factor * 4 + 3 + 5 * near;
            third = factor * 17 + 4 + 7 * near;
        } else {
            int factor = 256 / (max + 1);
            first = Math.max(2, 3 / factor + 3 * near);
            second = Math.max(3, 7 / factor + 5 * near);
            third = Math.max(4, 21 / factor + 7 * near);
        }
        int low = t1 == 0 ? orBound(first, near + 1, max) : t1;
        int middle = t2 == 0 ? orBound(second, low, max) : t2;
        int high = t3 == 0 ? orBound(third, middle, max) : t3;
        int halving = reset == 0 ? DEFAULT_RESET : reset;
        if (low <= near || middle < low || high < middle || high > max || halving < 3) {
            throw BrokenPictureException.corrupt(
                    "JPEG-LS thresholds %d %d %d, reset %d".formatted(low, middle, high, halving));
        }
        return new Parameters(max, low, middle, high, halving);
    }

    private static int orBound(int value, int bound, int max) {
        return value < bound || value > max ? bound : value;
    }
}
