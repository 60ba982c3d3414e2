// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.BoolType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.overread.viewer.volume.GridSize;

/// Masks as imglib2 intervals, and back.
public final class MaskImages {
    private MaskImages() {}

    /// The set of true voxels; the interval starts at 0 in all three dimensions. One look at each voxel.
    public static <T extends BooleanType<T>> Mask fromImage(RandomAccessibleInterval<T> image) {
        if (image.numDimensions() != 3
                || image.min(0) != 0
                || image.min(1) != 0
                || image.min(2) != 0) {
            throw new IllegalArgumentException("a mask is three-dimensional and starts at 0");
        }
        var size =
                new GridSize(
                        Math.toIntExact(image.dimension(0)),
                        Math.toIntExact(image.dimension(1)),
                        Math.toIntExact(image.dimension(2)));
        MaskEdit edit = Mask.empty(size).edit();
        Cursor<T> cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            if (cursor.next().get()) {
                edit.set(
                        cursor.getIntPosition(0),
                        cursor.getIntPosition(1),
                        cursor.getIntPosition(2));
            }
        }
        return edit.mask();
    }

    /// A view of the mask, read-only; nothing is copied.
    public static RandomAccessibleInterval<BoolType> toImage(Mask mask) {
        GridSize size = mask.size();
        var everywhere =
                new FunctionRandomAccessible<>(
                        3,
                        (at, value) ->
                                value.set(
                                        mask.contains(
                                                at.getIntPosition(0),
                                                at.getIntPosition(1),
                                                at.getIntPosition(2))),
                        BoolType::new);
        return Views.interval(
                everywhere, Intervals.createMinSize(0, 0, 0, size.i(), size.j(), size.k()));
    }
}
