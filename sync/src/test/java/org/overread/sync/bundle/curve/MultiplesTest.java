// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.sync.bundle.curve.WholeCurve.Place;

/// Sums of multiples are those of whole numbers, for all points of the curve, the weak ones among them.
final class MultiplesTest {
    private static final BigInteger ONE = BigInteger.ONE;
    private static final Place BASE =
            WholeCurve.at(
                    BigInteger.valueOf(4)
                            .multiply(BigInteger.valueOf(5).modInverse(WholeCurve.P))
                            .mod(WholeCurve.P),
                    0);

    /// Of order 8: the y is a published one.
    private static final Place EIGHTH =
            WholeCurve.at(
                    new BigInteger(
                            "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
                    0);

    private static final List<Multiplied> MULTIPLIED = multiplied(new Random(4));

    @Test
    void theCurveOfWholeNumbersIsTheOneOfTheStandard() {
        assertEquals(WholeCurve.NEUTRAL, BASE.times(Ed25519Equation.ORDER));
        assertEquals(WholeCurve.NEUTRAL, EIGHTH.times(BigInteger.valueOf(8)));
        assertEquals(WholeCurve.P.subtract(ONE), EIGHTH.times(BigInteger.valueOf(4)).y());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 7, 8})
    void aSumOfMultiplesIsThatOfWholeNumbers(int width) {
        var random = new Random(width);
        for (Multiplied one : MULTIPLIED) {
            Multiplied other = MULTIPLIED.get(random.nextInt(MULTIPLIED.size()));
            byte[] sum =
                    new Multiples(one.place().encode(), width)
                            .sum(
                                    LittleEndian.bytes(one.number(), 32),
                                    new Multiples(other.place().encode(), 5),
                                    LittleEndian.bytes(other.number(), 32))
                            .encode();
            assertArrayEquals(
                    one.product().plus(other.product()).encode(), sum, () -> one + ", " + other);
        }
    }

    private record Multiplied(Place place, BigInteger number, Place product) {}

    private static List<Multiplied> multiplied(Random random) {
        var multiplied = new ArrayList<Multiplied>();
        for (Place place : places(random)) {
            for (BigInteger number : numbers(random)) {
                multiplied.add(new Multiplied(place, number, place.times(number)));
            }
        }
        return multiplied;
    }

    /// Ends of the range, of the halves that are worked on side by side, and of runs of digits.
    private static List<BigInteger> numbers(Random random) {
        BigInteger order = Ed25519Equation.ORDER;
        BigInteger half = BigInteger.TWO.pow(128);
        var numbers =
                new ArrayList<>(
                        List.of(
                                BigInteger.ZERO,
                                ONE,
                                BigInteger.valueOf(15),
                                BigInteger.valueOf(16),
                                half.subtract(ONE),
                                half,
                                half.add(ONE),
                                BigInteger.TWO.pow(252).subtract(ONE),
                                BigInteger.TWO.pow(253).subtract(ONE),
                                order.subtract(ONE),
                                order,
                                new BigInteger("15".repeat(31), 16),
                                new BigInteger("0f".repeat(32), 16)));
        for (int n = 0; n < 4; n++) {
            numbers.add(new BigInteger(252, random));
        }
        return numbers;
    }

    private static List<Place> places(Random random) {
        var places = new ArrayList<Place>();
        places.add(BASE);
        places.add(BASE.times(Ed25519Equation.ORDER.subtract(ONE))); // its opposite
        places.add(BASE.times(new BigInteger(252, random)));
        places.add(BASE.times(new BigInteger(252, random)).plus(EIGHTH));
        for (int n = 0; n < 8; n += 3) {
            places.add(EIGHTH.times(BigInteger.valueOf(n)));
        }
        return places;
    }
}
