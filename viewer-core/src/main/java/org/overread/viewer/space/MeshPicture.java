// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.Arrays;
import java.util.List;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// What of a mesh lies nearest to the eye in each pixel: how deep (mm along the ray; infinite where nothing is), and how
/// brightly the lamp at the eye lights it.
final class MeshPicture {
    private static final float AMBIENT = 0.3f;

    final SpaceMesh mesh;
    final float[] depth;
    final float[] lit;
    private final int width;
    private final int height;
    private final List<Cut> cuts;

    private MeshPicture(SpaceMesh mesh, Raster raster, List<Cut> cuts) {
        this.mesh = mesh;
        this.cuts = cuts;
        width = raster.width();
        height = raster.height();
        depth = new float[width * height];
        lit = new float[width * height];
        Arrays.fill(depth, Float.POSITIVE_INFINITY);
    }

    static MeshPicture of(SpaceMesh mesh, SpaceView view, Raster raster, List<Cut> cuts) {
        var picture = new MeshPicture(mesh, raster, cuts);
        picture.draw(view.plane(), raster);
        return picture;
    }

    /// A corner on the screen.
    private record Corner(
            double x, double y, double z, double facing, double px, double py, double pz) {}

    private void draw(SlicePlane plane, Raster raster) {
        PatientVector deep = plane.normal();
        for (int n = 0; n < mesh.triangles(); n++) {
            triangle(
                    corner(n, 0, plane, deep, raster),
                    corner(n, 1, plane, deep, raster),
                    corner(n, 2, plane, deep, raster));
        }
    }

    private Corner corner(
            int triangle, int which, SlicePlane plane, PatientVector deep, Raster raster) {
        int at = mesh.corner(triangle, which);
        double px = mesh.point(at, 0);
        double py = mesh.point(at, 1);
        double pz = mesh.point(at, 2);
        PatientPoint center = plane.center();
        double dx = px - center.x();
        double dy = py - center.y();
        double dz = pz - center.z();
        PatientVector right = plane.right();
        PatientVector down = plane.down();
        double facing =
                mesh.normal(at, 0) * deep.x()
                        + mesh.normal(at, 1) * deep.y()
                        + mesh.normal(at, 2) * deep.z();
        return new Corner(
                (dx * right.x() + dy * right.y() + dz * right.z()) / raster.pixelMm()
                        + (width - 1) / 2.0,
                (dx * down.x() + dy * down.y() + dz * down.z()) / raster.pixelMm()
                        + (height - 1) / 2.0,
                dx * deep.x() + dy * deep.y() + dz * deep.z(),
                facing,
                px,
                py,
                pz);
    }

    private void triangle(Corner a, Corner b, Corner c) {
        double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        if (Math.abs(area) < 1e-12) {
            return;
        }
        int left = (int) Math.ceil(Math.max(0, Math.min(a.x, Math.min(b.x, c.x))));
        int right = (int) Math.floor(Math.min(width - 1.0, Math.max(a.x, Math.max(b.x, c.x))));
        int top = (int) Math.ceil(Math.max(0, Math.min(a.y, Math.min(b.y, c.y))));
        int bottom = (int) Math.floor(Math.min(height - 1.0, Math.max(a.y, Math.max(b.y, c.y))));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double ofA = ((b.x - x) * (c.y - y) - (c.x - x) * (b.y - y)) / area;
                double ofB = ((c.x - x) * (a.y - y) - (a.x - x) * (c.y - y)) / area;
                double ofC = 1 - ofA - ofB;
                if (ofA >= -1e-9 && ofB >= -1e-9 && ofC >= -1e-9) {
                    pixel(y * width + x, a, b, c, ofA, ofB, ofC);
                }
            }
        }
    }

    private void pixel(int at, Corner a, Corner b, Corner c, double ofA, double ofB, double ofC) {
        float z = (float) (ofA * a.z + ofB * b.z + ofC * c.z);
        if (!(z < depth[at])) {
            return;
        }
        for (Cut cut : cuts) {
            if (cut.removes(
                    ofA * a.px + ofB * b.px + ofC * c.px,
                    ofA * a.py + ofB * b.py + ofC * c.py,
                    ofA * a.pz + ofB * b.pz + ofC * c.pz)) {
                return;
            }
        }
        depth[at] = z;
        float facing = (float) Math.abs(ofA * a.facing + ofB * b.facing + ofC * c.facing);
        lit[at] = AMBIENT + (1 - AMBIENT) * Math.min(1, facing);
    }
}
