// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.input.MouseButton;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.space.SpaceModel;
import org.overread.app.desktop.space.SpacePane;
import org.overread.app.desktop.trial.TrialHand;
import org.overread.app.desktop.workstation.Workstation;

/// Reads the open series as a hand would, one movement a frame, with one, three and four panes, and writes how long each
/// took to be seen: for the benchmark of the reading view. Where the system property names a file, the program runs this
/// and ends, in any case when its time is up. FX thread.
final class ReadingScript extends AnimationTimer {
    private static final String FILE = "overread.bench.reading";
    private static final List<Layout> LAYOUTS =
            List.of(Layout.SINGLE, Layout.ONE_AND_TWO, Layout.GRID);
    private static final double MOST_MS = 150_000;

    /// There and back.
    private static final int ROUND = 60;

    /// So many that one piece in a thousand of the FX thread's work is more than the longest one.
    private static final int MOVES = 4 * ROUND;

    private static final int WARM_UP = 60;
    private static final int SWITCHES = 48;
    private static final int TURNS = 30;
    private static final int REST_FRAMES = 12;

    private final ReadingDesk desk;
    private final SpacePane body;
    private final Workstation workstation;
    private final BooleanSupplier drawerIsKnown;
    private final Path file;
    private final Executor hand;
    private final long begun = System.nanoTime();
    private final Map<String, Double> said = new LinkedHashMap<>();
    private final Map<String, Double> waits = new LinkedHashMap<>();
    private final Deque<Long> pending = new ArrayDeque<>();
    private final List<Double> latencies = new ArrayList<>();
    private final Deque<Gesture> gestures = new ArrayDeque<>();
    private Gesture gesture = new Gesture("wait", 0, _ -> {});
    private int move;
    private long lastMove;
    private int lost;
    private int rest;
    private boolean ready;

    private interface Move {
        void make(int n);
    }

    private record Gesture(String name, int moves, Move move) {}

