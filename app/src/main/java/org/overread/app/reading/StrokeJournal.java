// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.overread.segmentation.edit.Edit;
import org.overread.segmentation.edit.StepBytes;
import org.overread.segmentation.label.Segments;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.journal.Journal;
import org.overread.sync.store.journal.JournalOutcome;
import org.overread.sync.store.journal.Stroke;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the steps of a reading into its journal, one after another in their order, off the caller's thread. What the
/// disk does not take stays here and is tried again. Any thread.
final class StrokeJournal {
    private static final Logger LOG = LoggerFactory.getLogger(StrokeJournal.class);

    private final Journal journal;
    private final Key reading;
    private final Executor io;
    private final Executor later;
    private final Consumer<Saving> listener;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private Lead lead;
    private boolean running;
    private boolean stopped;

    /// The key of the reading, which may begin with its first step.
    @FunctionalInterface
    interface Key {
        String get() throws StoreException;
    }

    /// What is done with the step.
    enum Deed {
        MADE,
        UNDONE,
        REDONE
    }

    /// A step on its way: the edit leads from the state before to `now`, for an undone one too.
    record Entry(Deed deed, Edit edit, Segments now, HistoryStep step, Duration active) {}

    /// Where the journal leads.
    ///
    /// @param state of the last entry that was written
    /// @param digest of it, as the journal has it
    record Lead(StateDigest state, Digest digest) {}

    /// `later` runs what it is given after a while; `listener` hears on whatever thread writes.
    StrokeJournal(
            Journal journal,
            Key reading,
            StateDigest start,
            Executor io,
            Executor later,
            Consumer<Saving> listener) {
        this.journal = journal;
        this.reading = reading;
        this.lead = new Lead(start, start.digest());
        this.io = io;
        this.later = later;
        this.listener = listener;
    }

    void add(Entry entry) {
        synchronized (this) {
            waiting.add(entry);
        }
        listener.accept(new Saving.Underway(count()));
        begin();
    }

    /// Waits until nothing waits, or the disk refuses a step, or the time is over; says whether nothing waits.
    boolean settle(Duration most) {
        begin();
        long end = System.nanoTime() + most.toNanos();
        synchronized (this) {
            boolean interrupted = false;
            for (long left = most.toNanos(); running && left > 0; left = end - System.nanoTime()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException e) {
                    interrupted = true;
                    break;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return waiting.isEmpty();
        }
    }

    /// Tries what failed once more, now.
    void begin() {
        synchronized (this) {
            if (running || waiting.isEmpty() || stopped) {
                return;
            }
            running = true;
        }
        io.execute(this::drain);
    }

    private synchronized int count() {
        return waiting.size();
    }

    private void drain() {
        while (true) {
            Entry entry;
            synchronized (this) {
                entry = waiting.peek();
                if (entry == null) {
                    running = false;
                    notifyAll();
                }
            }
            if (entry == null) {
                listener.accept(new Saving.Saved());
                return;
            }
            try {
                if (!write(entry)) {
                    fail(
                            "The journal in the workspace leads elsewhere; nothing in it was changed.");
                    synchronized (this) {
                        stopped = true;
                    }
                    return;
                }
            } catch (StoreException e) {
                LOG.warn("a step was not saved: {}", e.fault());
                fail(e.fault().sentence());
                later.execute(this::begin);
                return;
            }
            synchronized (this) {
                waiting.remove();
            }
        }
    }

    private void fail(String why) {
        synchronized (this) {
            running = false;
            notifyAll();
        }
        listener.accept(new Saving.Failing(count(), why));
    }

    /// Whether the journal took it.
    private boolean write(Entry entry) throws StoreException {
        StateDigest state = lead.state().after(entry.edit(), entry.now());
        Digest after = state.digest();
        String key = reading.get();
        JournalOutcome outcome =
                switch (entry.deed()) {
                    case MADE -> journal.made(key, stroke(entry, after));
                    case UNDONE -> journal.undone(key, lead.digest(), after);
                    case REDONE -> journal.redone(key, lead.digest(), after);
                };
        return switch (outcome) {
            case JournalOutcome.Saved _ -> {
                lead = new Lead(state, after);
                yield true;
            }
            case JournalOutcome.OutOfStep(Digest expected) -> {
                LOG.warn("the journal expects {}, not {}", expected, lead.digest());
                yield false;
            }
        };
    }

    private Stroke stroke(Entry entry, Digest after) {
        return new Stroke(
                entry.edit().origin().name(),
                entry.edit().origin().tool(),
                StrokeWords.write(entry.step()),
                Bytes.handedOver(StepBytes.of(entry.edit()).toArray()),
                lead.digest(),
                after,
                entry.active());
    }
}
