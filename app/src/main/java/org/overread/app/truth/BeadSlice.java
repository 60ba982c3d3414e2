// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// One slice of the truth: 48 columns, 0.8 mm apart, and 40 rows, 0.7 mm apart, of air, with about a dozen beads of three
/// by three samples. Which beads there are depends on `number` and is the same in no mirror; no two beads of a case have
/// the same value, and those of neighbouring slices do not touch.
record BeadSlice(int number, PatientPoint origin, PatientVector row, PatientVector column) {
    static final int COLUMNS = 48;
    static final int ROWS = 40;
    static final double COLUMN_MM = 0.8;
    static final double ROW_MM = 0.7;
    static final double AIR = -1000;

    private static final int FIRST = 5;
    private static final int STEP = 8;

    /// `count` axial slices, `step` apart, numbered from `first`.
    static List<BeadSlice> axial(int first, int count, PatientPoint origin, PatientVector step) {
        return IntStream.range(0, count)
                .mapToObj(n -> axial(first + n, origin.plus(step.times(n))))
                .toList();
    }

    static BeadSlice axial(int number, PatientPoint origin) {
        return new BeadSlice(number, origin, PatientVector.LEFT, PatientVector.POSTERIOR);
    }

    private record Spot(int i, int j, double value) {}

    private List<Spot> spots() {
        var spots = new ArrayList<Spot>();
        int shift = number % 2 * STEP / 2;
        for (int b = 0; b < 4; b++) {
            for (int a = 0; a < 5; a++) {
                if ((7 * a + 3 * b + 5 * number + a * b) % 3 != 0) {
                    double value = 100 + 4 * (20 * (number % 24) + 5 * b + a);
                    spots.add(new Spot(FIRST + STEP * a + shift, FIRST + STEP * b + shift, value));
                }
            }
        }
        return spots;
    }

    List<Bead> beads() {
        return spots().stream().map(spot -> new Bead(at(spot.i, spot.j), spot.value)).toList();
    }

    /// The beads by column, row and `k`, where there is no patient.
    List<Bead> beadsOnGrid(int k) {
        return spots().stream()
                .map(spot -> new Bead(new PatientPoint(spot.i, spot.j, k), spot.value))
                .toList();
    }

    private PatientPoint at(int i, int j) {
        return origin.plus(row.times(i * COLUMN_MM)).plus(column.times(j * ROW_MM));
    }

    /// Rows from the top.
    double[] values() {
        double[] values = new double[COLUMNS * ROWS];
        Arrays.fill(values, AIR);
        for (Spot spot : spots()) {
            for (int n = 0; n < 9; n++) {
                boolean middle = n == 4;
                int at = spot.i + n % 3 - 1 + COLUMNS * (spot.j + n / 3 - 1);
                values[at] = middle ? spot.value : AIR + (spot.value - AIR) / 2;
            }
        }
        return values;
    }
}
