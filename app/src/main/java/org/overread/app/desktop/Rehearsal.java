// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.facts.FactsAction;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.space.SpacePane;
import org.overread.app.desktop.tags.TagsAction;
import org.overread.app.desktop.trial.TrialHand;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;

/// What every reader does in the first minute, done once for the JVM to learn from: what it does for the first time
/// later, classes to load and code to link, holds up the window. FX thread.
final class Rehearsal extends AnimationTimer {
    /// Between two moves, so that what follows from the first is seen, too.
    private static final int FRAMES = 4;

    /// Nothing is waited for longer: without a body to be seen, the rest is still to be learned.
    private static final int PATIENCE_FRAMES = 600;

    private static final int MOVES = 6;

    /// What is drawn with by dragging.
    private static final List<String> DRAGGED =
            List.of(
                    "measure.length",
                    "measure.bidirectional",
                    "measure.ellipse",
                    "brush",
                    "eraser",
                    "contour",
                    "livewire",
                    "scissors",
                    "measure.solid_box");

    /// What a click suffices for.
    private static final List<String> CLICKED =
            List.of(
                    "measure.probe",
                    "measure.landmark",
                    "grow.connected-threshold",
                    "front",
                    "cursor");

    /// What opens a card, a list or a way to read that many a reader asks for.
    private static final List<String> ASKED =
            List.of(
                    ToolBox.ACTION_IDS + "grow.threshold",
                    ToolBox.ACTION_IDS + "learn",
                    ToolBox.ACTION_IDS + "reshape",
                    "help.palette",
                    "help.keys",
                    "help.about",
                    "view.grid",
                    "window.card",
                    "layers.card",
                    "view.protocols",
                    "view.studies",
                    TagsAction.ID,
                    FactsAction.ID,
                    "findings.list",
                    "findings.classify",
                    "findings.spread",
                    "findings.eyes",
                    "comment.write",
                    "view.segments",
                    "segments.add",
                    "segments.look",
                    "versions.panel",
                    "worklist.open",
                    "workspace.card",
                    "workspace.audit",
                    "guideline.show",
                    "trust.key");

    private final Workstation workstation;
    private final ReadingDesk desk;
    private final Workshop workshop;
    private final SpacePane body;
    private final Runnable then;
    private final Deque<Move> moves = new ArrayDeque<>();
    private int frame;
    private int waited;

    /// Made as soon as its time has come.
    private record Move(BooleanSupplier isTime, Runnable make) {}

    /// Starts once there are pictures; calls `then` when all is done.
    Rehearsal(
            Workstation workstation,
            ReadingDesk desk,
            Workshop workshop,
            SpacePane body,
            Runnable then) {
        this.workstation = workstation;
        this.desk = desk;
        this.workshop = workshop;
        this.body = body;
        this.then = then;
        for (Layout layout : Layout.values()) {
            if (!layout.compares()) {
                add(() -> desk.reading().room().choose(layout));
            }
        }
        add(() -> desk.reading().room().choose(Layout.GRID));
        for (int n = 0; n < MOVES; n++) {
            add(() -> TrialHand.scroll(pane(), 1));
        }
        drag(this::pane, MouseButton.PRIMARY);
        drag(this::pane, MouseButton.SECONDARY);
        turn();
        add(() -> desk.reading().room().choose(Layout.ONE_AND_TWO));
        DRAGGED.forEach(tool -> draw(tool, () -> drag(this::pane, MouseButton.PRIMARY)));
        CLICKED.forEach(tool -> draw(tool, this::click));
        ASKED.forEach(this::look);
        add(() -> desk.reading().room().choose(Layout.SINGLE));
    }

    private void draw(String tool, Runnable gesture) {
        run(ToolBox.ACTION_IDS + tool);
        gesture.run();
    }

    private void click() {
        add(() -> TrialHand.press(pane(), MouseButton.PRIMARY, 0.5, 0.5));
        add(() -> TrialHand.release(pane(), MouseButton.PRIMARY, 0.5, 0.5));
    }

    private void run(String action) {
        add(() -> workstation.actions().find(action).ifPresent(workstation.actions()::run));
    }

    private void look(String action) {
        run(action);
        moves.add(new Move(workshop.running()::isEmpty, () -> {})); // what it shows may be read
        for (int n = 0; n < MOVES; n++) {
            add(() -> {});
        }
        moves.add(new Move(FrameByFrame::areAllAtRest, workstation.layer()::close));
    }

    private void add(Runnable move) {
        moves.add(new Move(() -> true, move));
    }

    private void drag(Supplier<? extends Region> on, MouseButton button) {
        add(() -> TrialHand.press(on.get(), button, 0.5, 0.5));
        for (int n = 1; n <= MOVES; n++) {
            double at = 0.5 + 0.02 * n;
            add(() -> TrialHand.drag(on.get(), button, at, at));
        }
        add(() -> TrialHand.release(on.get(), button, 0.6, 0.6));
    }

    /// Twice: from the second time on the body is turned while its sharp picture is being made.
    private void turn() {
        add(() -> desk.reading().room().choose(Layout.SOLID));
        for (int times = 0; times < 2; times++) {
            moves.add(new Move(body::isSharp, () -> {}));
            drag(() -> body, MouseButton.PRIMARY);
        }
        moves.add(new Move(body::isSharp, () -> {}));
    }

    private Region pane() {
        return desk.area().panes().getFirst();
    }

    @Override
    public void handle(long now) {
        if (frame++ % FRAMES != 0) {
            return;
        }
        if (moves.isEmpty()) {
            stop();
            then.run();
        } else if (moves.getFirst().isTime().getAsBoolean() || waited >= PATIENCE_FRAMES) {
            waited = 0;
            moves.removeFirst().make().run();
        } else {
            waited += FRAMES;
        }
    }
}
