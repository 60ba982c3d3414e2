// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import static org.overread.viewer.phantom.Painting.at;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.phantom.shape.Capsule;
import org.overread.viewer.phantom.shape.Drum;
import org.overread.viewer.phantom.shape.Ellipsoid;
import org.overread.viewer.phantom.shape.HalfSpace;
import org.overread.viewer.phantom.shape.Torso;
import org.overread.viewer.phantom.shape.Union;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Spine with discs and canal, ribs with their cartilage, and sternum. Bone has a dense shell and a softer inside.
final class Skeleton {
    private static final double LOWEST = -222;

    private final Trunk trunk;
    private final List<Body> vertebrae = new ArrayList<>();
    private final List<Body> ribs = new ArrayList<>();

    Skeleton(Trunk trunk) {
        this.trunk = trunk;
    }

    /// Where the middle of the vertebral bodies lies, front to back, at a height: hollow back, round chest.
    static double spineY(double z) {
        return 36
                + 9 * Math.sin((z + 60) / 75) * Math.exp(-Math.pow((z - 20) / 210, 2))
                - Math.max(0, z - 150) * 0.16;
    }

    void paint(Painting p) {
        paintRibs(p);
        paintSternum(p);
        paintSpine(p);
        p.name("Vertebrae", "421060004", new Union(vertebrae));
        p.name("Ribs and sternum", "113197003", new Union(ribs));
    }

    private void paintSpine(Painting p) {
        var insides = new ArrayList<Body>();
        var discs = new ArrayList<Body>();
        double z = LOWEST;
        while (z < 230) {
            double share = Math.clamp((z + 220) / 440, 0, 1);
            double height = 35 - 13 * share;
            double a = 24 - 9 * share;
            double b = 17.5 - 5 * share;
            double half = height * 0.39;
            double y = spineY(z);
            vertebrae.add(new Drum(at(0, y, z), a, b, half, 3));
            insides.add(new Drum(at(0, y, z), a - 1.6, b - 1.6, half - 1.1, 2.4));
            discs.add(
                    new Drum(
                            at(0, spineY(z + height / 2), z + height / 2),
                            a - 0.5,
                            b - 0.5,
                            height * 0.16,
                            2));
            addArch(insides, y + b, a, half, z);
            z += height;
        }
        p.paint(Tissue.DISC, new Union(discs));
        p.paint(Tissue.CORTEX, new Union(vertebrae));
        p.paint(Tissue.MARROW, new Union(insides));
        p.paint(Tissue.SPINAL_FLUID, canal(8.5));
        p.paint(Tissue.CORD, canal(4.5));
    }

