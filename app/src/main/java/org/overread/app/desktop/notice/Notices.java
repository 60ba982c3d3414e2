// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The messages since the program began: those on the screen now, and all of them. `show` and `withdraw` may be called on any
/// thread, the rest on the FX thread.
public final class Notices {
    static final int MOST_SHOWN = 3;
    private static final int MOST_KEPT = 200;

    /// A message that was shown `times` times, last at `last`.
    public record Entry(long number, Notice notice, Instant last, int times) {}

    private final Executor ui;
    private final InstantSource clock;
    private final ObservableList<Entry> showing = FXCollections.observableArrayList();
    private final ObservableList<Entry> past = FXCollections.observableArrayList();
    private final ObservableList<Entry> readOnlyShowing =
            FXCollections.unmodifiableObservableList(showing);
    private final ObservableList<Entry> readOnlyPast =
            FXCollections.unmodifiableObservableList(past);
    private long lastNumber;

    public Notices(Executor ui, InstantSource clock) {
        this.ui = ui;
        this.clock = clock;
    }

    /// Shows a message; one that is on the screen already is counted, not repeated.
    public void show(Notice notice) {
        ui.execute(() -> add(notice));
    }

    /// On the screen now, the oldest first.
    public ObservableList<Entry> showing() {
        return readOnlyShowing;
    }

    /// All since the program began, the newest first.
    public ObservableList<Entry> past() {
        return readOnlyPast;
    }

    /// Takes a message from the screen; it stays in the list of past ones.
    public void dismiss(long number) {
        showing.removeIf(entry -> entry.number() == number);
    }

    /// Takes a message from the screen that has come not to be so any more. Any thread.
    public void withdraw(Notice notice) {
        ui.execute(() -> showing.removeIf(entry -> entry.notice().saysTheSameAs(notice)));
    }

    private void add(Notice notice) {
        for (int n = 0; n < showing.size(); n++) {
            Entry known = showing.get(n);
            if (known.notice().saysTheSameAs(notice)) {
                var again = new Entry(known.number(), notice, clock.instant(), known.times() + 1);
                showing.set(n, again);
                past.removeIf(entry -> entry.number() == known.number());
                past.addFirst(again);
                return;
            }
        }
        var entry = new Entry(++lastNumber, notice, clock.instant(), 1);
        if (showing.size() == MOST_SHOWN) {
            showing.removeFirst();
        }
        showing.add(entry);
        past.addFirst(entry);
        if (past.size() > MOST_KEPT) {
            past.removeLast();
        }
    }
}
