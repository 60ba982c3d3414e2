// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskImages;
import org.overread.viewer.formats.nrrd.LabelMap;
import org.overread.viewer.formats.nrrd.NrrdWriter;
import org.overread.viewer.phantom.PhantomStructure;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.work.CancelToken;

/// The truth about a sample series as masks and as one label map.
public final class SampleTruth {
    private SampleTruth() {}

    /// The voxels whose centres lie in a structure; structures overlap as they do in a patient: lesions are liver.
    public static Mask mask(
            SampleSeries series,
            PhantomStructure structure,
            Executor executor,
            CancelToken cancel) {
        return MaskImages.fromImage(series.truth(structure, executor, cancel));
    }

    /// Writes a label map, where a voxel of several structures shows the one named last: a lesion and not its liver.
    /// The file appears whole or not at all.
    static void write(SampleSeries series, Path file, Executor executor, CancelToken cancel)
            throws IOException {
        List<PhantomStructure> structures = series.phantom().structures();
        var masks = new ArrayList<RandomAccessibleInterval<BitType>>();
        for (PhantomStructure structure : structures) {
            masks.add(series.truth(structure, executor, cancel));
        }
        var map =
                new LabelMap(
                        series.geometry(),
                        structures.stream()
                                .map(s -> new LabelMap.Label(s.value(), s.name()))
                                .toList(),
                        k -> slice(series.geometry().size(), structures, masks, k, cancel));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            NrrdWriter.write(map, NrrdWriter.Encoding.GZIP, part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] slice(
            GridSize size,
            List<PhantomStructure> structures,
            List<RandomAccessibleInterval<BitType>> masks,
            int k,
            CancelToken cancel) {
        cancel.check();
        var values = new byte[size.i() * size.j()];
        for (int n = 0; n < masks.size(); n++) {
            byte value = (byte) structures.get(n).value();
            int at = 0;
            for (BitType voxel : masks.get(n).view().slice(2, k)) {
                if (voxel.get()) {
                    values[at] = value;
                }
                at++;
            }
        }
        return values;
    }
}
