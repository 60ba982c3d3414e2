// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.curve;

import org.overread.sync.bundle.curve.CurvePoint.Summand;

/// Multiples of one point, made once, from which any further one is a sum: odd ones of the point and of what it is after 128
/// doublings. Two numbers times two points cost the doublings of half a number (E. Straus, 1964). Some 4 KiB for a width of 5.
final class Multiples {
    private static final int PARTS = 2;
    private static final int BITS = 256;
    private static final int DOUBLINGS = BITS / PARTS;

    private final int width;
    private final Summand[][] odd;

    /// @param encoded a point of the curve
    /// @param width in bits, 2 to 8; there are as many multiples as numbers of one bit less are odd
    Multiples(byte[] encoded, int width) {
        this.width = width;
        odd = new Summand[PARTS][1 << (width - 2)];
        var base = CurvePoint.decode(encoded);
        for (int part = 0; part < PARTS; part++) {
            var multiple = base.copy();
            base.twice();
            Summand two = base.summand();
            odd[part][0] = multiple.summand();
            for (int n = 1; n < odd[part].length; n++) {
                multiple.add(two);
                odd[part][n] = multiple.summand();
            }
            for (int n = 1; n < DOUBLINGS && part < PARTS - 1; n++) {
                base.twice();
            }
        }
    }

    /// `number` times this point and `otherNumber` times the other.
    ///
    /// @param number below 2^253, its lowest byte first, as is the other
    CurvePoint sum(byte[] number, Multiples other, byte[] otherNumber) {
        byte[] digits = digits(number);
        byte[] otherDigits = other.digits(otherNumber);
        var sum = CurvePoint.neutral();
        for (int bit = DOUBLINGS - 1; bit >= 0; bit--) {
            sum.twice();
            addTo(sum, digits, bit);
            other.addTo(sum, otherDigits, bit);
        }
        return sum;
    }

    private void addTo(CurvePoint sum, byte[] digits, int bit) {
        for (int part = 0; part < PARTS; part++) {
            int digit = digits[part * DOUBLINGS + bit];
            if (digit > 0) {
                sum.add(odd[part][digit >> 1]);
            } else if (digit < 0) {
                sum.subtract(odd[part][-digit >> 1]);
            }
        }
    }

    /// The number in digits that are 0 or odd, of either sign, one for each bit; of so many in a row as the width says, one at
    /// most is not 0.
    private byte[] digits(byte[] number) {
        byte[] digits = new byte[BITS];
        int carried = 0;
        for (int bit = 0; bit < BITS; ) {
            if (bits(number, bit, 1) == carried) {
                bit++;
                continue;
            }
            int digit = bits(number, bit, width) + carried;
            carried = digit >> (width - 1);
            digits[bit] = (byte) (digit - (carried << width));
            bit += width;
        }
        return digits;
    }

    private static int bits(byte[] number, int from, int count) {
        int word = 0;
        for (int n = from / 8 + 2; n >= from / 8; n--) {
            word = word << 8 | (n < number.length ? number[n] & 0xFF : 0);
        }
        return word >> from % 8 & (1 << count) - 1;
    }
}
