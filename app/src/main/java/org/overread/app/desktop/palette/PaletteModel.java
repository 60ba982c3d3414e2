// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.action.Actions;

/// What the command palette shows for what is typed: the actions that fit, best first; recent ones first while nothing
/// is typed. Needs no toolkit; one thread.
public final class PaletteModel {
    private static final int MOST_RECENT = 6;

    /// Actions whose own name fits come first.
    private static final int ONLY_BY_GROUP = 100;

    /// One row: an action and the letters of its label that were typed.
    public record Entry(Action action, List<Integer> hits) {
        public Entry {
            hits = List.copyOf(hits);
        }

        /// What is searched and shown.
        public String label() {
            return action.name();
        }
    }

    private final Actions actions;
    private final ObservableList<String> recent;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(0);

    /// `recent` holds ids, the last used first; the model keeps it up to date.
    public PaletteModel(Actions actions, ObservableList<String> recent) {
        this.actions = actions;
        this.recent = recent;
        query.subscribe(_ -> refresh());
    }

    public StringProperty query() {
        return query;
    }

    public ObservableList<Entry> entries() {
        return entries;
    }

    public ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /// Begins anew: nothing typed, the first row selected.
    public void reset() {
        query.set("");
        refresh();
    }

    public void select(int index) {
        selected.set(Math.clamp(index, 0, Math.max(0, entries.size() - 1)));
    }

    /// One row further, round the end.
    public void next() {
        select(entries.isEmpty() ? 0 : (selected.get() + 1) % entries.size());
    }

    /// One row back, round the start.
    public void previous() {
        select(entries.isEmpty() ? 0 : Math.floorMod(selected.get() - 1, entries.size()));
    }

    /// The action of the selected row, if it can be run now; it becomes the most recent one.
    public Optional<Action> take() {
        if (selected.get() >= entries.size()) {
            return Optional.empty();
        }
        Action action = entries.get(selected.get()).action();
        if (!action.enabled().get()) {
            return Optional.empty();
        }
        recent.remove(action.id());
        recent.addFirst(action.id());
        if (recent.size() > MOST_RECENT) {
            recent.remove(MOST_RECENT, recent.size());
        }
        return Optional.of(action);
    }

    private void refresh() {
        List<Entry> next = query.get().isBlank() ? recentFirst() : fitting(query.get());
        if (!next.equals(entries)) {
            entries.setAll(next);
        }
        select(0);
    }

    private List<Entry> recentFirst() {
        var rows = new ArrayList<Entry>();
        recent.forEach(
                id -> actions.find(id).ifPresent(found -> rows.add(new Entry(found, List.of()))));
        actions.all().stream()
                .filter(action -> !recent.contains(action.id()))
                .forEach(action -> rows.add(new Entry(action, List.of())));
        return rows;
    }

    private List<Entry> fitting(String typed) {
        record Rated(Entry entry, int score) {}
        var rated = new ArrayList<Rated>();
        for (Action action : actions.all()) {
            rate(typed, action)
                    .ifPresent(
                            match ->
                                    rated.add(
                                            new Rated(entry(action, match), score(action, match))));
        }
        rated.sort(Comparator.comparingInt(Rated::score).reversed());
        return rated.stream().map(Rated::entry).toList();
    }

    /// By its name, or by its group and name together.
    private static Optional<FuzzyMatch> rate(String typed, Action action) {
        return FuzzyMatch.of(typed, action.name())
                .or(
                        () ->
                                FuzzyMatch.of(typed, action.group() + " " + action.name())
                                        .map(match -> withoutGroup(match, action.group())));
    }

    private static FuzzyMatch withoutGroup(FuzzyMatch match, String group) {
        int shift = group.length() + 1;
        return new FuzzyMatch(
                match.score() - ONLY_BY_GROUP,
                match.hits().stream().filter(hit -> hit >= shift).map(hit -> hit - shift).toList());
    }

    private static Entry entry(Action action, FuzzyMatch match) {
        return new Entry(action, match.hits());
    }

    private int score(Action action, FuzzyMatch match) {
        return 2 * match.score() + (recent.contains(action.id()) ? 1 : 0);
    }
}
