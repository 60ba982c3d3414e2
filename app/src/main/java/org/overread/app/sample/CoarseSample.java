// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.dicom.write.SeriesWriter;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The sample on grids eight times coarser a side: the same way through the program in milliseconds.
public final class CoarseSample {
    private static final int FACTOR = 8;

    private CoarseSample() {}

    /// Writes the first CT into `folder`, which is made. Blocks; called from outside the executor's threads.
    public static Path write(Path folder, Executor executor) throws IOException {
        return write(folder, executor, FACTOR);
    }

    /// The same, as many times coarser.
    public static Path write(Path folder, Executor executor, int factor) throws IOException {
        return write(SampleStudy.series().getFirst(), folder, executor, factor);
    }

    /// Writes all series, each into a folder of its own below `folder`.
    public static Path writeAll(Path folder, Executor executor) throws IOException {
        for (SampleSeries series : SampleStudy.series()) {
            write(series, folder.resolve(series.id()), executor, FACTOR);
        }
        return folder;
    }

    /// The voxels of the first CT whose centres lie in a structure of the phantom.
    public static Mask truth(String structure, int factor) {
        SampleSeries series = coarser(SampleStudy.series().getFirst(), factor);
        return SampleTruth.mask(
                series, series.phantom().structure(structure), Runnable::run, new CancelToken());
    }

    private static Path write(SampleSeries fine, Path folder, Executor executor, int factor)
            throws IOException {
        Files.createDirectories(folder);
        SampleSeries series = coarser(fine, factor);
        Volume volume = series.volume(executor, Progress.Listener.NONE, new CancelToken());
        SeriesWriter.write(
                volume,
                SampleHeaders.of(series),
                folder,
                Progress.Listener.NONE,
                new CancelToken());
        return folder;
    }

    private static SampleSeries coarser(SampleSeries series, int factor) {
        VolumeGeometry fine = series.geometry();
        GridSize size = fine.size();
        var coarse =
                VolumeGeometry.regular(
                        new GridSize(size.i() / factor, size.j() / factor, size.k() / factor),
                        fine.origin(),
                        fine.iStep().unit(),
                        fine.jStep().unit(),
                        fine.spacingI() * factor,
                        fine.spacingJ() * factor,
                        fine.spacingK() * factor);
        return series.on(coarse);
    }
}
