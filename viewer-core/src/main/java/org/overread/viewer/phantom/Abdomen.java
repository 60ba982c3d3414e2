// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import static org.overread.viewer.phantom.Painting.at;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.phantom.shape.Capsule;
import org.overread.viewer.phantom.shape.Ellipsoid;
import org.overread.viewer.phantom.shape.HalfSpace;
import org.overread.viewer.phantom.shape.Union;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// What lies below the diaphragm: liver with three lesions, spleen, kidneys, and their neighbours.
final class Abdomen {
    private static final double DIAPHRAGM = 40; // mm, above its domes

    private final Trunk trunk;
    private final Chest chest;
    private final double lesionGrowth;

    /// `lesionGrowth` multiplies the half axes of the second lesion.
    Abdomen(Trunk trunk, Chest chest, double lesionGrowth) {
        this.trunk = trunk;
        this.chest = chest;
        this.lesionGrowth = lesionGrowth;
    }

    void paint(Painting p) {
        Body wall = trunk.cavity.inset(-1, -1);
        Body under = HalfSpace.below(-72);
        p.paint(
                Tissue.MUSCLE,
                Union.of(chest.rightDome.and(wall), chest.leftDome.and(wall), wall.and(under)));
        Body room = trunk.cavity.inset(1.5, 1.5);
        Body rightRoom = Ellipsoid.upright(at(-70, 2, -70), 81, 97, 105).and(room);
        Body leftRoom = Ellipsoid.upright(at(72, 2, -76), 77, 95, 95).and(room);
        p.paint(Tissue.INNER_FAT, Union.of(rightRoom, leftRoom, room.and(under)));
        paintBowel(p);
        paintLiver(p, Union.of(rightRoom, leftRoom, room.and(under)));
        paintLeftUpper(p, leftRoom);
        p.paint(Tissue.MUSCLE, Trunk.backMuscles());
        paintKidneys(p);
        paintVessels(p);
    }

    private void paintLiver(Painting p, Body room) {
        Body kidneyBed =
                Ellipsoid.along(at(-70, 42, -112), new PatientVector(-0.2, 0.12, 1), 38, 34, 62);
        Body spineBed = Capsule.tube(List.of(at(0, 40, -200), at(0, 44, 60)), 36);
        Body visceral = new HalfSpace(at(-10, 10, -78), new PatientVector(0.52, 0.3, -0.8));
        Body leftEdge = new HalfSpace(at(64, -40, -30), new PatientVector(0.9, 0.3, -0.1));
        Body bile =
                Ellipsoid.along(at(-42, -46, -104), new PatientVector(0.3, -0.5, -1), 13, 13, 29);
        Body liver =
                Ellipsoid.upright(at(-46, -8, -52), 112, 108, 96)
                        .and(room, Union.of(visceral, rightLobe()), leftEdge)
                        .minus(
                                kidneyBed,
                                spineBed,
                                bile.grown(1.5),
                                chest.aorta.grown(8),
                                stomach(),
                                Trunk.backMuscles());
        p.paint(Tissue.LIVER, liver);
        Body portal =
                new VesselTree(6.5, 0.9, 70, 41)
                        .grow(at(-22, 2, -72), new PatientVector(-1, -0.1, 0.4), liver);
        Body hepatic =
                new VesselTree(6, 0.9, 56, 43)
                        .grow(at(-16, 12, -14), new PatientVector(-0.7, -0.5, -0.5), liver);
        p.paint(Tissue.LIVER_VESSEL, Union.of(portal, hepatic));
        Body cystic = Ellipsoid.sphere(at(-104, 18, -34), 14);
        Body growing =
                Ellipsoid.along(
                        at(-78, -38, -52),
                        new PatientVector(0.3, 0.4, 1),
                        12 * lesionGrowth,
                        10 * lesionGrowth,
                        15 * lesionGrowth);
        Body faint = Ellipsoid.upright(at(6, -56, -40), 9, 7, 8);
        p.paint(Tissue.CYSTIC_LESION, cystic);
        p.paint(Tissue.LESION, growing);
        p.paint(Tissue.FAINT_LESION, faint);
        p.paint(Tissue.WALL, bile.grown(1.2));
        p.paint(Tissue.BILE, bile);
        p.name("Liver", "10200004", liver);
        p.name("Liver lesion 1", "52988006", cystic);
        p.name("Liver lesion 2", "52988006", growing);
        p.name("Liver lesion 3", "52988006", faint);
    }

    private static Body rightLobe() {
        return Ellipsoid.along(at(-92, 6, -78), new PatientVector(-0.08, 0, 1), 48, 78, 86);
    }

    private static Body stomach() {
        return Union.of(
                Ellipsoid.along(at(58, -22, -36), new PatientVector(-0.35, -0.35, 1), 40, 36, 52),
                Capsule.tube(
                        List.of(at(52, -36, -66), at(28, -48, -92), at(-6, -44, -92)), 26, 14));
    }

