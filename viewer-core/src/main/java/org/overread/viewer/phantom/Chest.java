// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import static org.overread.viewer.phantom.Painting.at;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.phantom.shape.Capsule;
import org.overread.viewer.phantom.shape.Ellipsoid;
import org.overread.viewer.phantom.shape.HalfSpace;
import org.overread.viewer.phantom.shape.TorusArc;
import org.overread.viewer.phantom.shape.Union;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Lungs with their vessels and airways, heart and great vessels, down to the diaphragm.
final class Chest {
    private static final PatientVector HEART_AXIS = new PatientVector(0.62, -0.55, -0.56);
    private static final PatientPoint HEART = at(18, -26, 44);

    private final Trunk trunk;
    final Body heart = Ellipsoid.along(HEART, HEART_AXIS, 45, 42, 61);
    private static final double AIRWAY_WALL = 2; // mm

    final Body aorta = aorta();
    final Body rightDome = Ellipsoid.upright(at(-70, 2, -70), 84, 100, 108);
    final Body leftDome = Ellipsoid.upright(at(72, 2, -76), 80, 98, 98);

    Chest(Trunk trunk) {
        this.trunk = trunk;
    }

    void paint(Painting p) {
        Body pericardium = Ellipsoid.along(HEART, HEART_AXIS, 49, 46, 65);
        Body spine = spineBed();
        Body middle =
                Union.of(
                        Ellipsoid.upright(at(2, -18, 112), 31, 60, 92),
                        Ellipsoid.upright(at(2, 20, 30), 24, 36, 150),
                        Ellipsoid.upright(at(4, -30, 0), 22, 50, 56),
                        Trunk.backMuscles());
        Body right = lung(-1).minus(middle, pericardium, spine, aorta.grown(1.5), rightDome);
        Body left = lung(1).minus(middle, pericardium, spine, aorta.grown(1.5), leftDome);
        p.paint(Tissue.LUNG, right);
        p.paint(Tissue.LUNG, left);
        var lungVessels = new ArrayList<Body>();
        paintLungVessels(lungVessels, right, -1);
        paintLungVessels(lungVessels, left, 1);
        p.paint(Tissue.LUNG_VESSEL, new Union(lungVessels));
        paintHeart(p, pericardium);
        p.paint(Tissue.BRIGHT_BLOOD, aorta);
        // last, so that nothing lies in the air
        Body trachea = paintAirways(p, right, left);
        p.name("Right lung", "3341006", right);
        p.name("Left lung", "44029006", left);
        p.name("Trachea", "44567001", trachea);
        p.name("Heart", "80891009", heart);
        p.name("Aorta", "15825003", aorta.minus(trachea.grown(AIRWAY_WALL)));
    }

    private Body lung(int side) {
        return Ellipsoid.upright(at(side * 66, 4, -6), 74, 108, 186)
                .and(trunk.cavity.inset(2.5, 2.5), HalfSpace.above(-78));
    }

    private static Body spineBed() {
        var path = new ArrayList<PatientPoint>();
        for (double z = -120; z <= 230; z += 25) {
            path.add(at(0, Skeleton.spineY(z) + 4, z));
        }
        return Capsule.tube(path, 24, 20);
    }

    private static void paintLungVessels(List<Body> vessels, Body lung, int side) {
        PatientVector outwards = new PatientVector(side, 0.25, -0.1);
        PatientPoint hilum = at(side * 34, 4, 70);
        vessels.add(new VesselTree(8.5, 0.75, 420, 11 + side).grow(hilum, outwards, lung));
        vessels.add(
                new VesselTree(7.5, 0.75, 360, 21 + side)
                        .grow(at(side * 36, -2, 54), outwards, lung));
    }

