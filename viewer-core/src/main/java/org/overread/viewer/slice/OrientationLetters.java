// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.overread.viewer.volume.PatientVector;

/// The letters at the edges of a picture: where a direction leads in the patient, nearest axis first.
///
/// L and R are the patient's left and right, A front, P back, H head, F feet.
public final class OrientationLetters {
    /// A cosine below this, about 6 degrees of tilt, is not worth a letter.
    private static final double SMALLEST = 0.1;

    private OrientationLetters() {}

    private record Letter(String name, double size) {}

    /// One letter along an axis, two or three when oblique, such as `PL` for mostly back and somewhat left.
    public static String of(PatientVector direction) {
        PatientVector unit = direction.unit();
        return Stream.of(
                        new Letter(unit.x() > 0 ? "L" : "R", Math.abs(unit.x())),
                        new Letter(unit.y() > 0 ? "P" : "A", Math.abs(unit.y())),
                        new Letter(unit.z() > 0 ? "H" : "F", Math.abs(unit.z())))
                .filter(letter -> letter.size() >= SMALLEST)
                // equal to a millionth is equal: 45 degrees must not flicker between two words
                .sorted((a, b) -> Double.compare(rounded(b.size()), rounded(a.size())))
                .map(Letter::name)
                .collect(Collectors.joining());
    }

    private static double rounded(double size) {
        return Math.rint(size * 1e6);
    }
}
