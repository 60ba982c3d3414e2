// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

final class BodyTest {
    private static final PatientPoint CENTER = new PatientPoint(3, -5, 7);
    private static final PatientVector ASLANT = new PatientVector(0.3, -0.5, 0.8);
    private static final Torso TORSO =
            new Torso(
                    List.of(
                            new Torso.Station(-30, 40, 25),
                            new Torso.Station(5, 48, 30),
                            new Torso.Station(30, 30, 22)));

    static Stream<Body> solids() {
        return Stream.of(
                Ellipsoid.along(CENTER, ASLANT, 11, 17, 23),
                new Capsule(CENTER, new PatientPoint(20, 8, -9), 8, 8),
                new TorusArc(CENTER, PatientVector.LEFT, PatientVector.HEAD, 22, 2.2, 6),
                new TorusArc(CENTER, PatientVector.LEFT, PatientVector.HEAD, 22, 2 * Math.PI, 6),
                new Drum(CENTER, 14, 21, 9, 0),
                TORSO);
    }

    static Stream<Body> all() {
        Body ball = Ellipsoid.sphere(CENTER, 18);
        return Stream.concat(
                solids(),
                Stream.of(
                        new Capsule(CENTER, new PatientPoint(20, 8, -9), 9, 3),
                        new Drum(CENTER, 14, 21, 9, 4),
                        Union.of(ball, TORSO.inset(4, 9)),
                        ball.and(TORSO, new HalfSpace(CENTER, ASLANT)),
                        TORSO.minus(ball, new HalfSpace(CENTER, ASLANT)),
                        ball.grown(-3),
                        TORSO.moved(ASLANT.times(9))));
    }

    /// Points strewn evenly over the box: the share inside, times the box. 2 million points, error about 0.3 %.
    @ParameterizedTest
    @MethodSource("solids")
    void theFormulaForTheVolumeAgreesWithCounting(Body body) {
        Bounds box = body.bounds();
        PatientVector sides = box.high().from(box.low());
        var random = new SplittableRandom(1);
        int inside = 0;
        int points = 2_000_000;
        for (int n = 0; n < points; n++) {
            double x = box.low().x() + sides.x() * random.nextDouble();
            double y = box.low().y() + sides.y() * random.nextDouble();
            double z = box.low().z() + sides.z() * random.nextDouble();
            if (body.signedDistance(x, y, z) <= 0) {
                inside++;
            }
        }
        double counted = sides.x() * sides.y() * sides.z() * inside / points / 1000;
        assertEquals(counted, body.volumeMl().orElseThrow(), 0.008 * counted);
    }

    @Test
    void anEllipsoidHoldsWhatItsEquationSays() {
        Body ellipsoid = Ellipsoid.upright(CENTER, 10, 20, 30);
        assertTrue(ellipsoid.contains(CENTER.plus(new PatientVector(9.999, 0, 0))));
        assertTrue(!ellipsoid.contains(CENTER.plus(new PatientVector(10.001, 0, 0))));
        assertTrue(ellipsoid.contains(CENTER.plus(new PatientVector(0, 0, -29.999))));
        assertEquals(4 / 3.0 * Math.PI * 6, ellipsoid.volumeMl().orElseThrow(), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noSurfaceIsNearerThanTheClearance(Body body) {
        var random = new SplittableRandom(2);
        for (int n = 0; n < 20_000; n++) {
            PatientPoint p = randomPoint(random);
            double clearance = body.clearance(p.x(), p.y(), p.z());
            var direction =
                    new PatientVector(
                            random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            PatientPoint q =
                    p.plus(
                            direction
                                    .unit()
                                    .times(random.nextDouble() * 0.999 * Math.abs(clearance)));
            if (Math.abs(clearance) > 1e-9) {
                assertEquals(body.contains(p), body.contains(q), p + " " + q);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBoxHoldsTheBody(Body body) {
        var random = new SplittableRandom(3);
        Bounds box = body.bounds();
        for (int n = 0; n < 20_000; n++) {
            PatientPoint p = randomPoint(random);
            boolean inBox = !box.intersection(new Bounds(p, p)).isEmpty();
            assertTrue(inBox || !body.contains(p), p.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nearAPointTheSimplerBodyIsTheSame(Body body) {
        var random = new SplittableRandom(4);
        for (int n = 0; n < 5_000; n++) {
            PatientPoint p = randomPoint(random);
            Body near = body.near(p.x(), p.y(), p.z(), 6);
            if (Math.abs(body.clearance(p.x(), p.y(), p.z())) <= 6) {
                PatientPoint q = p.plus(new PatientVector(3, -3.9, 3).times(random.nextDouble()));
                assertEquals(body.contains(q), near.contains(q), p + " " + q);
            }
        }
    }

    private static PatientPoint randomPoint(SplittableRandom random) {
        return new PatientPoint(
                random.nextDouble(-60, 60), random.nextDouble(-60, 60), random.nextDouble(-60, 60));
    }
}
