// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.Measuring;
import org.overread.viewer.measure.Region;
import org.overread.viewer.volume.Volume;

/// What the hand is drawing and nobody has kept: at most one measure, with its figures as soon as they are known. FX
/// thread, but for what it hands to its executors.
final class DraftBoard {
    private final Executor compute;
    private final Executor ui;
    private final Function<Volume, LengthMeaning> meaning;
    private final Runnable changed;
    private final AtomicLong drawn = new AtomicLong();
    private final ReadOnlyObjectWrapper<Optional<Draft>> draft =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// `meaning` is what millimetres of a volume are; `changed` is told whenever something is to be drawn anew.
    DraftBoard(
            Executor compute,
            Executor ui,
            Function<Volume, LengthMeaning> meaning,
            Runnable changed) {
        this.compute = compute;
        this.ui = ui;
        this.meaning = meaning;
        this.changed = changed;
    }

    ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return draft.getReadOnlyProperty();
    }

    /// Shows it; figures of regions take their time and follow, those of all others are there at once.
    void draw(Optional<UUID> of, Measure measure, Volume on) {
        Figures known = draft.get().map(Draft::figures).orElse(Figures.NONE);
        var next = new Draft(of, measure, on, known);
        LengthMeaning millimetres = meaning.apply(on);
        long asked = drawn.incrementAndGet();
        if (measure instanceof Region) {
            show(next);
            compute.execute(
                    () -> {
                        if (asked == drawn.get()) { // nobody waits for the others
                            Figures figures = Measuring.of(measure, on, millimetres);
                            ui.execute(() -> measured(next, figures));
                        }
                    });
        } else {
            show(next.withFigures(Measuring.of(measure, on, millimetres)));
        }
    }

    private void show(Draft next) {
        draft.set(Optional.of(next));
        changed.run();
    }

    private void measured(Draft asked, Figures figures) {
        draft.get().filter(asked::isSameDrawingAs).ifPresent(now -> show(now.withFigures(figures)));
    }

    /// Gives it up where it is of this kind; what is to be drawn anew is the caller's matter.
    void dropIf(Predicate<Draft> kind) {
        if (draft.get().filter(kind).isPresent()) {
            draft.set(Optional.empty());
        }
    }

    /// Gives it up.
    void drop() {
        if (draft.get().isPresent()) {
            draft.set(Optional.empty());
            changed.run();
        }
    }
}
