// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingListener;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.overlay.Layers;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;

/// Up to four readings side by side. What a hand does in one of them the others follow, by patient position: cursor,
/// place and size of the picture, slab and turned planes; and the window, where the numbers mean the same. FX thread, no
/// nodes.
public final class Comparison {
    /// More columns than this show nothing well.
    public static final int MOST = 4;

    private final Supplier<ReadingModel> maker;
    private final Links links;
    private final ObservableList<Column> columns = FXCollections.observableArrayList();

    /// One for all: who listens to a view that nobody holds is forgotten with it.
    private final ObservableList<Column> view = FXCollections.unmodifiableObservableList(columns);

    private final BooleanProperty linked = new SimpleBooleanProperty(true);
    private final ObjectProperty<ReadingModel> focused;
    private final ObjectProperty<ViewPlane> plane = new SimpleObjectProperty<>(ViewPlane.AXIAL);
    private final BooleanProperty samePlanes = new SimpleBooleanProperty(false);
    private boolean following;

    /// `maker` makes the reading of a further column.
    public Comparison(ReadingModel main, Links links, Supplier<ReadingModel> maker) {
        this.maker = maker;
        this.links = links;
        focused = new SimpleObjectProperty<>(main);
        join(new Column('A', main, new Layers(main, links::joining), Column.Stand.BESIDE));
        linked.subscribe(_ -> relink());
        samePlanes.addListener((_, _, _) -> tell(main(), this::turn));
        links.recorded().subscribe(_ -> relink());
    }

    /// The first is the main one and never leaves. A live, read-only list.
    public ObservableList<Column> columns() {
        return view;
    }

    public ReadingModel main() {
        return columns.getFirst().reading();
    }

    /// The reading that has the keyboard.
    public ObjectProperty<ReadingModel> focused() {
        return focused;
    }

    /// Whether a person wants the columns to go together.
    public BooleanProperty linked() {
        return linked;
    }

    /// Whether all columns are cut as the first, for pictures that lie on one another; otherwise each as it was acquired.
    public BooleanProperty samePlanes() {
        return samePlanes;
    }

    /// What a row of columns shows.
    public ObjectProperty<ViewPlane> plane() {
        return plane;
    }

    /// A further, empty column; empty where there are enough.
    public Optional<Column> add() {
        return add(Column.Stand.BESIDE);
    }

    /// The same in a place of the caller's choice.
    public Optional<Column> add(Column.Stand stand) {
        if (columns.size() >= MOST) {
            return Optional.empty();
        }
        char letter = 'A';
        while (isTaken(letter)) {
            letter++;
        }
        var next = maker.get();
        var column = new Column(letter, next, new Layers(next, links::joining), stand);
        var first = main();
        next.interpolation().bindBidirectional(first.interpolation());
        next.writing().cornerText().bindBidirectional(first.writing().cornerText());
        next.writing().crosshair().bindBidirectional(first.writing().crosshair());
        next.writing().overlays().bindBidirectional(first.writing().overlays());
        next.planes().alignment().bindBidirectional(first.planes().alignment());
        join(column);
        return Optional.of(column);
    }

    private boolean isTaken(char letter) {
        return columns.stream().anyMatch(column -> column.letter() == letter);
    }

    private void join(Column column) {
        columns.add(column);
        column.reading().listen(new Hearing(column));
        column.reading().content().subscribe(_ -> relink());
    }

    /// Takes a column away; the first stays.
    public void remove(Column column) {
        if (column.equals(columns.getFirst()) || !columns.remove(column)) {
            return;
        }
        ReadingModel gone = column.reading();
        gone.listen(ReadingListener.NONE);
        gone.interpolation().unbindBidirectional(main().interpolation());
        gone.writing().cornerText().unbindBidirectional(main().writing().cornerText());
        gone.writing().crosshair().unbindBidirectional(main().writing().crosshair());
        gone.writing().overlays().unbindBidirectional(main().writing().overlays());
        gone.planes().alignment().unbindBidirectional(main().planes().alignment());
        gone.close();
        if (focused.get().equals(gone)) {
            focused.set(main());
        }
    }

    /// The column that has the keyboard.
    public Column active() {
        return of(focused.get()).orElse(columns.getFirst());
    }

    /// The column that shows a reading.
    public Optional<Column> of(ReadingModel reading) {
        return columns.stream().filter(column -> column.reading().equals(reading)).findFirst();
    }

    /// Says that the middle of what a column shows in [#plane()] and the middle of what the first shows are one place of
    /// the patient, which holds from now on; so that nothing on the screen jumps. Nothing happens where the frame of
    /// reference is one already.
    public void linkHere(Column column) {
        PaneState first = shown(main());
        PaneState other = shown(column.reading());
        if (first == null
                || other == null
                || first.volume().frame().equals(other.volume().frame())) {
            return;
        }
        links.link(
                first.volume().frame(),
                first.plane().center(),
                other.volume().frame(),
                other.plane().center());
        linked.set(true);
        followFirst(column);
    }

    private @Nullable PaneState shown(ReadingModel reading) {
        return reading.panes().stream()
                .filter(pane -> pane.view() == plane.get())
                .findFirst()
                .map(pane -> pane.state().get())
                .orElse(null);
    }

