// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Writes a volume as a series of single-frame CT or MR images in explicit VR little endian.
///
/// One file a slice, `IM0001.dcm` and on, in the order of the slices. The identifiers of the images follow from that of
/// the series, so the same input gives the same bytes. Blocks on the disk.
public final class SeriesWriter {
    private static final double PERPENDICULAR = 1e-6;

    private SeriesWriter() {}

    /// The file of one slice.
    ///
    /// Refuses what the two kinds of image cannot say: fractions, more than 65535 rows or columns, rows that are not
    /// perpendicular to columns.
    public static byte[] slice(Volume volume, SeriesHeader header, int k) {
        VolumeGeometry geometry = volume.geometry();
        double skew = geometry.iStep().unit().dot(geometry.jStep().unit());
        if (!(Math.abs(skew) < PERPENDICULAR)) {
            throw new IllegalArgumentException("rows and columns are not perpendicular: " + skew);
        }
        if (geometry.size().i() > 0xFFFF || geometry.size().j() > 0xFFFF) {
            throw new IllegalArgumentException("too many rows or columns: " + geometry.size());
        }
        return new SliceFile(volume, header, k).bytes();
    }

    /// Writes every slice into `folder`, which exists. Files of a cancelled or failed call stay: write into a folder
    /// that can be thrown away, and rename it when this returns.
    public static void write(
            Volume volume,
            SeriesHeader header,
            Path folder,
            Progress.Listener listener,
            CancelToken cancel)
            throws IOException {
        int count = volume.geometry().size().k();
        for (int k = 0; k < count; k++) {
            cancel.check();
            Path file = folder.resolve(String.format(Locale.ROOT, "IM%04d.dcm", k + 1));
            writeAtOnce(file, slice(volume, header, k));
            listener.progress(new Progress(k + 1L, count));
        }
    }

    /// [Files#write] hands over 8 KiB at a time. A system then keeps the file in memory in pieces as small, from which
    /// slices are read a tenth slower than from files that came whole.
    private static void writeAtOnce(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }
}
