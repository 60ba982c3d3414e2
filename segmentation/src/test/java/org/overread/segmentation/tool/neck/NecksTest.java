// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.neck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.local.Locals;
import org.overread.viewer.phantom.shape.Capsule;
import org.overread.viewer.phantom.shape.Ellipsoid;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// Two balls and what joins them: the place and the area of the neck are known.
final class NecksTest {

    /// 1 where a point is in the shape, 0 elsewhere; 76 mm by 56 mm by 56 mm.
    private static Volume drawn(double side, double thickness, Predicate<PatientPoint> shape) {
        var size = new GridSize((int) (76 / side), (int) (56 / side), (int) (56 / thickness));
        var image = PlanarImgs.shorts(size.i(), size.j(), size.k());
        Volume volume =
                Locals.spaced(Phantom.of(size, new Voxels.Int16(image)), side, side, thickness);
        for (int n = 0; n < size.voxels(); n++) {
            int i = n % size.i();
            int j = n / size.i() % size.j();
            int k = n / size.i() / size.j();
            if (shape.test(volume.geometry().toPatient(new VoxelPoint(i, j, k)))) {
                image.getPlane(k).getCurrentStorageArray()[j * size.i() + i] = 1;
            }
        }
        return volume;
    }

    private static Seed at(Volume volume, PatientPoint place) {
        VoxelPoint v = volume.geometry().toVoxel(place);
        return new Seed.Point(
                (int) Math.round(v.i()), (int) Math.round(v.j()), (int) Math.round(v.k()));
    }

    private static final PatientPoint FIRST = new PatientPoint(20, 28, 28);

    private static ToolOutcome.Segmented grown(Volume volume, String... settings)
            throws InterruptedException {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "lower=1";
        return segmented("connected-threshold", volume, List.of(at(volume, FIRST)), all);
    }

    @ParameterizedTest
    @CsvSource({
        // voxels, direction of the passage, its radius
        "1,1,1,0,0,3",
        "0.7,0.7,1,0,0,3",
        "0.8,2,1,0,0,3",
        "1,1,1,0.5,0,3",
        "0.8,1.6,1,0.3,0.4,3.5",
        "0.7,0.7,1,0.5,-0.5,3"
    })
    void theNeckOfADumbbellIsItsPassage(
            double side, double thickness, double x, double y, double z, double radius)
            throws InterruptedException {
        PatientVector way = new PatientVector(x, y, z).unit();
        PatientPoint second = FIRST.plus(way.times(34));
        var one = Ellipsoid.sphere(FIRST, 12);
        var other = Ellipsoid.sphere(second, 10);
        var passage = Capsule.tube(List.of(FIRST, second), radius);
        Volume volume =
                drawn(
                        side,
                        thickness,
                        p -> one.contains(p) || other.contains(p) || passage.contains(p));
        var found = grown(volume, "neckMm=9", "cut=show");
        assertEquals(1, found.notes().size(), found.notes().toString());
        double area = Math.PI * radius * radius;
        assertEquals(area, number(found, "neck 1 area"), 0.2 * area);
        var place =
                new PatientPoint(
                        number(found, "neck 1 x"),
                        number(found, "neck 1 y"),
                        number(found, "neck 1 z"));
        PatientVector from = place.from(FIRST);
        double along = from.dot(way);
        assertTrue(along > 10.5 && along < 26, "along the passage: " + along);
        assertTrue(from.minus(way.times(along)).length() < 1.2 * thickness, "in its middle");
        // the far ball and what is left of the passage
        double ball = 4 / 3.0 * Math.PI * 1000;
        double most = ball + area * (24 - along);
        assertEquals(most / 1000, number(found, "neck 1 volume behind"), 0.08 * most / 1000);
        var behind = found.regions().get(1).mask();
        var cut = found.regions().get(2).mask();
        assertTrue(cut.minus(behind).isEmpty(), "the cut is part of what lies behind");
        var applied = grown(volume, "neckMm=9", "cut=apply").regions().getFirst().mask();
        assertEquals(found.regions().getFirst().mask().minus(behind), applied);
    }

    @Test
    void theNeckOfAnHourglassIsItsWaist() throws InterruptedException {
        // a passage whose radius is 2 mm in the middle, at x = 37, and 4.4 mm at its ends
        PatientPoint second = new PatientPoint(54, 28, 28);
        var one = Ellipsoid.sphere(FIRST, 11);
        var other = Ellipsoid.sphere(second, 11);
        Volume volume =
                drawn(
                        0.7,
                        0.7,
                        p -> {
                            double radius = 2 + 0.3 * Math.abs(p.x() - 37);
                            boolean between = p.x() > 28 && p.x() < 46;
                            double off = Math.hypot(p.y() - 28, p.z() - 28);
                            return one.contains(p)
                                    || other.contains(p)
                                    || (between && off <= radius);
                        });
        var found = grown(volume, "neckMm=8");
        assertEquals(37, number(found, "neck 1 x"), 1);
        assertEquals(4 * Math.PI, number(found, "neck 1 area"), 2.5);
        assertEquals(1, found.regions().size(), "only named");
    }

    @Test
    void twoNecksAreTwo() throws InterruptedException {
        PatientPoint right = new PatientPoint(46, 28, 28);
        PatientPoint below = new PatientPoint(20, 48, 28);
        var one = Ellipsoid.sphere(FIRST, 10);
        var two = Ellipsoid.sphere(right, 9);
        var three = Ellipsoid.sphere(below, 6);
        var tubes = Capsule.tube(List.of(right, FIRST, below), 2);
        Volume volume =
                drawn(
                        1,
                        1,
                        p ->
                                one.contains(p)
                                        || two.contains(p)
                                        || three.contains(p)
                                        || tubes.contains(p));
        var found = grown(volume, "neckMm=6", "cut=apply");
        assertEquals(2, found.notes().size());
        assertTrue(
                number(found, "neck 1 volume behind") > number(found, "neck 2 volume behind"),
                "the larger part first");
        double ball = 4 / 3.0 * Math.PI;
        assertEquals(ball, found.regions().getFirst().mask().count() / 1000.0, 0.1 * ball);
    }

    @Test
    void whatIsWideHasNoNeck() throws InterruptedException {
        var ball = Ellipsoid.sphere(new PatientPoint(30, 28, 28), 15);
        Volume volume = drawn(1, 1, ball::contains);
        var found = grown(volume, "neckMm=6", "cut=show");
        assertEquals(List.of(), found.notes());
        assertTrue(found.regions().get(1).mask().isEmpty());
    }
}
