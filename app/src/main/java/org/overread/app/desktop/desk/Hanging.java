// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.hanging.HangingProtocol;
import org.overread.app.desktop.reading.hanging.Protocols;
import org.overread.app.desktop.reading.hanging.SeriesRule.Facts;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.OpenableVolume;

/// Hangs series as the person's protocols say, and says which one did, or that none fits. FX thread.
public final class Hanging {
    private final ReadingDesk desk;
    private final LayingOver layingOver;
    private final Protocols protocols = new Protocols();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    public Hanging(ReadingDesk desk, LayingOver layingOver) {
        this.desk = desk;
        this.layingOver = layingOver;
    }

    public Protocols protocols() {
        return protocols;
    }

    /// What hangs, for the title row; empty while there are no protocols.
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// Opens a series by the protocol that fits best among the series that were found; as it is where none does.
    public void open(String rowId, List<String> found) {
        Optional<Facts> opened = facts(rowId);
        List<Facts> study = found.stream().map(this::facts).flatMap(Optional::stream).toList();
        Optional<HangingProtocol.Hanging> chosen =
                opened.flatMap(facts -> HangingProtocol.choose(protocols.all(), facts, study));
        words.set(
                chosen.map(hanging -> hanging.protocol().name())
                        .orElse(protocols.all().isEmpty() ? "" : "no protocol fits"));
        Comparison comparison = desk.comparison();
        ReadingModel main = desk.reading();
        main.tones().hang(chosen.map(hanging -> hanging.protocol().columns().getFirst().tone()));
        chosen.ifPresent(
                hanging -> {
                    while (comparison.columns().size() > 1) {
                        comparison.remove(comparison.columns().getLast());
                    }
                    hanging.protocol().grid().ifPresent(main.room().grid()::set);
                    desk.hang(hanging.protocol().layout());
                    main.planes().alignment().set(hanging.protocol().alignment());
                    comparison.plane().set(hanging.protocol().plane());
                });
        desk.open(rowId);
        chosen.ifPresent(this::hang);
    }

    private void hang(HangingProtocol.Hanging hanging) {
        HangingProtocol protocol = hanging.protocol();
        for (int n = 0; n < hanging.columns().size(); n++) {
            ToneWish tone = protocol.columns().get(n + 1).tone();
            desk.openBeside(hanging.columns().get(n), Optional.of(tone));
        }
        for (String id : hanging.overlays()) {
            desk.volume(id).ifPresent(layingOver::seriesWhenReady);
        }
    }

    /// Keeps what is on the screen as a protocol; empty while nothing is open.
    Optional<HangingProtocol> save(String name, int series) {
        Function<String, Optional<Facts>> facts = this::facts;
        Optional<HangingProtocol> made = protocols.asSeen(desk.comparison(), name, series, facts);
        made.ifPresent(
                protocol -> {
                    protocols.all().add(protocol);
                    words.set(protocol.name());
                });
        return made;
    }

    private Optional<Facts> facts(String rowId) {
        return desk.volume(rowId).map(Hanging::facts);
    }

    private static Facts facts(OpenableVolume volume) {
        return switch (volume) {
            case DicomVolume dicom ->
                    new Facts(
                            dicom.id(),
                            dicom.modality(),
                            dicom.series().bodyPart(),
                            dicom.series().description());
            case FileVolume file -> new Facts(file.id(), file.modality(), "", file.title());
        };
    }
}
