// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.bench.volumes.BenchPhantom;
import org.overread.app.segment.LabelImage;
import org.overread.app.segment.LabelWriter;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Volume;

/// A range grown within a mask beside what SciPy 1.10.1 finds: `ndimage.label` of the range and the mask, the part that
/// the seed lies in. Thirteen voxels of both cannot be reached.
final class SegmentWithinTest {
    private static final int SIDE = 24;

    @TempDir private Path folder;

    @Test
    void nothingGrowsByWayOfWhatLiesOutsideTheMask() throws IOException {
        Volume phantom = BenchPhantom.of(SIDE);
        Path volume = folder.resolve("phantom.nii.gz");
        Path within = folder.resolve("within.nii.gz");
        Path out = folder.resolve("out.nii.gz");
        LabelWriter.write(phantom.voxels(), phantom.geometry(), volume);
        MaskEdit allowed = Mask.empty(phantom.geometry().size()).edit();
        for (int n = 0; n < SIDE * SIDE * SIDE; n++) {
            int i = n % SIDE;
            int j = n / SIDE % SIDE;
            int k = n / SIDE / SIDE;
            if ((i * 7 + j * 5 + k * 3) % 11 < 7) {
                allowed.set(i, j, k);
            }
        }
        LabelWriter.write(allowed.mask(), phantom.geometry(), within);
        Ran ran =
                Ran.command(
                        "segment",
                        volume.toString(),
                        "--tool",
                        "connected-threshold",
                        "--seed",
                        "12,12,12",
                        "--param",
                        "lower=20",
                        "--param",
                        "upper=300",
                        "--within",
                        within.toString(),
                        "--out",
                        out.toString());
        assertEquals(0, ran.status(), ran.err());
        Mask found = LabelImage.read(out).mask(Crew.alone());
        long places = 0;
        for (int n = 0; n < SIDE * SIDE * SIDE; n++) {
            places += found.contains(n % SIDE, n / SIDE % SIDE, n / SIDE / SIDE) ? n : 0;
        }
        assertEquals(852, found.count());
        assertEquals(6_143_254, places);
    }
}
