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
/// A person waits by the clock on the wall; on a shared machine one asks how long the FX thread itself worked, too.
public final class FxWatch {
    /// What a piece may take.
    public static final double LIMIT_MS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(FxWatch.class);
    private static final int KEPT = 1 << 14;

    private static final int NAMED = 200;

    private final LongSupplier clockNs;
    private LongSupplier workNs = () -> 0;
    private final double[] pieces = new double[KEPT];
    private final double[] worked = new double[KEPT];
    private final List<Piece> tooLong = new ArrayList<>();
    private long count;
    private Begun layoutBegun = Begun.NEVER;
    private String slowest = "";
    private double slowestMs;

    /// When a piece began, by both clocks.
    private record Begun(long clockNs, long workNs) {
        private static final Begun NEVER = new Begun(0, 0);
    }

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

    /// Asks for each piece also how long the thread worked at it: nanoseconds of processor time, on the FX thread.
    public void measureWork(LongSupplier newWorkNs) {
        workNs = newWorkNs;
        clear();
    }

    private Begun begin() {
        return new Begun(clockNs.getAsLong(), workNs.getAsLong());
    }

    /// Runs tasks as `ui` does, and measures them.
    public Executor watched(Executor ui) {
        return task -> ui.execute(() -> measure(task));
    }

    private void measure(Runnable task) {
        Begun begun = begin();
        try {
            task.run();
        } finally {
            done(begun, "task " + name(task));
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
                        Begun begun = begin();
                        try {
                            return before.dispatchEvent(event, tail);
                        } finally {
                            done(begun, event.getEventType() + " on " + target(event));
                        }
                    }
                });
        scene.addPreLayoutPulseListener(() -> layoutBegun = begin());
        scene.addPostLayoutPulseListener(this::laidOut);
    }

    /// A snapshot lays out, too, and tells of the end only.
    private void laidOut() {
        if (!layoutBegun.equals(Begun.NEVER)) {
            done(layoutBegun, "layout");
            layoutBegun = Begun.NEVER;
        }
    }

    private static String target(Event event) {
        return event.getTarget() instanceof Node node
                ? node.getClass().getSimpleName() + node.getStyleClass()
                : event.getTarget().getClass().getSimpleName();
    }

    private void done(Begun begun, String who) {
        double ms = (clockNs.getAsLong() - begun.clockNs()) / 1e6;
        int at = (int) (count++ % KEPT);
        pieces[at] = ms;
        worked[at] = (workNs.getAsLong() - begun.workNs()) / 1e6;
        if (ms > LIMIT_MS) {
            if (tooLong.size() < NAMED) {
                tooLong.add(new Piece(ms, who));
            }
            String work = working(worked[at]);
            LOG.info(String.format(Locale.ROOT, "FX thread busy for %.1f ms%s: %s", ms, work, who));
        }
        if (ms > slowestMs) {
            slowestMs = ms;
            slowest = who;
        }
    }

    private static String working(double ms) {
        return ms > 0 ? String.format(Locale.ROOT, ", %.1f of them at work", ms) : "";
    }

    /// Begins anew, as after a warm-up.
    public void clear() {
        count = 0;
        tooLong.clear();
        slowest = "";
        slowestMs = 0;
    }

    /// What was measured since the beginning: `p999Ms` is what 99.9 % of the pieces stayed within, `slowest` names the
    /// longest of them, `tooLong` the first of those over the limit. `workP999Ms` is the same of the thread's own work, 0
    /// where that was not asked for.
    public record Busy(
            long pieces,
            long overLimit,
            double p999Ms,
            double workP999Ms,
            double maxMs,
            String slowest,
            List<Piece> tooLong) {
        public Busy {
            tooLong = List.copyOf(tooLong);
        }
    }

    public Busy busy() {
        double[] kept = kept(pieces);
        return new Busy(
                count,
                Arrays.stream(kept).filter(ms -> ms > LIMIT_MS).count(),
                p999(kept),
                p999(kept(worked)),
                slowestMs,
                slowest,
                tooLong);
    }

    private double[] kept(double[] of) {
        return Arrays.copyOf(of, (int) Math.min(count, KEPT));
    }

    private static double p999(double[] kept) {
        Arrays.sort(kept);
        int at = (int) Math.ceil(0.999 * kept.length) - 1;
        return kept.length == 0 ? 0 : kept[Math.max(0, at)];
    }
}
