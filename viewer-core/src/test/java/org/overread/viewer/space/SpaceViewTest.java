// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.slice.OrientationLetters;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

final class SpaceViewTest {
    /// The side that is seen, what lies to the right of the screen, and what at its top.
    @ParameterizedTest
    @CsvSource({
        "ANTERIOR, A, L, H",
        "POSTERIOR, P, R, H",
        "LEFT, L, P, H",
        "RIGHT, R, A, H",
        "HEAD, H, R, A",
        "FEET, F, L, A"
    })
    void everySideIsUpright(SpaceView.Side side, String seen, String right, String top) {
        SpaceView view = SpaceView.from(side, PatientPoint.ORIGIN);
        assertEquals(seen, OrientationLetters.of(view.deep().negated()));
        assertEquals(right, OrientationLetters.of(view.plane().right()));
        assertEquals(top, OrientationLetters.of(view.plane().down().negated()));
    }

    @Test
    void theFrontOfTheBodyFollowsTheHand() {
        SpaceView front = SpaceView.from(SpaceView.Side.ANTERIOR, PatientPoint.ORIGIN);
        // the nose, turned to the right of the screen, shows the right cheek
        SpaceView turned = front.turned(Math.PI / 2, 0);
        PatientVector nose = PatientVector.POSTERIOR.negated();
        assertEquals(1, nose.dot(turned.plane().right()), 1e-12);
        assertEquals("R", OrientationLetters.of(turned.deep().negated()));
        // turned down, one looks onto the head
        SpaceView nodded = front.turned(0, Math.PI / 2);
        assertEquals(1, nose.dot(nodded.plane().down()), 1e-12);
        assertEquals("H", OrientationLetters.of(nodded.deep().negated()));
    }

    @Test
    void aThousandTurnsLeaveThePictureStraight() {
        SpaceView view = SpaceView.from(SpaceView.Side.LEFT, PatientPoint.ORIGIN);
        for (int n = 0; n < 1000; n++) {
            view = view.turned(0.013 * (n % 7), -0.017 * (n % 5));
        }
        assertEquals(0, view.plane().right().dot(view.plane().down()), 1e-9);
        assertEquals(1, view.plane().right().length(), 1e-9);
    }
}
