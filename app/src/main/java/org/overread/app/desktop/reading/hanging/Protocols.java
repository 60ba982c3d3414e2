// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.hanging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.WindowWish;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.hanging.HangingProtocol.Hung;
import org.overread.app.desktop.reading.hanging.SeriesRule.Facts;
import org.overread.app.desktop.reading.overlay.Fused;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Tone;

/// The hanging protocols of a person, and how one is made from what is on the screen. FX thread.
public final class Protocols {
    private final ObservableList<HangingProtocol> all = FXCollections.observableArrayList();

    /// In the order in which they were made.
    public ObservableList<HangingProtocol> all() {
        return all;
    }

    /// What is on the screen as a protocol: series of the same modality, part of the body and description hang this way
    /// from now on. Empty while nothing is open. `facts` is what is known of the series of an id.
    public Optional<HangingProtocol> asSeen(
            Comparison comparison,
            String name,
            int series,
            Function<String, Optional<Facts>> facts) {
        ReadingModel main = comparison.main();
        var columns = new ArrayList<Hung>();
        for (Column column : comparison.columns()) {
            if (column.reading().volume() != null) {
                columns.add(hung(column.reading(), facts));
            }
        }
        if (main.volume() == null || columns.isEmpty()) {
            return Optional.empty();
        }
        List<Hung> overlays =
                comparison.columns().getFirst().layers().fused().stream()
                        .map(fused -> hung(fused, facts))
                        .toList();
        Layout layout = main.room().layout().get();
        return Optional.of(
                new HangingProtocol(
                        name,
                        Math.max(1, Math.min(series, columns.size() + overlays.size())),
                        layout,
                        Optional.of(main.room().grid().get()).filter(_ -> layout == Layout.FREE),
                        comparison.plane().get(),
                        main.planes().alignment().get(),
                        columns,
                        overlays));
    }

    private static Hung hung(ReadingModel reading, Function<String, Optional<Facts>> facts) {
        var volume = reading.volume();
        Facts known = facts(volume == null ? null : volume.id(), facts);
        return new Hung(rule(known), wish(reading));
    }

    private static Hung hung(Fused fused, Function<String, Optional<Facts>> facts) {
        Facts known = facts(fused.volume().id(), facts);
        String map = fused.tone().map().name();
        return new Hung(rule(known), new ToneWish(Optional.empty(), Optional.of(map)));
    }

    private static Facts facts(@Nullable String id, Function<String, Optional<Facts>> facts) {
        return Optional.ofNullable(id).flatMap(facts).orElse(new Facts("", "", "", ""));
    }

    private static SeriesRule rule(Facts known) {
        return new SeriesRule(known.modality(), known.bodyPart(), known.description());
    }

    /// The preset by its name where it is one, else the very window.
    private static ToneWish wish(ReadingModel reading) {
        Tone tone = reading.tones().tone().get();
        WindowWish window =
                reading.tones().presets().get().stream()
                        .filter(preset -> preset.curve().equals(tone.curve()))
                        .findFirst()
                        .map(Preset::name)
                        .<WindowWish>map(WindowWish.Named::new)
                        .orElse(new WindowWish.Exact(tone.curve().window()));
        Optional<String> map =
                Optional.of(tone.map()).filter(m -> !m.equals(ColorMap.GREY)).map(ColorMap::name);
        return new ToneWish(Optional.of(window), map);
    }
}
