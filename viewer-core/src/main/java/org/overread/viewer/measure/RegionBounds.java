// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// Whether a region stays within a volume, judged by its rim.
final class RegionBounds {
    private static final int PLACES = 32;

    private RegionBounds() {}

    static boolean liesWithin(Region region, VolumeGeometry geometry) {
        return switch (region) {
            case Region.Rectangle rectangle ->
                    rectangle.points().stream().allMatch(geometry::contains);
            case Region.Ellipse ellipse ->
                    IntStream.range(0, PLACES)
                            .mapToDouble(n -> 2 * Math.PI * n / PLACES)
                            .mapToObj(
                                    turn ->
                                            ellipse.center()
                                                    .plus(ellipse.a().times(Math.cos(turn)))
                                                    .plus(ellipse.b().times(Math.sin(turn))))
                            .allMatch(geometry::contains);
            case Region.Sphere ball -> liesWithin(ball, geometry);
        };
    }

    /// The ball's outermost places are those along the normals of the volume's faces.
    private static boolean liesWithin(Region.Sphere ball, VolumeGeometry geometry) {
        PatientVector k = geometry.kStep(geometry.sliceIndexAt(ball.center()));
        return Stream.of(
                        geometry.normal(),
                        geometry.jStep().cross(k).unit(),
                        k.cross(geometry.iStep()).unit())
                .map(normal -> normal.times(ball.radiusMm()))
                .allMatch(
                        way ->
                                geometry.contains(ball.center().plus(way))
                                        && geometry.contains(ball.center().plus(way.negated())));
    }
}
