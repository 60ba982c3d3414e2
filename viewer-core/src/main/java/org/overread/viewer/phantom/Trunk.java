// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import static org.overread.viewer.phantom.Painting.at;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.phantom.shape.Capsule;
import org.overread.viewer.phantom.shape.Drum;
import org.overread.viewer.phantom.shape.HalfSpace;
import org.overread.viewer.phantom.shape.Torso;
import org.overread.viewer.phantom.shape.Union;

/// The outline of the body and its wall: table, skin, fat, muscle, and the cavity that everything else lies in.
final class Trunk {
    /// Height, half width, half depth in mm, from the hips to the base of the neck.
    private static final double[][] OUTLINE = {
        {-230, 168, 110}, {-180, 163, 108}, {-130, 155, 106}, {-80, 153, 107}, {-30, 156, 110},
        {20, 161, 113}, {70, 164, 113}, {120, 160, 107}, {155, 148, 98}, {185, 126, 86},
        {230, 92, 70},
    };

    final Torso outline = smooth();
    final Torso skinInside = outline.inset(2, 2);
    final Torso muscle = outline.inset(14, 11);
    final Torso cavity = outline.inset(29, 23);

    void paint(Painting p) {
        p.paint(Tissue.TABLE, new Drum(at(0, 133, 0), 232, 18, 900, 1));
        p.paint(Tissue.FOAM, new Drum(at(0, 133, 0), 229, 15.5, 900, 1));
        p.paint(Tissue.SKIN, outline);
        p.paint(Tissue.FAT, skinInside);
        p.paint(Tissue.MUSCLE, muscle);
        Body belly = HalfSpace.below(-66);
        p.paint(
                Tissue.INNER_FAT,
                outline.inset(18.6, 15).minus(outline.inset(19.6, 15.8)).and(belly));
        p.paint(
                Tissue.INNER_FAT,
                outline.inset(23.2, 18.6).minus(outline.inset(24.1, 19.3)).and(belly));
        p.paint(Tissue.INNER_FAT, cavity);
        p.name("Body", "38266002", outline);
    }

    /// Along the spine: behind it all the way, before it below the diaphragm.
    static Body backMuscles() {
        var sides = new ArrayList<Body>();
        for (int side = -1; side <= 1; side += 2) {
            sides.add(
                    Capsule.tube(
                            List.of(
                                    at(side * 27, 67, -230),
                                    at(side * 28, 69, -80),
                                    at(side * 25, 75, 60),
                                    at(side * 22, 66, 160),
                                    at(side * 19, 50, 230)),
                            21,
                            13));
            sides.add(
                    Capsule.tube(
                            List.of(
                                    at(side * 26, 42, -62),
                                    at(side * 38, 38, -130),
                                    at(side * 50, 30, -230)),
                            8,
                            24));
        }
        return new Union(sides);
    }

    /// The outline on a smooth curve through its points, so that no kink shows.
    private static Torso smooth() {
        var stations = new ArrayList<Torso.Station>();
        for (double z = OUTLINE[0][0]; z <= OUTLINE[OUTLINE.length - 1][0]; z += 5) {
            stations.add(new Torso.Station(z, curve(z, 1), curve(z, 2)));
        }
        return new Torso(stations);
    }

    private static double curve(double z, int column) {
        int n = 1;
        while (n < OUTLINE.length - 1 && z > OUTLINE[n][0]) {
            n++;
        }
        double width = OUTLINE[n][0] - OUTLINE[n - 1][0];
        double t = (z - OUTLINE[n - 1][0]) / width;
        double start = OUTLINE[n - 1][column];
        double end = OUTLINE[n][column];
        double rise = end - start;
        double leaving = slope(n - 1, column) * width;
        double arriving = slope(n, column) * width;
        return start
                + t
                        * (leaving
                                + t
                                        * (3 * rise
                                                - 2 * leaving
                                                - arriving
                                                + t * (leaving + arriving - 2 * rise)));
    }

    private static double slope(int n, int column) {
        int before = Math.max(0, n - 1);
        int after = Math.min(OUTLINE.length - 1, n + 1);
        return (OUTLINE[after][column] - OUTLINE[before][column])
                / (OUTLINE[after][0] - OUTLINE[before][0]);
    }
}
