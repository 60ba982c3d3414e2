// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
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
        return write(SampleStudy.series().getFirst(), folder, executor);
    }

    /// Writes all series, each into a folder of its own below `folder`.
    public static Path writeAll(Path folder, Executor executor) throws IOException {
        for (SampleSeries series : SampleStudy.series()) {
            write(series, folder.resolve(series.id()), executor);
        }
        return folder;
    }

    private static Path write(SampleSeries fine, Path folder, Executor executor)
            throws IOException {
        Files.createDirectories(folder);
        SampleSeries series = coarser(fine);
        Volume volume = series.volume(executor, Progress.Listener.NONE, new CancelToken());
        SeriesWriter.write(
                volume,
                SampleHeaders.of(series),
                folder,
                Progress.Listener.NONE,
                new CancelToken());
        return folder;
    }

    private static SampleSeries coarser(SampleSeries series) {
        VolumeGeometry fine = series.geometry();
        GridSize size = fine.size();
        var coarse =
                VolumeGeometry.regular(
                        new GridSize(size.i() / FACTOR, size.j() / FACTOR, size.k() / FACTOR),
                        fine.origin(),
                        fine.iStep().unit(),
                        fine.jStep().unit(),
                        fine.spacingI() * FACTOR,
                        fine.spacingJ() * FACTOR,
                        fine.spacingK() * FACTOR);
        return new SampleSeries(
                series.id(),
                series.title(),
                series.modality(),
                series.date(),
                series.frame(),
                series.phantom(),
                coarse,
                series.seed());
    }
}