    private static void paintLeftUpper(Painting p, Body leftRoom) {
        Body stomach = stomach();
        p.paint(Tissue.BOWEL_WALL, stomach.and(leftRoom.grown(-1)));
        Body lumen =
                Union.of(
                                Ellipsoid.along(
                                        at(58, -22, -36),
                                        new PatientVector(-0.35, -0.35, 1),
                                        36.5,
                                        32.5,
                                        48),
                                Capsule.tube(
                                        List.of(
                                                at(52, -36, -66),
                                                at(28, -48, -92),
                                                at(-6, -44, -92)),
                                        22,
                                        10))
                        .and(leftRoom.grown(-4));
        p.paint(Tissue.STOMACH_CONTENT, lumen);
        p.paint(Tissue.AIR, lumen.and(new HalfSpace(at(0, -42, 0), PatientVector.POSTERIOR)));
        Body spleen =
                Ellipsoid.along(at(101, 40, -42), new PatientVector(0.25, -0.5, 0.85), 27, 44, 58)
                        .and(leftRoom)
                        .minus(stomach.grown(2), Ellipsoid.upright(at(69, 44, -92), 34, 32, 60));
        p.paint(Tissue.SPLEEN, spleen);
        p.name("Spleen", "78961009", spleen);
    }

    private static void paintKidneys(Painting p) {
        p.name("Right kidney", "9846003", kidney(p, -1, at(-70, 42, -114)));
        p.name("Left kidney", "18639004", kidney(p, 1, at(69, 44, -98)));
    }

    private static Body kidney(Painting p, int side, PatientPoint center) {
        PatientVector axis = new PatientVector(side * 0.2, 0.12, 1);
        Body whole = Ellipsoid.along(center, axis, 27, 24, 54);
        Body sinus =
                Ellipsoid.along(center.plus(new PatientVector(-side * 17, -5, 0)), axis, 18, 9, 23);
        Body kidney = whole.minus(sinus);
        p.paint(Tissue.KIDNEY, kidney);
        p.paint(
                Tissue.RENAL_PELVIS,
                Ellipsoid.along(
                        center.plus(new PatientVector(-side * 16, -5, -4)), axis, 9, 4.5, 11));
        PatientPoint hilum = center.plus(new PatientVector(-side * 18, -6, 4));
        p.paint(
                Tissue.BRIGHT_BLOOD,
                Capsule.tube(List.of(at(side * 6, 6, center.z() + 14), hilum), 3, 2.6));
        p.paint(
                Tissue.BLOOD,
                Capsule.tube(
                        List.of(
                                at(-20, 6, center.z() + 6),
                                at(side * 10, -2, center.z() + 6),
                                hilum),
                        4.5));
        return kidney;
    }

    private void paintVessels(Painting p) {
        // again what the chest painted, for fat and muscle came over it
        p.paint(Tissue.BRIGHT_BLOOD, chest.aorta.and(HalfSpace.below(DIAPHRAGM)));
        p.paint(
                Tissue.BLOOD,
                Capsule.tube(
                        List.of(
                                at(-20, -8, 62),
                                at(-20, 0, 10),
                                at(-20, 6, -40),
                                at(-20, 6, -120),
                                at(-18, 7, -185)),
                        11));
        p.paint(Tissue.BLOOD, Capsule.tube(List.of(at(-18, 7, -185), at(-32, 12, -235)), 8));
        p.paint(Tissue.BLOOD, Capsule.tube(List.of(at(-18, 7, -185), at(8, 16, -235)), 8));
        p.paint(
                Tissue.BLOOD,
                Capsule.tube(List.of(at(-22, 2, -72), at(2, -14, -92), at(10, -18, -150)), 6.5, 5));
        p.paint(
                Tissue.PANCREAS,
                Capsule.tube(
                        List.of(
                                at(-30, -16, -104),
                                at(-8, -24, -94),
                                at(26, -14, -80),
                                at(58, 12, -66),
                                at(82, 26, -58)),
                        12,
                        8));
        p.paint(
                Tissue.BLOOD,
                Capsule.tube(
                        List.of(at(2, -14, -92), at(30, -4, -78), at(60, 20, -64), at(86, 34, -52)),
                        4.2));
        p.paint(
                Tissue.BRIGHT_BLOOD,
                Capsule.tube(List.of(at(7, 0, -72), at(8, -8, -86), at(14, -16, -160)), 3.6, 3));
    }

    private void paintBowel(Painting p) {
        var colon =
                List.of(
                        at(-98, 16, -230),
                        at(-102, 10, -170),
                        at(-96, -6, -132),
                        at(-70, -52, -140),
                        at(-20, -66, -150),
                        at(40, -66, -138),
                        at(84, -40, -112),
                        at(104, 6, -104),
                        at(106, 20, -160),
                        at(100, 18, -230));
        p.paint(Tissue.BOWEL_WALL, Capsule.tube(colon, 21));
        p.paint(Tissue.BOWEL_CONTENT, Capsule.tube(colon, 18.5));
        var gas = new ArrayList<Body>();
        for (PatientPoint q : colon.subList(1, colon.size() - 1)) {
            gas.add(
                    Ellipsoid.sphere(q, 17.5)
                            .and(new HalfSpace(at(0, q.y() - 4, 0), PatientVector.POSTERIOR)));
        }
        p.paint(Tissue.AIR, new Union(gas));
        var loops = new ArrayList<PatientPoint>();
        for (int n = 0; n < 170; n++) {
            double t = n * 0.4;
            loops.add(
                    at(
                            72 * Math.sin(t * 0.9 + 0.7 * Math.sin(t * 0.13)),
                            -36 + 28 * Math.cos(t * 1.7 + 0.6),
                            -128 - n * 0.6 + 9 * Math.sin(t * 2.3)));
        }
        p.paint(Tissue.BOWEL_WALL, Capsule.tube(loops, 12.5));
        p.paint(Tissue.BOWEL_CONTENT, Capsule.tube(loops, 9.5));
    }
}
