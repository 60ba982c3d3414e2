// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.overread.app.desktop.opening.VolumeOpening;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.Room;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.Volume;

/// Opens volumes in columns beside the first. A volume that is open already is shared, not read again. FX thread.
public final class Beside {
    private final Comparison comparison;
    private final PictureQueue pictures;
    private final Function<ReadingModel, VolumeOpening> maker;
    private final Map<Column, VolumeOpening> openings = new HashMap<>();
    private final ObservableMap<Column, OpenableVolume> sources = FXCollections.observableHashMap();

    public Beside(
            Comparison comparison,
            PictureQueue pictures,
            Function<ReadingModel, VolumeOpening> maker) {
        this.comparison = comparison;
        this.pictures = pictures;
        this.maker = maker;
        comparison.columns().subscribe(this::forgetClosed);
    }

    /// What was opened last in each column but the first.
    ObservableMap<Column, OpenableVolume> sources() {
        return sources;
    }

    /// Opens once more what failed or was given up in a column.
    void openAgain(Column column) {
        OpenableVolume source = sources.get(column);
        if (source != null) {
            fill(column, source);
        }
    }

    private void forgetClosed() {
        sources.keySet().retainAll(comparison.columns());
        openings.entrySet()
                .removeIf(
                        entry -> {
                            boolean closed = !comparison.columns().contains(entry.getKey());
                            if (closed) {
                                entry.getValue().giveUp();
                            }
                            return closed;
                        });
    }

    /// Whether there was room for a column.
    boolean open(OpenableVolume source, Optional<ToneWish> tone) {
        Optional<Column> column = free().or(comparison::add);
        column.ifPresent(
                found -> {
                    makeRoom(comparison.main().room(), found.letter() - 'A');
                    found.reading().tones().hang(tone);
                    fill(found, source);
                });
        return column.isPresent();
    }

    /// In a grid that a person chose a further series has the next pane that it can do without.
    private static void makeRoom(Room room, int series) {
        if (room.layout().get() == Layout.FREE) {
            room.grid()
                    .get()
                    .withSeries(series)
                    .ifPresentOrElse(room.grid()::set, () -> room.choose(Layout.SIDE_BY_SIDE));
        } else if (!room.layout().get().compares()) {
            room.choose(Layout.SIDE_BY_SIDE);
        }
    }

    /// In place of what the column shows.
    void openIn(Column column, OpenableVolume source) {
        if (!isReady(column.reading(), source.id())) {
            fill(column, source);
        }
    }

    /// A column that waits for a volume or whose volume could not be opened.
    private Optional<Column> free() {
        return comparison.columns().stream()
                .skip(1)
                .filter(column -> column.stand() == Column.Stand.BESIDE)
                .filter(column -> column.reading().volume() == null)
                .findFirst();
    }

    private void fill(Column column, OpenableVolume source) {
        sources.put(column, source);
        Optional<Column> shown =
                comparison.columns().stream()
                        .filter(other -> isReady(other.reading(), source.id()))
                        .findFirst();
        if (shown.isPresent()) {
            share(shown.get().reading(), column.reading());
            column.layers().take(shown.get().layers());
            return;
        }
        openings.computeIfAbsent(column, this::opening).open(source);
    }

    private VolumeOpening opening(Column column) {
        pictures.watch(column.reading().content());
        return maker.apply(column.reading());
    }

    private static boolean isReady(ReadingModel reading, String id) {
        return reading.content().get() instanceof Content.Ready(Volume volume)
                && volume.id().equals(id);
    }

    /// Shows in one reading what is open in another, without reading it again.
    public static void share(ReadingModel from, ReadingModel to) {
        Volume volume = from.volume();
        if (volume != null) {
            to.kind().take(from.kind());
            to.show(volume, from.tones().presets().get());
            to.tones().follow(from.tones().tone().get());
        }
    }
}
