// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.overread.app.desktop.finding.FindingsModel.Opened;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.volume.Volume;

/// Says which volumes stand whole in the columns, first column first, whenever that changes. FX thread.
final class OpenVolumes {
    private final Comparison comparison;
    private final Consumer<List<Opened>> listener;
    private final Map<Column, Subscription> followed = new HashMap<>();

    OpenVolumes(Comparison comparison, Consumer<List<Opened>> listener) {
        this.comparison = comparison;
        this.listener = listener;
        comparison.columns().subscribe(this::follow);
        follow();
    }

    private void follow() {
        followed.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = !comparison.columns().contains(entry.getKey());
                            if (gone) {
                                entry.getValue().unsubscribe();
                            }
                            return gone;
                        });
        for (Column column : comparison.columns()) {
            followed.computeIfAbsent(
                    column, added -> added.reading().content().subscribe((_, _) -> tell()));
        }
        tell();
    }

    private void tell() {
        var opened = new ArrayList<Opened>();
        for (Column column : comparison.columns()) {
            if (column.reading().content().get() instanceof Content.Ready(Volume volume)) {
                opened.add(new Opened(volume, meaning(column.reading().pixelMeasure().get())));
            }
        }
        listener.accept(opened);
    }

    private static LengthMeaning meaning(PixelMeasure measure) {
        return switch (measure) {
            case PATIENT -> LengthMeaning.PATIENT;
            case ULTRASOUND_REGION -> LengthMeaning.ULTRASOUND_REGION;
            case DETECTOR -> LengthMeaning.DETECTOR;
            case NONE -> LengthMeaning.NONE;
        };
    }
}
