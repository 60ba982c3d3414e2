// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.cine;

import javafx.animation.AnimationTimer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.ToolPoint;

/// Runs the slices of the active pane, or the pictures of a film at the times at which they were taken; what is linked
/// runs along. Pictures that come too late are left out, never shown late. FX thread.
public final class Cine {
    /// Of a stack of slices that nobody gave another speed.
    private static final double USUAL = 15;

    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 60;
    private static final double STEP = 1.25;

    /// Dragging this far changes the speed by the factor e, logical pixels.
    private static final double SPEED_DRAG = 200;

    private final Comparison comparison;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty picturesASecond = new SimpleDoubleProperty(USUAL);
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    tick(now);
                }
            };
    private @Nullable PaneModel pane;
    private String natural = "";
    private long begun;
    private double from;

    public Cine(Comparison comparison) {
        this.comparison = comparison;
        comparison.main().content().subscribe(this::follow);
        picturesASecond.subscribe(_ -> restart());
    }

    private void follow(Content content) {
        if (!(content instanceof Content.Ready(var volume))) {
            stop();
        } else if (!volume.id().equals(natural)) {
            stop();
            natural = volume.id();
            picturesASecond.set(
                    Math.clamp(
                            CineClock.natural(comparison.main().kind().timing().get(), USUAL),
                            SLOWEST,
                            FASTEST));
        }
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    public DoubleProperty picturesASecond() {
        return picturesASecond;
    }

    public void toggle() {
        if (playing.get()) {
            stop();
        } else {
            play();
        }
    }

    public void play() {
        PaneModel active = comparison.focused().get().active();
        PaneState state = active.state().get();
        if (state != null && state.slices().count() > 1) {
            pane = active;
            restart();
            playing.set(true);
            timer.start();
        }
    }

    public void stop() {
        timer.stop();
        playing.set(false);
        pane = null;
    }

    public void faster() {
        speed(picturesASecond.get() * STEP);
    }

    public void slower() {
        speed(picturesASecond.get() / STEP);
    }

    private void speed(double wanted) {
        picturesASecond.set(Math.clamp(wanted, SLOWEST, FASTEST));
    }

    /// Up is faster.
    public Drag speedDrag(ToolPoint start) {
        double before = picturesASecond.get();
        return new Drag() {
            @Override
            public void to(ToolPoint at) {
                speed(before * Math.exp((start.pixel().y() - at.pixel().y()) / SPEED_DRAG));
            }

            @Override
            public void cancel() {
                picturesASecond.set(before);
            }
        };
    }

    /// From the picture that is shown, at the speed that is set.
    private void restart() {
        PaneModel shown = pane;
        PaneState state = shown == null ? null : shown.state().get();
        if (shown == null || state == null) {
            return;
        }
        begun = 0;
        from = clock(shown, state).startMs(position(shown, state));
    }

    private CineClock clock(PaneModel shown, PaneState state) {
        ReadingModel reading = shown.reading();
        int count = state.slices().count();
        var timing =
                reading.kind().timing().get().filter(times -> times.startsMs().size() == count);
        return new CineClock(count, timing, picturesASecond.get());
    }

    /// Films run with their numbers, stacks as one leafs through them.
    private static int position(PaneModel shown, PaneState state) {
        int nearest = state.slices().nearest(state.cursor());
        return withNumbers(shown, state) ? nearest : state.slices().count() - 1 - nearest;
    }

    private static boolean withNumbers(PaneModel shown, PaneState state) {
        return shown.reading().kind().timing().get().isPresent() || shown.leafsWithNumbers(state);
    }

    void tick(long nanos) {
        PaneModel shown = pane;
        PaneState state = shown == null ? null : shown.state().get();
        if (shown == null || state == null) {
            stop();
            return;
        }
        if (begun == 0) {
            begun = nanos;
        }
        int due = clock(shown, state).pictureAt(from + (nanos - begun) / 1e6);
        if (due != position(shown, state)) {
            int last = state.slices().count() - 1;
            shown.toSlice(withNumbers(shown, state) ? due : last - due);
        }
    }
}
