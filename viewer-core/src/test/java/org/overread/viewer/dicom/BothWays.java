// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// The same volume read into memory and into bricks.
public final class BothWays {
    private static final long MOST = 1 << 20;

    private BothWays() {}

    /// Where the two disagree, in words. A refusal is thrown; volumes of many voxels are left out.
    public static Optional<String> difference(VolumeSource source, ExecutorService compute)
            throws IOException, InterruptedException {
        GridSize size = source.geometry().size();
        if ((long) size.i() * size.j() * size.k() > MOST) {
            return Optional.empty();
        }
        Volume whole = read(source, compute, true);
        Volume bricked = read(source, compute, false);
        return switch (bricked.voxels()) {
            case Voxels.Bricked bricks -> ofNumbers(size, whole, bricks);
            case Voxels.BrickedColours bricks -> ofColours(size, whole, bricks);
            case Voxels other -> Optional.of("no bricks: " + other.getClass());
        };
    }

    private static Volume read(VolumeSource source, ExecutorService compute, boolean roomy)
            throws IOException, InterruptedException {
        return DicomVolumeReader.read(
                source, compute, LoadListener.NONE, new CancelToken(), (_, _) -> roomy);
    }

    private static Optional<String> ofNumbers(GridSize size, Volume whole, Voxels.Bricked bricks) {
        var image = whole.voxels().numbers().image();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    float one = image.getAt(i, j, k).getRealFloat();
                    float other = bricks.values().value(0, i, j, k);
                    if (Float.compare(one, other) != 0 && one != other) {
                        return Optional.of("%s and %s at %d %d %d".formatted(one, other, i, j, k));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofColours(
            GridSize size, Volume whole, Voxels.BrickedColours bricks) {
        for (int k = 0; k < size.k(); k++) {
            boolean same =
                    whole.voxels() instanceof Voxels.Rgb8 colours
                            && java.util.Arrays.equals(colours.slice(k), bricks.slice(k));
            if (!same) {
                return Optional.of("other colours in slice " + k);
            }
        }
        return Optional.empty();
    }
}
