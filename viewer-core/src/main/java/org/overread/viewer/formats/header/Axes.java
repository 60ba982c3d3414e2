// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.header;

import java.util.List;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.FileAxis;
import org.overread.viewer.volume.GridSize;

/// The bounds that every file's axes keep, whatever the format.
public final class Axes {
    private static final long MOST_VOLUMES = 1 << 16;
    private static final long MOST_SLICE_VOXELS = Integer.MAX_VALUE - 8L; // of an array

    private Axes() {}

    /// The size of one volume; refuses what overflows.
    public static GridSize gridSize(List<FileAxis> axes, String file) throws UnreadableImage {
        int[] sides = {1, 1, 1};
        long volumes = 1;
        for (FileAxis axis : axes) {
            if (axis instanceof FileAxis.Spatial(int direction, int length)) {
                sides[direction] = length;
            } else {
                volumes *= axis.length();
                if (volumes > MOST_VOLUMES) {
                    throw new UnreadableImage(
                            new ReadRefusal.BadHeader(
                                    file, "it promises " + volumes + " or more volumes"));
                }
            }
        }
        long slice = (long) sides[0] * sides[1];
        if (slice > MOST_SLICE_VOXELS
                || Math.multiplyHigh(slice * volumes * 8, sides[2]) != 0
                || slice * volumes * 8 * sides[2] < 0) {
            throw new UnreadableImage(
                    new ReadRefusal.BadHeader(
                            file,
                            "it promises %d x %d x %d samples"
                                    .formatted(sides[0], sides[1], sides[2])));
        }
        return new GridSize(sides[0], sides[1], sides[2]);
    }
}