    /// Forgets what [#linkHere(Column)] said.
    public void unlink(Column column) {
        Volume first = main().volume();
        Volume other = column.reading().volume();
        if (first != null && other != null) {
            links.unlink(first.frame(), other.frame());
        }
    }

    private void relink() {
        columns.forEach(column -> column.link(state(column)));
    }

    private LinkState state(Column column) {
        Volume first = main().volume();
        Volume other = column.reading().volume();
        if (first == null || other == null) {
            return LinkState.NOTHING;
        }
        return switch (links.joining(first.frame(), other.frame())) {
            case Joining.Refused(Joining.Reason reason) ->
                    switch (reason) {
                        case DIFFERENT_FRAMES -> LinkState.OTHER_FRAME;
                        case UNNAMED_FRAME -> LinkState.UNNAMED_FRAME;
                    };
            case Joining.Joined _ when !linked.get() -> LinkState.APART;
            case Joining.Joined(var base, var overlay, _) ->
                    base.equals(overlay) ? LinkState.SAME_FRAME : LinkState.BY_HAND;
        };
    }

    /// From positions of one reading to those of another; null where they do not go together.
    private @Nullable PatientTransform between(ReadingModel from, ReadingModel to) {
        Volume first = from.volume();
        Volume other = to.volume();
        if (first == null || other == null || !linked.get()) {
            return null;
        }
        // by way of the main one: a person links columns to it, not to each other
        Volume main = main().volume();
        if (main == null
                || !(links.joining(first.frame(), main.frame()) instanceof Joining.Joined in)
                || !(links.joining(main.frame(), other.frame()) instanceof Joining.Joined out)) {
            return null;
        }
        PatientTransform a = in.toOverlay();
        PatientTransform b = out.toOverlay();
        return new PatientTransform(
                b.apply(a.x()), b.apply(a.y()), b.apply(a.z()), b.apply(a.shift()).plus(b.shift()));
    }

    private void tell(ReadingModel from, Follow follow) {
        if (following || !linked.get()) {
            return; // what follows does not lead
        }
        following = true;
        for (Column column : List.copyOf(columns)) {
            if (!column.reading().equals(from)) {
                follow.follow(from, column.reading());
            }
        }
        following = false;
    }

    private interface Follow {
        void follow(ReadingModel from, ReadingModel to);
    }

    /// Brings a column to where the first is.
    private void followFirst(Column column) {
        if (following || column.reading().equals(main())) {
            return;
        }
        following = true;
        follow(main(), column.reading());
        following = false;
    }

    private void follow(ReadingModel from, ReadingModel to) {
        point(from, to);
        turn(from, to);
        for (PaneModel pane : from.panes()) {
            place(from, to, from.panes().indexOf(pane));
        }
        tone(from, to);
    }

    private void point(ReadingModel from, ReadingModel to) {
        PatientTransform there = between(from, to);
        if (there != null) {
            to.follow(there.apply(from.cursor().get()));
        }
    }

    private void turn(ReadingModel from, ReadingModel to) {
        if (between(from, to) != null) {
            to.planes()
                    .turns()
                    .set(samePlanes.get() ? from.planes().now() : from.planes().turns().get());
        }
    }

    private void place(ReadingModel from, ReadingModel to, int pane) {
        PatientTransform there = between(from, to);
        var state = from.panes().get(pane).state().get();
        if (there != null && state != null) {
            to.panes()
                    .get(pane)
                    .follow(
                            there.apply(state.plane().center()),
                            state.pixelMm(),
                            from.panes().get(pane).slab());
        }
    }

    private static void tone(ReadingModel from, ReadingModel to) {
        Volume first = from.volume();
        Volume other = to.volume();
        if (first != null && other != null && meansTheSame(first.unit(), other.unit())) {
            Tone tone = from.tones().tone().get();
            to.tones().follow(tone);
        }
    }

    private static boolean meansTheSame(ValueUnit a, ValueUnit b) {
        return a == b && a != ValueUnit.ARBITRARY;
    }

    /// What one of the columns says.
    private final class Hearing implements ReadingListener {
        private final Column column;
        private final ReadingModel reading;

        Hearing(Column column) {
            this.column = column;
            reading = column.reading();
        }

        @Override
        public void begun() {
            relink();
            if (reading.equals(main())) {
                columns.forEach(Comparison.this::followFirst);
            } else {
                followFirst(column);
            }
        }

        @Override
        public void pointed() {
            tell(reading, Comparison.this::point);
        }

        @Override
        public void moved(PaneModel pane) {
            int index = reading.panes().indexOf(pane);
            tell(reading, (from, to) -> place(from, to, index));
        }

        @Override
        public void resized(PaneModel pane) {
            if (reading.equals(main())) {
                moved(pane);
            } else if (!following) {
                following = true;
                place(main(), reading, reading.panes().indexOf(pane));
                following = false;
            }
        }

        @Override
        public void toned() {
            tell(reading, Comparison::tone);
        }

        @Override
        public void turned() {
            tell(reading, Comparison.this::turn);
        }
    }
}