    /// What surrounds the canal: pedicles, laminae, and the processes to the sides and to the back.
    private void addArch(List<Body> insides, double back, double a, double half, double z) {
        PatientPoint tip = at(0, back + 38, z - 13);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * 12.5;
            PatientPoint pedicle = at(x, back - 2, z + half * 0.35);
            PatientPoint joint = at(x * 1.1, back + 13, z);
            PatientPoint lamina = at(0, back + 21, z - 5);
            PatientPoint transverse = at(side * (a + 14), back + 17, z);
            vertebrae.add(new Capsule(pedicle, joint, 5, 5.5));
            vertebrae.add(new Capsule(joint, lamina, 5, 4));
            vertebrae.add(new Capsule(joint, transverse, 5, 3.8));
            insides.add(new Capsule(pedicle, joint, 3.4, 3.8));
            insides.add(new Capsule(joint, transverse, 3, 2.2));
        }
        vertebrae.add(new Capsule(at(0, back + 21, z - 5), tip, 4, 4.6));
        insides.add(new Capsule(at(0, back + 23, z - 6), tip, 2, 2.9));
    }

    private static Body canal(double radius) {
        var path = new ArrayList<PatientPoint>();
        for (double z = -230; z <= 230; z += 20) {
            double share = Math.clamp((z + 220) / 440, 0, 1);
            path.add(at(0, spineY(z) + 17.5 - 5 * share + 9, z));
        }
        return Capsule.tube(path, radius);
    }

    private void paintRibs(Painting p) {
        var insides = new ArrayList<Body>();
        var cartilage = new ArrayList<Body>();
        for (int n = 0; n < 12; n++) {
            double head = 196 - n * 23.5;
            for (int side = -1; side <= 1; side += 2) {
                rib(n, side, head, insides, cartilage);
            }
        }
        p.paint(Tissue.CARTILAGE, new Union(cartilage));
        p.paint(Tissue.RIB_CORTEX, new Union(List.copyOf(ribs)));
        p.paint(Tissue.MARROW, new Union(insides));
    }

    /// From the spine backwards and down around the chest; upper ribs end in cartilage that rises to the sternum.
    private void rib(int n, int side, double head, List<Body> insides, List<Body> cartilage) {
        double fall = 36 + 5 * Math.min(n, 7);
        double end = n < 7 ? 0.83 : 0.83 - 0.09 * (n - 6);
        var path = new ArrayList<PatientPoint>();
        path.add(at(side * 17, spineY(head) + 15, head));
        for (double t = 0.09; t <= end; t += 0.035) {
            path.add(onWall(side, t, head - fall * (0.1 + t * 1.05)));
        }
        ribs.add(flat(path, 3.9));
        insides.add(flat(path, 2.4));
        if (n < 10) {
            PatientPoint from = path.getLast();
            double sternumZ = Math.max(from.z() + 8 + 3 * n, 34 - 3 * n);
            double reach = n < 7 ? 16 : 22 + 16 * (n - 7);
            var bridge = new ArrayList<PatientPoint>();
            for (double s = 0; s <= 1.001; s += 0.2) {
                double z = from.z() + s * s * (sternumZ - from.z());
                double x = Math.abs(from.x()) + s * (reach - Math.abs(from.x()));
                bridge.add(onFront(side * x, z));
            }
            cartilage.add(flat(bridge, 3.6));
        }
    }

    /// A rod that is twice as high as thick.
    private static Body flat(List<PatientPoint> path, double radius) {
        var low = path.stream().map(q -> at(q.x(), q.y(), q.z() - radius * 0.9)).toList();
        var high = path.stream().map(q -> at(q.x(), q.y(), q.z() + radius * 0.9)).toList();
        return Union.of(Capsule.tube(low, radius), Capsule.tube(high, radius));
    }

    /// On the rib cage: `t` runs from 0 at the spine to 1 at the sternum.
    private PatientPoint onWall(int side, double t, double z) {
        Torso.Station s = trunk.cavity.at(z);
        double turn = Math.PI * t;
        double c = Math.cos(turn);
        double sn = Math.sin(turn);
        double radius = Math.pow(Math.pow(Math.abs(sn), 2.5) + Math.pow(Math.abs(c), 2.5), -0.4);
        return at(side * (s.a() + 5) * sn * radius, (s.b() + 4) * c * radius, z);
    }

    private PatientPoint onFront(double x, double z) {
        Torso.Station s = trunk.cavity.at(z);
        double u = Math.min(0.98, Math.abs(x) / (s.a() + 5));
        return at(x, -(s.b() + 4) * Math.pow(1 - Math.pow(u, 2.5), 0.4), z);
    }

    /// A plate between the front of the chest and its inside.
    private void paintSternum(Painting p) {
        Body plate =
                trunk.outline
                        .inset(15, 12.5)
                        .minus(trunk.outline.inset(25, 22.5))
                        .and(breadth(15.5), new HalfSpace(at(0, -20, 0), PatientVector.POSTERIOR));
        ribs.add(plate);
        p.paint(Tissue.RIB_CORTEX, plate);
        p.paint(
                Tissue.MARROW,
                trunk.outline
                        .inset(16.4, 13.9)
                        .minus(trunk.outline.inset(23.6, 21.1))
                        .and(breadth(14), new HalfSpace(at(0, -20, 0), PatientVector.POSTERIOR)));
    }

    /// Narrow at the tip, wide at the handle.
    private static Body breadth(double x) {
        return Union.of(
                Ellipsoid.upright(at(0, -90, 92), x, 60, x + 54),
                Ellipsoid.upright(at(0, -90, 150), x + 9, 60, x + 4));
    }
}
