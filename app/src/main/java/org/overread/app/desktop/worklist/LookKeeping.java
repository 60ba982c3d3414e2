// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.overread.app.desktop.label.LabelDesk;
import org.overread.app.desktop.label.LabelLook;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.app.reading.Saving;
import org.overread.segmentation.label.SegmentId;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.project.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a reading back as it was left when its volume is shown again, and keeps how it looks soon after each change. FX
/// thread.
public final class LookKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(LookKeeping.class);
    private static final Duration AT_REST = Duration.millis(700);

    private final WorkspaceModel workspace;
    private final ReadingModel reading;
    private final ToolBox tools;
    private final ShownReading readings;
    private final PauseTransition rest = new PauseTransition(AT_REST);
    private Optional<Shown> shown = Optional.empty();
    private Optional<String> restored = Optional.empty();
    private Bytes kept = Bytes.EMPTY;
    private Optional<LabelDesk> labels = Optional.empty();

    /// What is to be filled how as soon as there are labels.
    private Map<SegmentId, Double> wanted = Map.of();

    public LookKeeping(
            WorkspaceModel workspace, ShownReading shown, ReadingModel reading, ToolBox tools) {
        this.workspace = workspace;
        this.reading = reading;
        this.tools = tools;
        readings = shown;
        rest.setOnFinished(_ -> keep());
        shown.shown().subscribe(this::follow);
        Runnable changed = rest::playFromStart;
        reading.cursor().subscribe(changed);
        reading.room().layout().subscribe(changed);
        reading.room().grid().subscribe(changed);
        reading.planes().alignment().subscribe(changed);
        reading.activePane().subscribe(changed);
        reading.tones().tone().subscribe(changed);
        tools.active().subscribe(changed);
        reading.panes().forEach(pane -> pane.state().subscribe(changed));
    }

    /// How labels are filled belongs to how a reading looks; their model may come later than the look.
    public void follow(LabelDesk desk) {
        labels = Optional.of(desk);
        desk.active()
                .flatMap(
                        model ->
                                model.map(LabelModel::look)
                                        .orElseGet(
                                                () -> new ReadOnlyObjectWrapper<>(LabelLook.USUAL)))
                .subscribe(rest::playFromStart);
        desk.active().subscribe(_ -> fill());
        desk.active()
                .flatMap(
                        model ->
                                model.map(LabelModel::saving)
                                        .orElseGet(
                                                () ->
                                                        new ReadOnlyObjectWrapper<>(
                                                                new Saving.Saved())))
                .subscribe(_ -> lookForBegun());
    }

    /// A reading begins with the first step that is kept, and from then on its look is.
    private void lookForBegun() {
        if (shown.isPresent() && shown.flatMap(Shown::current).isEmpty()) {
            readings.refresh();
        }
    }

    private Optional<LabelModel> model() {
        return labels.flatMap(desk -> desk.active().get())
                .filter(model -> model.volume().equals(reading.volume()));
    }

    private void fill() {
        Optional<LabelModel> model = model();
        if (model.isPresent() && !wanted.isEmpty()) {
            model.get().look(model.get().look().get().withFills(wanted));
            wanted = Map.of();
        }
    }

    private void follow(Optional<Shown> now) {
        if (now.isEmpty()) {
            keep(); // of what is being left
            wanted = Map.of();
            shown = now;
            restored = Optional.empty();
            return;
        }
        shown = now;
        Optional<String> key = now.flatMap(Shown::current).map(Reading::key);
        if (key.isEmpty() || key.equals(restored)) {
            return;
        }
        restored = Optional.empty();
        workspace.ask(
                open -> open.readings().look(key.get()),
                look -> {
                    boolean still =
                            shown.flatMap(Shown::current).map(Reading::key).equals(key)
                                    && shown.map(Shown::volume)
                                            .filter(volume -> volume.equals(reading.volume()))
                                            .isPresent();
                    if (still) {
                        look.ifPresent(this::restore);
                        restored = key;
                    }
                },
                cause -> LOG.warn("a look is not brought back: {}", cause.getMessage()));
    }

    private void restore(Bytes bytes) {
        try {
            apply(ReadingLook.read(bytes));
            kept = bytes;
        } catch (RefusedException e) {
            LOG.info("a look is not understood: {}", e.getMessage());
        }
    }

    private void apply(ReadingLook look) {
        look.grid().ifPresent(reading.room().grid()::set);
        reading.room().choose(look.layout());
        reading.planes().alignment().set(look.alignment());
        if (!look.window().equals(reading.tones().window())) {
            reading.tones().chooseWindow(look.window());
        }
        reading.jumpTo(look.cursor());
        List<PaneModel> panes = reading.panes();
        for (int n = 0; n < Math.min(panes.size(), look.panes().size()); n++) {
            apply(panes.get(n), look.panes().get(n));
        }
        if (look.active() < panes.size()) {
            reading.activePane().set(look.active());
        }
        tools.find(look.tool()).ifPresent(tools::choose);
        wanted = look.fills();
        fill();
    }

    private static void apply(PaneModel pane, ReadingLook.Pane wanted) {
        PaneState now = pane.state().get();
        if (now != null) {
            pane.zoom(wanted.zoom() / now.zoom());
        }
        PaneState zoomed = pane.state().get();
        if (zoomed != null) {
            pane.follow(wanted.center(), zoomed.pixelMm(), wanted.slab());
        }
    }

    /// Keeps how the reading looks now, unless it is kept so already.
    public void keep() {
        Optional<String> key = shown.flatMap(Shown::current).map(Reading::key);
        boolean known = key.isPresent() && key.equals(restored);
        if (!known || workspace.state().get().toWrite().isEmpty()) {
            return;
        }
        if (!shown.map(Shown::volume).filter(v -> v.equals(reading.volume())).isPresent()) {
            return;
        }
        Bytes now = look().bytes();
        if (now.equals(kept)) {
            return;
        }
        kept = now;
        workspace.change(
                open -> {
                    open.readings().keepLook(key.get(), now);
                    return now;
                },
                _ -> {},
                cause -> LOG.warn("a look is not kept: {}", cause.getMessage()));
    }

    private ReadingLook look() {
        var panes = new ArrayList<ReadingLook.Pane>();
        for (PaneModel pane : reading.panes()) {
            PaneState state = pane.state().get();
            if (state != null) {
                panes.add(new ReadingLook.Pane(state.plane().center(), state.zoom(), state.slab()));
            }
        }
        return new ReadingLook(
                reading.room().layout().get(),
                reading.planes().alignment().get(),
                reading.cursor().get(),
                tools.active().get().face().id(),
                reading.tones().window(),
                reading.activePane().get(),
                panes.size() == reading.panes().size() ? panes : List.of(),
                wanted.isEmpty()
                        ? model().map(model -> model.look().get().fills()).orElse(Map.of())
                        : wanted,
                Optional.of(reading.room().grid().get())
                        .filter(_ -> reading.room().layout().get() == Layout.FREE));
    }
}