    private ReadingScript(
            ReadingDesk desk,
            SpacePane body,
            Workstation workstation,
            BooleanSupplier drawerIsKnown,
            Path file) {
        this.desk = desk;
        this.body = body;
        this.workstation = workstation;
        this.drawerIsKnown = drawerIsKnown;
        this.file = file;
        hand = workstation.watch().watched(Runnable::run);
        workstation
                .watch()
                .measureWork(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
        choose(Layout.ONE_AND_TWO);
    }

    static void runWhereAsked(
            ReadingDesk desk,
            SpacePane body,
            Workstation workstation,
            BooleanSupplier drawerIsKnown) {
        String file = System.getProperty(FILE);
        if (file != null) {
            new ReadingScript(desk, body, workstation, drawerIsKnown, Path.of(file)).start();
        }
    }

    @Override
    public void handle(long now) {
        if (sinceBegun() > MOST_MS) {
            end();
        } else if (!ready) {
            begin();
        } else if (rest > 0) {
            rest--;
        } else {
            settle();
            if (move < gesture.moves()) {
                lastMove = System.nanoTime();
                pending.add(lastMove);
                gesture.move().make(move++);
            } else if (pending.isEmpty() && hasComeToRest()) {
                next();
            }
        }
    }

    private void begin() {
        boolean shown =
                !panes().isEmpty() && panes().stream().allMatch(p -> p.shownImage() != null);
        if (shown) {
            said.putIfAbsent("firstMs", sinceBegun());
        }
        boolean sharp =
                shown
                        && FrameByFrame.areAllAtRest() // all panes are there
                        && desk.reading().content().get() instanceof Content.Ready
                        && panes().stream().allMatch(PaneView::isSettled);
        if (sharp) {
            said.putIfAbsent("sharpMs", sinceBegun());
        }
        if (sharp && drawerIsKnown.getAsBoolean()) {
            ready = true;
            rest = REST_FRAMES;
            gestures.add(new Gesture("warm", WARM_UP, n -> scroll(n < WARM_UP / 2 ? 1 : -1)));
            gestures.add(new Gesture("warmCrosshair", WARM_UP, this::crosshair));
            for (Layout layout : LAYOUTS) {
                String panes = layout.name() + ".";
                gestures.add(new Gesture("warmLayout", 1, _ -> choose(layout)));
                gestures.add(
                        new Gesture(
                                panes + "scroll",
                                MOVES,
                                n -> scroll(n % ROUND < ROUND / 2 ? -1 : 1)));
                gestures.add(new Gesture(panes + "crosshair", MOVES, this::crosshair));
                gestures.add(new Gesture(panes + "window", MOVES, this::window));
                gestures.add(new Gesture(panes + "layout", SWITCHES, n -> layout(n, layout)));
                gestures.add(new Gesture(panes + "busy", 0, _ -> {}));
            }
            gestures.add(new Gesture("warmBody", 1, _ -> choose(Layout.SOLID)));
            gestures.add(new Gesture("body", TURNS, _ -> body.model().turn(0.02, 0.01)));
        }
    }

    private double sinceBegun() {
        return (System.nanoTime() - begun) / 1e6;
    }

    private List<PaneView> panes() {
        return desk.area().panes().stream().filter(PaneView::isOnScreen).toList();
    }

    /// What was moved before this frame is on the screen with it, or this frame is lost.
    private void settle() {
        if (pending.isEmpty()) {
            return;
        }
        if (panes().stream().allMatch(PaneView::isCurrent)) {
            long now = System.nanoTime();
            pending.forEach(since -> latencies.add((now - since) / 1e6));
            pending.clear();
        } else {
            lost++;
        }
    }

    /// Every pixel of every pane there; keeps the longest that a person waited for that.
    private boolean hasComeToRest() {
        boolean bodyMoved = gesture.name().equals("body");
        double since = (System.nanoTime() - lastMove) / 1e6;
        if (bodyMoved && body.isSharp()) {
            said.putIfAbsent("bodyMs", since);
        }
        if (gesture.moves() == 0) {
            return true;
        }
        boolean there = panes().stream().allMatch(PaneView::isSettled);
        if (there && dotted(gesture.name())) {
            String layout = gesture.name().substring(0, gesture.name().indexOf('.'));
            waits.merge(layout, since, Math::min);
        }
        there &= !body.isOnScreen() || isBodyThere();
        if (there) {
            waits.forEach((layout, ms) -> said.merge(layout + ".restMs", ms, Math::max));
            waits.clear();
        }
        return there;
    }

    private static boolean dotted(String name) {
        return name.indexOf('.') > 0;
    }

    private boolean isBodyThere() {
        return !(body.model().state().get() instanceof SpaceModel.State.Waiting)
                && body.isSettled();
    }

    private void next() {
        if (gesture.name().startsWith("warm")) {
            workstation.watch().clear();
        }
        if (gesture.name().endsWith("busy")) {
            var busy = workstation.watch().busy();
            said.put(gesture.name() + "P999", busy.p999Ms());
            said.put(gesture.name() + "WorkP999", busy.workP999Ms());
            said.put(gesture.name() + "Longest", busy.maxMs());
            said.put(gesture.name() + "Pieces", (double) busy.pieces());
            workstation.watch().clear();
        }
        if (!latencies.isEmpty() && !gesture.name().startsWith("warm")) {
            said.put(gesture.name() + "P50", at(0.5));
            said.put(gesture.name() + "P95", at(0.95));
            said.put(gesture.name() + "Lost", 100.0 * lost / (gesture.moves() + lost));
        }
        latencies.clear();
        lost = 0;
        move = 0;
        rest = REST_FRAMES;
        if (gestures.isEmpty()) {
            end();
        } else {
            gesture = gestures.removeFirst();
        }
    }

    private void end() {
        stop();
        write();
        Platform.exit();
    }

    private double at(double share) {
        Collections.sort(latencies);
        return latencies.get((int) Math.ceil(share * latencies.size()) - 1);
    }

    private void scroll(int notches) {
        TrialHand.scroll(panes().getFirst(), notches);
    }

    private void crosshair(int n) {
        double angle = 2 * Math.PI * n / ROUND;
        drag(n, MouseButton.PRIMARY, 0.5 + 0.2 * Math.cos(angle), 0.5 + 0.2 * Math.sin(angle));
    }

    private void window(int n) {
        drag(n, MouseButton.SECONDARY, 0.5 + 0.001 * (n % ROUND), 0.5 + 0.05 * Math.sin(n / 8.0));
    }

    private void drag(int n, MouseButton button, double partX, double partY) {
        PaneView pane = panes().getFirst();
        if (n == 0) {
            TrialHand.press(pane, button, partX, partY);
        }
        TrialHand.drag(pane, button, partX, partY);
        if (n == gesture.moves() - 1) {
            TrialHand.release(pane, button, partX, partY);
        }
    }

    /// There and back: the last switch leaves the layout that is measured.
    private void layout(int n, Layout measured) {
        Layout other = measured == Layout.GRID ? Layout.SINGLE : Layout.GRID;
        choose(n % 2 == 0 ? other : measured);
    }

    /// Measured as the key that a person would press.
    private void choose(Layout layout) {
        hand.execute(() -> desk.reading().room().choose(layout));
    }

    private void write() {
        String text =
                said.entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, "%s=%.3f", e.getKey(), e.getValue()))
                        .collect(Collectors.joining("\n", "", "\n"));
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".writing");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
