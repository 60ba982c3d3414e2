// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.tags;

import java.io.IOException;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.formats.outcome.ImageReadException;
import org.overread.viewer.opening.TagLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tags of one slice of a volume, searched as a person types. Needs no toolkit; FX thread, files are read off it.
public final class TagsModel {
    private static final Logger LOG = LoggerFactory.getLogger(TagsModel.class);

    /// What the browser shows.
    public sealed interface State {
        record Reading() implements State {}

        /// `lines` are those that fit the search and the sequences around them; `fitting` of `all` fit themselves.
        record Shown(List<TagLine> lines, int fitting, int all) implements State {}

        record Failed(String reason, String advice) implements State {}
    }

    private final Workshop workshop;
    private final TaggedVolume volume;
    private final Latest reading = new Latest();
    private final IntegerProperty slice = new SimpleIntegerProperty();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Reading());
    private List<TagLine> all = List.of();

    /// Begins to read the tags of `firstSlice`, counted from 0.
    public TagsModel(Workshop workshop, TaggedVolume volume, int firstSlice) {
        this.workshop = workshop;
        this.volume = volume;
        slice.set(Math.clamp(firstSlice, 0, volume.slices() - 1));
        slice.addListener((_, _, _) -> read());
        search.addListener((_, _, _) -> filter());
        read();
    }

    public TaggedVolume volume() {
        return volume;
    }

    /// Counted from 0, below the volume's number of slices.
    public IntegerProperty slice() {
        return slice;
    }

    /// What a person looks for in numbers, names and values.
    public StringProperty search() {
        return search;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Nobody looks any more.
    public void close() {
        reading.cancel();
    }

    /// What was shown stays until the next slice's tags are there: leafing does not flicker.
    private void read() {
        int wanted = slice.get();
        reading.replace(
                () ->
                        workshop.readOrWrite(
                                "Reading tags",
                                (_, _) -> volume.reader().read(wanted),
                                this::show,
                                this::fail));
    }

    private void show(List<TagLine> lines) {
        all = lines;
        filtered();
    }

    private void filter() {
        if (state.get() instanceof State.Shown) {
            filtered();
        }
    }

    private void filtered() {
        state.set(
                new State.Shown(
                        TagFilter.apply(all, search.get()),
                        TagFilter.count(all, search.get()),
                        all.size()));
    }

    private void fail(Throwable cause) {
        LOG.warn("tags were not read: {}", cause.getClass().getSimpleName());
        all = List.of();
        state.set(
                switch (cause) {
                    case ImageReadException refused ->
                            new State.Failed(
                                    "The header of this file could not be read.",
                                    refused.reason().describe());
                    case IOException _ ->
                            new State.Failed(
                                    "The file of this slice could not be read.",
                                    "Check that it is still there and whole, then show the tags again.");
                    default ->
                            new State.Failed(
                                    "The tags of this file could not be shown.",
                                    "Nothing is lost. The log says more; another slice may be shown.");
                });
    }
}
