// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.io.IOException;
import java.util.Arrays;
import org.overread.app.desktop.studies.Thumbnail;
import org.overread.viewer.dicom.DicomVolumeReader;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.dicom.value.ValueMeaning;
import org.overread.viewer.slice.Window;
import org.overread.viewer.volume.ValueUnit;

/// Small pictures of volumes: the middle slice, in the window that its file or its values propose.
public final class Thumbnails {
    private static final int SIDE = 96;
    private static final Window SOFT_TISSUE = new Window(40, 400);

    private Thumbnails() {}

    /// Reads one slice; milliseconds.
    public static Thumbnail of(VolumeSource source) throws IOException {
        float[] values = DicomVolumeReader.readSlice(source, source.slices().size() / 2);
        int columns = source.geometry().size().i();
        int rows = source.geometry().size().j();
        double acrossMm = columns * source.geometry().spacingI();
        double downMm = rows * source.geometry().spacingJ();
        double mm = Math.max(acrossMm, downMm) / SIDE;
        Window window = window(source, values);
        boolean inverted = source.meaning().polarity() == ValueMeaning.Polarity.HIGH_IS_BLACK;
        int[] argb = new int[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int column =
                        (int) Math.floor(((x + 0.5 - SIDE / 2.0) * mm / acrossMm + 0.5) * columns);
                int row = (int) Math.floor(((y + 0.5 - SIDE / 2.0) * mm / downMm + 0.5) * rows);
                boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
                int grey = inside ? grey(values[row * columns + column], window, inverted) : 0;
                argb[y * SIDE + x] = 0xFF000000 | grey * 0x010101;
            }
        }
        return new Thumbnail(SIDE, SIDE, argb);
    }

    private static int grey(float value, Window window, boolean inverted) {
        if (Float.isNaN(value)) {
            return 0;
        }
        int grey =
                (int) Math.round(255 * Math.clamp((value - window.low()) / window.width(), 0, 1));
        return inverted ? 255 - grey : grey;
    }

    private static Window window(VolumeSource source, float[] values) {
        if (!source.meaning().windows().isEmpty()) {
            ValueMeaning.VoiWindow first = source.meaning().windows().getFirst();
            return new Window(first.center(), first.width());
        }
        return source.meaning().unit() == ValueUnit.HU ? SOFT_TISSUE : mostOf(values);
    }

    private static Window mostOf(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted); // NaN last
        double low = sorted[sorted.length / 100];
        double high = sorted[sorted.length - 1 - sorted.length / 100];
        return high > low ? new Window((low + high) / 2, high - low) : new Window(low, 1);
    }
}
