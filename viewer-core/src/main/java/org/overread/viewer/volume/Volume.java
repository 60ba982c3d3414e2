// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// The voxels of one series, where they lie, how far that can be trusted, and what their numbers mean.
public record Volume(
        String id,
        String title,
        FrameOfReference frame,
        VolumeGeometry geometry,
        GeometryVerdict verdict,
        ValueUnit unit,
        Voxels voxels) {
    public Volume {
        var image = voxels.image();
        GridSize size = geometry.size();
        if (image.dimension(0) != size.i()
                || image.dimension(1) != size.j()
                || image.dimension(2) != size.k()) {
            throw new IllegalArgumentException(
                    "voxels and geometry differ in size: " + image + " " + size);
        }
    }

    /// Of the voxel at an index inside the volume.
    public VoxelValue valueAt(long i, long j, long k) {
        return switch (voxels) {
            case Voxels.Grey grey ->
                    new VoxelValue.Measured(
                            grey.image().randomAccess().setPositionAndGet(i, j, k).getRealDouble(),
                            unit);
            case Voxels.Colours colours -> {
                int colour = colours.image().randomAccess().setPositionAndGet(i, j, k).get();
                yield new VoxelValue.Colour(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
            }
        };
    }

    /// A volume whose positions nobody else shares.
    public Volume(
            String id,
            String title,
            VolumeGeometry geometry,
            GeometryVerdict verdict,
            ValueUnit unit,
            Voxels voxels) {
        this(id, title, new FrameOfReference.Unnamed(id), geometry, verdict, unit, voxels);
    }

    /// A volume whose geometry is true by definition.
    public Volume(String id, String title, VolumeGeometry geometry, ValueUnit unit, Voxels voxels) {
        this(id, title, geometry, GeometryVerdict.of(geometry), unit, voxels);
    }

    public Volume withFrame(FrameOfReference newFrame) {
        return new Volume(id, title, newFrame, geometry, verdict, unit, voxels);
    }
}
