// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.hanging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.PlaneAlignment;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.hanging.SeriesRule.Facts;

/// How a person wants series of a kind to hang. The first of `columns` is the series that is opened; each further one
/// has a column of its own; `overlays` lie over the first. `series` is how many the study has at least, `grid` what
/// [Layout#FREE] shows.
public record HangingProtocol(
        String name,
        int series,
        Layout layout,
        Optional<PaneGrid> grid,
        ViewPlane plane,
        PlaneAlignment alignment,
        List<Hung> columns,
        List<Hung> overlays) {

    /// A series and the window and colours that it is shown in.
    public record Hung(SeriesRule rule, ToneWish tone) {}

    public HangingProtocol {
        columns = List.copyOf(columns);
        overlays = List.copyOf(overlays);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a protocol that hangs nothing");
        }
    }

    public HangingProtocol withName(String newName) {
        return new HangingProtocol(
                newName, series, layout, grid, plane, alignment, columns, overlays);
    }

    public HangingProtocol withSeries(int newSeries) {
        return new HangingProtocol(
                name, newSeries, layout, grid, plane, alignment, columns, overlays);
    }

    /// With another rule for the series that is opened.
    public HangingProtocol withRule(SeriesRule rule) {
        var changed = new ArrayList<>(columns);
        changed.set(0, new Hung(rule, columns.getFirst().tone()));
        return new HangingProtocol(name, series, layout, grid, plane, alignment, changed, overlays);
    }

    public SeriesRule rule() {
        return columns.getFirst().rule();
    }

    /// What it hangs: the ids of the series of each column and of each overlay.
    public record Hanging(HangingProtocol protocol, List<String> columns, List<String> overlays) {}

    /// What it hangs when `opened` is opened among `study`, the opened one among them; empty where it does not fit.
    public Optional<Hanging> hang(Facts opened, List<Facts> study) {
        if (study.size() < series || !rule().matches(opened)) {
            return Optional.empty();
        }
        var taken = new ArrayList<String>(List.of(opened.id()));
        var beside = new ArrayList<String>();
        for (Hung column : columns.subList(1, columns.size())) {
            Optional<String> found = find(column, study, taken);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            taken.add(found.get());
            beside.add(found.get());
        }
        var over = new ArrayList<String>();
        for (Hung overlay : overlays) {
            Optional<String> found = find(overlay, study, taken);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            taken.add(found.get());
            over.add(found.get());
        }
        return Optional.of(new Hanging(this, beside, over));
    }

    private static Optional<String> find(Hung hung, List<Facts> study, List<String> taken) {
        return study.stream()
                .filter(series -> !taken.contains(series.id()) && hung.rule().matches(series))
                .findFirst()
                .map(Facts::id);
    }

    /// Of the protocols that fit the one that says most, the later made where they say as much.
    public static Optional<Hanging> choose(
            List<HangingProtocol> protocols, Facts opened, List<Facts> study) {
        return protocols.reversed().stream()
                .map(protocol -> protocol.hang(opened, study))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(hanging -> hanging.protocol().says()));
    }

    private int says() {
        int said = series > 1 ? 1 : 0;
        for (Hung hung : columns) {
            said += hung.rule().says();
        }
        for (Hung hung : overlays) {
            said += hung.rule().says();
        }
        return said;
    }
}
