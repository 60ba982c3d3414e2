// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.dicom.DicomBytes;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.dicom.PresentationFile;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// A small study in a folder, beside whose first series presentation states are put.
record PresentedStudy(Path folder, VolumeSource series) {
    static final int SLICE = 6;

    /// Where their shapes are, in pixels of the image.
    static final double X = 22;

    static final double Y = 30;

    static PresentedStudy in(Path home) throws Exception {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        try (var pool = Executors.newFixedThreadPool(1)) {
            VolumeSource series =
                    DicomScanner.scan(
                                    List.of(study), pool, Progress.Listener.NONE, new CancelToken())
                            .volumes()
                            .findFirst()
                            .orElseThrow();
            return new PresentedStudy(study, series);
        }
    }

    /// Labels that differ in length make files that differ in their identifiers.
    DicomBytes state(String label) {
        return new PresentationFile(
                        series.series().seriesUid(),
                        series.slices().get(SLICE).sopInstanceUid(),
                        label,
                        X,
                        Y)
                .dataSet();
    }

    void add(DicomBytes state) throws Exception {
        try (var files = Files.list(folder)) {
            Files.write(folder.resolve("state%d.dcm".formatted(files.count())), state.file());
        }
    }

    /// The area of the state, shown in another size.
    DicomBytes sized(String label, String mode, DicomBytes more) {
        return state(label)
                .sequence(
                        0x0070_005a,
                        more.bytes(0x0070_0052, "SL", whole((int) X - 19, (int) Y - 14))
                                .bytes(0x0070_0053, "SL", whole((int) X + 20, (int) Y + 15))
                                .text(0x0070_0100, "CS", mode));
    }

    static byte[] whole(int... values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    static byte[] floats(double... values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putFloat((float) value);
        }
        return buffer.array();
    }

    static byte[] words(int... values) {
        var buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }
}
