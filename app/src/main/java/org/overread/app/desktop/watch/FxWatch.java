// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures each piece of work on the FX thread, an event, a task or a layout, and logs who took longer than a frame
/// can bear. Costs two looks at the clock a piece. FX thread, but for [#watched(Executor)].
///
/// A person waits by the clock on the wall; tests on a shared machine ask how long the FX thread itself worked.
public final class FxWatch {
    /// What a piece may take.
    public static final double LIMIT_MS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(FxWatch.class);
    private static final int KEPT = 1 << 14;

    private static final int NAMED = 200;

    private final LongSupplier clockNs;
    private final double[] pieces = new double[KEPT];
    private final List<Piece> tooLong = new ArrayList<>();
    private long count;
    private long layoutBegun;
    private String slowest = "";
    private double slowestMs;

    /// Someone who took too long.
    public record Piece(double ms, String who) {}

    /// By the clock on the wall.
    public FxWatch() {
        this(System::nanoTime);
    }

    /// By another clock, in nanoseconds, that is asked on the FX thread.
    public FxWatch(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    /// Runs tasks as `ui` does, and measures them.
    public Executor watched(Executor ui) {
        return task -> ui.execute(() -> measure(task));
    }

    private void measure(Runnable task) {
        long start = clockNs.getAsLong();
        try {
            task.run();
        } finally {
            done(start, "task " + name(task));
        }
    }

    /// Lambdas are named after the class that made them.
    private static String name(Runnable task) {
        String name = task.getClass().getName();
        int lambda = name.indexOf("$$");
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    /// Measures the events and layouts of a window.
    public void install(Scene scene) {
        EventDispatcher before = scene.getEventDispatcher();
        scene.setEventDispatcher(
                new EventDispatcher() {
                    @Override
                    public @Nullable Event dispatchEvent(Event event, EventDispatchChain tail) {
                        long start = clockNs.getAsLong();
                        try {
                            return before.dispatchEvent(event, tail);
                        } finally {
                            done(start, event.getEventType() + " on " + target(event));
                        }
                    }
                });
        scene.addPreLayoutPulseListener(() -> layoutBegun = clockNs.getAsLong());
        scene.addPostLayoutPulseListener(this::laidOut);
    }

    /// A snapshot lays out, too, and tells of the end only.
    private void laidOut() {
        if (layoutBegun != 0) {
            done(layoutBegun, "layout");
            layoutBegun = 0;
        }
    }

    private static String target(Event event) {
        return event.getTarget() instanceof Node node
                ? node.getClass().getSimpleName() + node.getStyleClass()
                : event.getTarget().getClass().getSimpleName();
    }

    private void done(long start, String who) {
        double ms = (clockNs.getAsLong() - start) / 1e6;
        pieces[(int) (count++ % KEPT)] = ms;
        if (ms > LIMIT_MS) {
            if (tooLong.size() < NAMED) {
                tooLong.add(new Piece(ms, who));
            }
            LOG.info(String.format(Locale.ROOT, "FX thread busy for %.1f ms: %s", ms, who));
        }
        if (ms > slowestMs) {
            slowestMs = ms;
            slowest = who;
        }
    }

    /// Begins anew, as after a warm-up.
    public void clear() {
        count = 0;
        tooLong.clear();
        slowest = "";
        slowestMs = 0;
    }

    /// What was measured since the beginning: `p999Ms` is what 99.9 % of the pieces stayed within, `slowest` names the
    /// longest of them, `tooLong` the first of those over the limit.
    public record Busy(
            long pieces,
            long overLimit,
            double p999Ms,
            double maxMs,
            String slowest,
            List<Piece> tooLong) {
        public Busy {
            tooLong = List.copyOf(tooLong);
        }
    }

    public Busy busy() {
        double[] kept = Arrays.copyOf(pieces, (int) Math.min(count, KEPT));
        Arrays.sort(kept);
        int at = (int) Math.ceil(0.999 * kept.length) - 1;
        return new Busy(
                count,
                Arrays.stream(kept).filter(ms -> ms > LIMIT_MS).count(),
                kept.length == 0 ? 0 : kept[Math.max(0, at)],
                slowestMs,
                slowest,
                tooLong);
    }
}
