// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Places in rows and columns on a plane, at which a volume is looked at: the voxels themselves where the plane lies along
/// the grid, else a square grid as fine as the smallest voxel. (x, y) are columns and rows; whole numbers are centres.
public final class PlaneRaster {
    private static final double ALONG = 1e-6;
    private static final int LARGEST = 8192;

    private final VolumeGeometry geometry;
    private final PlaneFrame plane;
    private final Kind kind;
    private final int index; // of the slice, where the plane is along the grid
    private final PlanePoint corner; // of a square grid
    private final double pitchMm;
    private final int width;
    private final int height;

    /// Which indices columns and rows are.
    private enum Kind {
        IJ,
        IK,
        JK,
        SQUARES
    }

    private PlaneRaster(VolumeGeometry geometry, PlaneFrame plane, Kind kind, VoxelBox box) {
        this.geometry = geometry;
        this.plane = plane;
        this.kind = kind;
        GridSize size = geometry.size();
        VoxelPoint at = geometry.toVoxel(plane.origin());
        pitchMm = Math.min(geometry.spacingK(), Math.min(geometry.spacingI(), geometry.spacingJ()));
        index =
                switch (kind) {
                    case IJ -> nearest(at.k());
                    case IK -> nearest(at.j());
                    case JK -> nearest(at.i());
                    case SQUARES -> -1;
                };
        PlanePoint low = new PlanePoint(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        PlanePoint high = new PlanePoint(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        for (int n = 0; n < 8; n++) {
            var voxel =
                    new VoxelPoint(
                            (n & 1) == 0 ? box.lowI() - 1.0 : box.highI() + 1.0,
                            (n & 2) == 0 ? box.lowJ() - 1.0 : box.highJ() + 1.0,
                            (n & 4) == 0 ? box.lowK() - 1.0 : box.highK() + 1.0);
            PlanePoint p = plane.toPlane(geometry.toPatient(voxel));
            low = new PlanePoint(Math.min(low.u(), p.u()), Math.min(low.v(), p.v()));
            high = new PlanePoint(Math.max(high.u(), p.u()), Math.max(high.v(), p.v()));
        }
        corner = low;
        width =
                switch (kind) {
                    case IJ, IK -> size.i();
                    case JK -> size.j();
                    case SQUARES -> squares(high.u() - low.u());
                };
        height =
                switch (kind) {
                    case IJ -> size.j();
                    case IK, JK -> size.k();
                    case SQUARES -> squares(high.v() - low.v());
                };
    }

    private int squares(double mm) {
        return (int) Math.min(LARGEST, 1 + Math.ceil(mm / pitchMm));
    }

    /// Over the whole volume.
    public static PlaneRaster of(VolumeGeometry geometry, PlaneFrame plane) {
        return new PlaneRaster(geometry, plane, kind(geometry, plane), whole(geometry));
    }

    /// Over the whole volume too, but always of squares: what neighbours of equal distance need.
    public static PlaneRaster ofSquares(VolumeGeometry geometry, PlaneFrame plane) {
        return new PlaneRaster(geometry, plane, Kind.SQUARES, whole(geometry));
    }

    /// The voxels where the plane is along the grid, else squares over a part of the volume.
    public static PlaneRaster around(VolumeGeometry geometry, PlaneFrame plane, VoxelBox box) {
        return new PlaneRaster(geometry, plane, kind(geometry, plane), box);
    }

    private static VoxelBox whole(VolumeGeometry geometry) {
        GridSize size = geometry.size();
        return new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1);
    }

    private static Kind kind(VolumeGeometry geometry, PlaneFrame plane) {
        PatientVector normal = plane.normal();
        double alongI = Math.abs(normal.dot(geometry.iStep()));
        double alongJ = Math.abs(normal.dot(geometry.jStep()));
        double alongK = 0;
        for (int k = 0; k < Math.max(1, geometry.size().k() - 1); k++) {
            alongK = Math.max(alongK, Math.abs(normal.dot(geometry.kStep(k))));
        }
        double none = ALONG * Math.max(alongK, Math.max(alongI, alongJ));
        if (alongI <= none && alongJ <= none) {
            return Kind.IJ;
        }
        if (alongI <= none && alongK <= none) {
            return Kind.IK;
        }
        return alongJ <= none && alongK <= none ? Kind.JK : Kind.SQUARES;
    }

    /// As [PlaneSlab] has it: half way counts to the higher index.
    private static int nearest(double at) {
        return (int) Math.floor(at + 0.5 + ALONG);
    }

    public PlaneFrame plane() {
        return plane;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Whether the places are the voxels of one slice of the grid.
    public boolean isOfVoxels() {
        return kind != Kind.SQUARES;
    }

    /// Whether columns and rows are perpendicular, and each equally far from the next everywhere.
    public boolean isEven() {
        PatientVector steps = geometry.kStep(0);
        boolean stack = geometry.slices() instanceof SliceStack.Even;
        return switch (kind) {
            case IJ -> arePerpendicular(geometry.iStep(), geometry.jStep());
            case IK -> stack && arePerpendicular(geometry.iStep(), steps);
            case JK -> stack && arePerpendicular(geometry.jStep(), steps);
            case SQUARES -> true;
        };
    }

    private static boolean arePerpendicular(PatientVector a, PatientVector b) {
        return Math.abs(a.dot(b)) < 1e-4 * a.length() * b.length();
    }

    /// Which place of the volume is at (x, y).
    public VoxelPoint voxel(double x, double y) {
        return switch (kind) {
            case IJ -> new VoxelPoint(x, y, index);
            case IK -> new VoxelPoint(x, index, y);
            case JK -> new VoxelPoint(index, x, y);
            case SQUARES -> geometry.toVoxel(plane.toPatient(toPlane(x, y)));
        };
    }

    public PlanePoint toPlane(double x, double y) {
        return kind == Kind.SQUARES
                ? new PlanePoint(corner.u() + x * pitchMm, corner.v() + y * pitchMm)
                : plane.toPlane(geometry.toPatient(voxel(x, y)));
    }

    /// The column, with a fraction.
    public double column(PlanePoint p) {
        return switch (kind) {
            case IJ, IK -> geometry.toVoxel(patient(p)).i();
            case JK -> geometry.toVoxel(patient(p)).j();
            case SQUARES -> (p.u() - corner.u()) / pitchMm;
        };
    }

    /// The row, with a fraction.
    public double row(PlanePoint p) {
        return switch (kind) {
            case IJ -> geometry.toVoxel(patient(p)).j();
            case IK, JK -> geometry.toVoxel(patient(p)).k();
            case SQUARES -> (p.v() - corner.v()) / pitchMm;
        };
    }

    private PatientPoint patient(PlanePoint p) {
        return plane.toPatient(p);
    }

    /// Millimetres from column to column, in the first row.
    public double columnMm() {
        return toPlane(0, 0).distanceTo(toPlane(1, 0));
    }

    /// Millimetres from row to row, in the first column.
    public double rowMm() {
        return toPlane(0, 0).distanceTo(toPlane(0, 1));
    }
}