    /// Trachea, carina and bronchi; a tracheostomy opens the trachea to the outside within the scan.
    private Body paintAirways(Painting p, Body right, Body left) {
        List<PatientPoint> windpipe =
                List.of(at(-2, -4, 238), at(-4, 5, 185), at(-8, 15, 140), at(-4, 18, 98));
        double skin = -trunk.outline.at(176).b();
        List<PatientPoint> opening = List.of(at(-5, 8, 170), at(0, -20, 182), at(0, skin - 8, 190));
        // the air reaches further than the wall around it, so that it meets the air outside
        List<PatientPoint> throughTheWall =
                List.of(opening.get(0), opening.get(1), opening.get(2), at(0, skin - 24, 193));
        Body toRight =
                Capsule.tube(List.of(at(-4, 18, 98), at(-20, 15, 80), at(-36, 10, 70)), 7.5, 6);
        Body toLeft = Capsule.tube(List.of(at(-4, 18, 98), at(22, 17, 82), at(40, 12, 72)), 7, 5.2);
        Body lumen =
                Union.of(
                        Capsule.tube(windpipe, 9),
                        Capsule.tube(throughTheWall, 5.5),
                        toRight,
                        toLeft);
        Body wall =
                Union.of(
                        Capsule.tube(windpipe, 11),
                        Capsule.tube(opening, 7),
                        toRight.grown(1.6),
                        toLeft.grown(1.6));
        Body rightTree =
                new VesselTree(5, 1.1, 26, 31)
                        .grow(at(-36, 10, 70), new PatientVector(-1, 0, -0.5), right);
        Body leftTree =
                new VesselTree(4.6, 1.1, 24, 33)
                        .grow(at(40, 12, 72), new PatientVector(1, 0, -0.4), left);
        p.paint(Tissue.BRONCHUS_WALL, wrapped(Union.of(rightTree, leftTree)));
        p.paint(Tissue.WALL, wall);
        p.paint(Tissue.AIR, Union.of(rightTree, leftTree));
        p.paint(Tissue.AIR, lumen);
        p.paint(
                Tissue.WALL,
                Capsule.tube(
                        List.of(
                                at(2, 32, 235),
                                at(0, 36, 110),
                                at(4, 28, 60),
                                at(8, 10, 0),
                                at(22, 2, -36)),
                        6.5));
        p.paint(Tissue.AIR, Capsule.tube(List.of(at(2, 31, 235), at(0, 35, 120)), 2));
        return lumen;
    }

    private static Body wrapped(Body tree) {
        return new Union(tree.pieces().stream().map(piece -> piece.grown(0.9)).toList());
    }

    private static Body aorta() {
        var up = new PatientVector(0, 0, 1);
        PatientVector across = new PatientVector(0.42, 0.9, 0).unit();
        PatientPoint arch = at(14, 4, 110);
        PatientPoint front = arch.plus(across.times(-29));
        PatientPoint back = arch.plus(across.times(29));
        return Union.of(
                Capsule.tube(List.of(at(2, -24, 58), at(-3, -24, 86), front), 15.5, 14.5),
                new TorusArc(arch, across.negated(), up, 29, Math.PI, 13.8),
                Capsule.tube(
                        List.of(
                                back,
                                at(25, 28, 60),
                                at(19, 20, 0),
                                at(9, 9, -60),
                                at(5, 5, -120),
                                at(4, 5, -180)),
                        12.6,
                        8.5),
                Capsule.tube(List.of(at(4, 5, -180), at(22, 10, -232)), 7, 6),
                Capsule.tube(List.of(at(4, 5, -180), at(-14, 10, -232)), 7, 6));
    }

    private void paintHeart(Painting p, Body pericardium) {
        p.paint(Tissue.INNER_FAT, pericardium);
        // veins and the pulmonary trunk end in the heart, so they come before its muscle
        p.paint(
                Tissue.BLOOD,
                Capsule.tube(List.of(at(-24, -14, 200), at(-23, -10, 130), at(-22, -12, 70)), 9));
        p.paint(
                Tissue.BLOOD,
                Capsule.tube(
                        List.of(at(24, -38, 70), at(22, -22, 92), at(10, -2, 84), at(-36, 4, 72)),
                        12,
                        8.5));
        p.paint(
                Tissue.BLOOD,
                Capsule.tube(List.of(at(22, -22, 92), at(32, -2, 86), at(40, 4, 72)), 11, 8.5));
        p.paint(Tissue.MYOCARDIUM, heart);
        p.paint(Tissue.BRIGHT_BLOOD, Ellipsoid.along(at(34, -30, 32), HEART_AXIS, 19, 19, 34));
        p.paint(
                Tissue.BLOOD,
                Ellipsoid.along(at(10, -46, 36), new PatientVector(0.75, -0.3, -0.6), 17, 13, 34));
        p.paint(Tissue.BLOOD, Ellipsoid.upright(at(-15, -22, 50), 17, 21, 24));
        p.paint(Tissue.BRIGHT_BLOOD, Ellipsoid.upright(at(8, 2, 60), 26, 14, 18));
        p.paint(Tissue.MYOCARDIUM, Ellipsoid.along(at(42, -42, 26), HEART_AXIS, 3, 3, 9));
    }
}
