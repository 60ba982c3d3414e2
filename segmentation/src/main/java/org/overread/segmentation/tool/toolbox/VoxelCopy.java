// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.NativeType;
import org.overread.segmentation.tool.ToolInput;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// An input whose voxels nobody else sees: what a tool of somebody else writes into it harms nobody. Costs the memory
/// of the volume while the tool works.
final class VoxelCopy {
    private VoxelCopy() {}

    static ToolInput of(ToolInput input) {
        Volume v = input.volume();
        var copy =
                new Volume(
                        v.id(),
                        v.title(),
                        v.geometry(),
                        v.verdict(),
                        v.unit(),
                        copy(v.voxels().inMemory(), v.geometry().size()));
        return new ToolInput(copy, input.seeds(), input.within());
    }

    private static Voxels.InMemory copy(Voxels.InMemory voxels, GridSize size) {
        return switch (voxels) {
            case Voxels.Int16(var image) -> {
                var copy = PlanarImgs.shorts(size.i(), size.j(), size.k());
                copyShorts(image, copy, size);
                yield new Voxels.Int16(copy);
            }
            case Voxels.UInt16(var image) -> {
                var copy = PlanarImgs.unsignedShorts(size.i(), size.j(), size.k());
                copyShorts(image, copy, size);
                yield new Voxels.UInt16(copy);
            }
            case Voxels.Float32(var image) -> {
                var copy = PlanarImgs.floats(size.i(), size.j(), size.k());
                for (int k = 0; k < size.k(); k++) {
                    FloatArray plane = image.getPlane(k);
                    float[] from = plane.getCurrentStorageArray();
                    System.arraycopy(
                            from, 0, copy.getPlane(k).getCurrentStorageArray(), 0, from.length);
                }
                yield new Voxels.Float32(copy);
            }
        };
    }

    private static <T extends NativeType<T>> void copyShorts(
            PlanarImg<T, ShortArray> image, PlanarImg<T, ShortArray> copy, GridSize size) {
        for (int k = 0; k < size.k(); k++) {
            short[] from = image.getPlane(k).getCurrentStorageArray();
            System.arraycopy(from, 0, copy.getPlane(k).getCurrentStorageArray(), 0, from.length);
        }
    }
}
