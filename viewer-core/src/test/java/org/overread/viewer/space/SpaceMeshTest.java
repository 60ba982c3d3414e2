// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.work.CancelToken;

final class SpaceMeshTest {
    private static final VolumeGeometry GRID =
            Orientation.SHEARED.grid(new GridSize(40, 40, 30), 1, 1.1, 1.3);
    private static final double RADIUS = 11;
    private static final Raster RASTER = new Raster(51, 51, 0.8);
    private static final SpaceLook NOTHING =
            new SpaceLook.Clouds(
                    new TransferFunction(
                            "Nothing", List.of(new TransferFunction.Point(1e6, 0, 0)), 0));

    /// A ball of many triangles around a point.
    private static SpaceMesh ball(PatientPoint center, double radius, int rgb, double opacity) {
        var points = new ArrayList<Float>();
        var corners = new ArrayList<Integer>();
        int around = 96;
        int rings = 48;
        for (int ring = 0; ring <= rings; ring++) {
            double polar = Math.PI * ring / rings;
            for (int n = 0; n < around; n++) {
                double turn = 2 * Math.PI * n / around;
                VoxelPoint v =
                        GRID.toVoxel(
                                center.plus(
                                        new PatientVector(
                                                        Math.sin(polar) * Math.cos(turn),
                                                        Math.sin(polar) * Math.sin(turn),
                                                        Math.cos(polar))
                                                .times(radius)));
                points.add((float) v.i());
                points.add((float) v.j());
                points.add((float) v.k());
                if (ring < rings) {
                    int a = ring * around + n;
                    int b = ring * around + (n + 1) % around;
                    corners.addAll(List.of(a, b, a + around, b, b + around, a + around));
                }
            }
        }
        var flat = new float[points.size()];
        for (int n = 0; n < flat.length; n++) {
            flat[n] = points.get(n);
        }
        return SpaceMesh.ofVoxels(
                GRID, flat, corners.stream().mapToInt(n -> n).toArray(), rgb, opacity);
    }

    private static SpaceScene scene(SpaceLook look, List<Cut> cuts, SpaceMesh... meshes) {
        Volume volume = Phantoms.of(GRID, _ -> 100);
        return new SpaceScene(
                SpaceVolume.of(volume).orElseThrow(),
                look,
                SpaceView.from(SpaceView.Side.LEFT, PatientPoint.ORIGIN).turned(0.5, 0.3),
                RASTER,
                SpaceScene.Pace.SHARP,
                cuts,
                List.of(meshes));
    }

    private static SliceImage draw(SpaceScene scene) {
        var image = new SliceImage(RASTER.width(), RASTER.height());
        new SpaceRenderer(Runnable::run, 1).render(scene, image, new CancelToken());
        return image;
    }

    @Test
    void aSurfaceHasTheBallsOutlineAndDepth() {
        SpaceScene scene =
                scene(NOTHING, List.of(), ball(PatientPoint.ORIGIN, RADIUS, 0xFF0000, 1));
        SliceImage image = draw(scene);
        for (int row = 0; row < 51; row++) {
            for (int column = 0; column < 51; column++) {
                double mm = Math.hypot(column - 25, row - 25) * 0.8;
                if (mm < RADIUS - 0.2) {
                    assertEquals(255, image.argb(column, row) >>> 24);
                    double depth =
                            SpaceRenderer.pick(scene, column, row)
                                    .orElseThrow()
                                    .from(PatientPoint.ORIGIN)
                                    .dot(scene.view().deep());
                    assertEquals(-Math.sqrt(RADIUS * RADIUS - mm * mm), depth, 0.1); // mm
                } else if (mm > RADIUS) {
                    assertEquals(0, image.argb(column, row));
                }
            }
        }
    }

    @Test
    void aSurfaceIsBrightestWhereItFacesTheEye() {
        SliceImage image =
                draw(scene(NOTHING, List.of(), ball(PatientPoint.ORIGIN, RADIUS, 0xFF0000, 1)));
        int middle = image.argb(25, 25) >> 16 & 0xFF;
        int rim = image.argb(25 + 12, 25) >> 16 & 0xFF;
        assertTrue(middle > 250, "middle " + middle);
        assertTrue(rim < 190 && rim > 60, "rim " + rim);
    }

    @Test
    void theNearerOfTwoHalfClearSurfacesLiesOverTheOther() {
        PatientVector deep = scene(NOTHING, List.of()).view().deep();
        SpaceMesh near = ball(PatientPoint.ORIGIN.plus(deep.times(-8)), 4, 0xFF0000, 0.5);
        SpaceMesh far = ball(PatientPoint.ORIGIN.plus(deep.times(8)), 4, 0x00FF00, 1);
        for (SpaceMesh[] order : new SpaceMesh[][] {{near, far}, {far, near}}) {
            int argb = draw(scene(NOTHING, List.of(), order)).argb(25, 25);
            assertEquals(255, argb >>> 24);
            assertEquals(128, argb >> 16 & 0xFF, 2);
            assertEquals(128, argb >> 8 & 0xFF, 2);
        }
    }

    @Test
    void aSurfaceLiesInTheCloudAtItsDepth() {
        double perMm = 0.04;
        SpaceLook white =
                new SpaceLook.Clouds(
                        new TransferFunction(
                                "White",
                                List.of(new TransferFunction.Point(50, 0xFFFFFF, perMm)),
                                0));
        SpaceScene scene = scene(white, List.of(), ball(PatientPoint.ORIGIN, RADIUS, 0x000000, 1));
        PatientPoint eye = PatientPoint.ORIGIN;
        double thick = 0;
        for (double t = -80; t < -RADIUS; t += 0.01) {
            thick += GRID.contains(eye.plus(scene.view().deep().times(t))) ? 0.01 : 0;
        }
        int argb = draw(scene).argb(25, 25);
        assertEquals(255, argb >>> 24);
        assertEquals(255 * (1 - Math.exp(-perMm * thick)), argb & 0xFF, 1.5);
    }

    @Test
    void aCutOpensASurface() {
        SpaceScene whole =
                scene(NOTHING, List.of(), ball(PatientPoint.ORIGIN, RADIUS, 0xFF0000, 1));
        var cut = new Cut(PatientPoint.ORIGIN, whole.view().deep().negated());
        SpaceScene open =
                scene(NOTHING, List.of(cut), ball(PatientPoint.ORIGIN, RADIUS, 0xFF0000, 1));
        double depth =
                SpaceRenderer.pick(open, 25, 25)
                        .orElseThrow()
                        .from(PatientPoint.ORIGIN)
                        .dot(open.view().deep());
        assertEquals(RADIUS, depth, 0.1); // the far wall from within
    }
}
