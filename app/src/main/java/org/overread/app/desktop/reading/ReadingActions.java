// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.viewer.slice.Interpolation;
import org.overread.viewer.slice.Polarity;
import org.overread.viewer.slice.Slab;

/// Everything that a person can do to what a reading shows.
public final class ReadingActions {
    private static final String VIEW = "View";
    private static final String WINDOW = "Window";
    private static final String MOVE = "Move";
    private static final double ZOOM = 1.25;
    private static final int PRESET_KEYS = 9;

    private final ReadingModel reading;
    private final ObservableBooleanValue open;

    private ReadingActions(ReadingModel reading) {
        this.reading = reading;
        open = Bindings.createBooleanBinding(() -> reading.volume() != null, reading.content());
    }

    public static List<Action> of(ReadingModel reading) {
        var actions = new ReadingActions(reading);
        var all = new ArrayList<Action>();
        all.addAll(actions.layouts());
        all.addAll(actions.windows());
        all.addAll(actions.looks());
        all.addAll(actions.moves());
        return List.copyOf(all);
    }

    private List<Action> layouts() {
        var all = new ArrayList<Action>();
        for (Layout layout : Layout.values()) {
            String id = layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.add(
                    Action.of(
                                    "view.layout." + id,
                                    VIEW,
                                    "Layout: " + layout.title(),
                                    () -> reading.chooseLayout(layout))
                            .withIcon(icon(layout))
                            .withKey("Alt+" + key(layout)));
        }
        all.add(
                Action.of(
                                "view.layout.next",
                                VIEW,
                                "Next layout",
                                () -> reading.chooseLayout(reading.layout().get().next()))
                        .withIcon(RemixiconAL.LAYOUT_LINE)
                        .withKey("L"));
        all.add(
                needsVolume(
                        "view.enlarge",
                        VIEW,
                        "One pane large and back",
                        RemixiconAL.FULLSCREEN_LINE,
                        "F",
                        () -> reading.enlarge(reading.active())));
        return all;
    }

    private static Ikon icon(Layout layout) {
        return switch (layout) {
            case SINGLE -> RemixiconAL.CHECKBOX_BLANK_LINE;
            case ONE_AND_TWO -> RemixiconAL.LAYOUT_5_LINE;
            case ONE_AND_THREE -> RemixiconAL.LAYOUT_RIGHT_LINE;
            case GRID -> RemixiconAL.LAYOUT_GRID_LINE;
            case COLUMNS -> RemixiconAL.LAYOUT_COLUMN_LINE;
        };
    }

    private static int key(Layout layout) {
        return switch (layout) {
            case SINGLE -> 1;
            case ONE_AND_TWO -> 2;
            case ONE_AND_THREE -> 3;
            case GRID -> 4;
            case COLUMNS -> 5;
        };
    }

    /// One for each number key: the names follow the presets of the volume that is open.
    private List<Action> windows() {
        var all = new ArrayList<Action>();
        for (int n = 0; n < PRESET_KEYS; n++) {
            int index = n;
            String name = index < WindowPreset.CT.size() ? WindowPreset.CT.get(index).name() : "";
            ObservableBooleanValue there =
                    Bindings.createBooleanBinding(
                            () ->
                                    reading.volume() != null
                                            && index < reading.presets().get().size(),
                            reading.content(),
                            reading.presets());
            all.add(
                    Action.of(
                                    "window.preset." + (n + 1),
                                    WINDOW,
                                    "Window %d (CT: %s)".formatted(n + 1, name),
                                    () -> reading.choosePreset(index))
                            .withIcon(RemixiconAL.CONTRAST_2_LINE)
                            .withKey(Integer.toString(n + 1))
                            .enabledWhen(there));
        }
        all.add(
                needsVolume(
                        "window.invert",
                        WINDOW,
                        "Invert grey values",
                        RemixiconAL.CONTRAST_LINE,
                        "I",
                        this::invert));
        return all;
    }

    private void invert() {
        reading.polarity()
                .set(
                        switch (reading.polarity().get()) {
                            case NORMAL -> Polarity.INVERTED;
                            case INVERTED -> Polarity.NORMAL;
                        });
    }

    private List<Action> looks() {
        return List.of(
                needsVolume(
                        "view.reset",
                        VIEW,
                        "Reset window, zoom and cursor",
                        RemixiconMZ.RESTART_LINE,
                        "R",
                        reading::reset),
                Action.of(
                                "view.crosshair",
                                VIEW,
                                "Crosshair on or off",
                                () -> reading.crosshair().set(!reading.crosshair().get()))
                        .withIcon(RemixiconAL.FOCUS_3_LINE)
                        .withKey("X"),
                Action.of(
                                "view.text",
                                VIEW,
                                "Text on the pictures: full, none, short",
                                () -> reading.cornerText().set(reading.cornerText().get().next()))
                        .withIcon(RemixiconMZ.TEXT)
                        .withKey("T"),
                Action.of(
                                "view.interpolation",
                                VIEW,
                                "Next interpolation: voxels, linear, cubic",
                                this::nextInterpolation)
                        .withIcon(RemixiconAL.BLUR_OFF_LINE)
                        .withKey("N"),
                Action.of(
                                "view.alignment",
                                VIEW,
                                "Planes along the acquisition or the patient",
                                this::otherAlignment)
                        .withIcon(RemixiconAL.COMPASS_3_LINE)
                        .withKey("O"));
    }

    private void nextInterpolation() {
        reading.interpolation()
                .set(
                        switch (reading.interpolation().get()) {
                            case NEAREST -> Interpolation.LINEAR;
                            case LINEAR -> Interpolation.CUBIC;
                            case CUBIC -> Interpolation.NEAREST;
                        });
    }

    private void otherAlignment() {
        reading.alignment()
                .set(
                        switch (reading.alignment().get()) {
                            case ACQUISITION -> PlaneAlignment.PATIENT;
                            case PATIENT -> PlaneAlignment.ACQUISITION;
                        });
    }

    private List<Action> moves() {
        return List.of(
                move("previous", "Previous slice", "Page Up", pane -> pane.leaf(-1)),
                move("next", "Next slice", "Page Down", pane -> pane.leaf(1)),
                move("first", "First slice", "Home", PaneModel::toFirst),
                move("last", "Last slice", "End", PaneModel::toLast),
                move("zoom-in", "Zoom in", "Plus", pane -> pane.zoom(ZOOM)),
                move("zoom-out", "Zoom out", "Minus", pane -> pane.zoom(1 / ZOOM)),
                slab("thin", "Slab: off", "Shift+0", Slab.THIN),
                slab("max", "Slab: maximum of 10 mm", "Shift+1", new Slab(10, Slab.Mode.MAX)),
                slab("mean", "Slab: mean of 5 mm", "Shift+2", new Slab(5, Slab.Mode.MEAN)),
                slab("min", "Slab: minimum of 10 mm", "Shift+3", new Slab(10, Slab.Mode.MIN)));
    }

    private Action slab(String id, String name, String key, Slab slab) {
        return needsVolume(
                "view.slab." + id,
                VIEW,
                name,
                RemixiconMZ.STACK_LINE,
                key,
                () -> reading.active().slab(slab));
    }

    private Action move(String id, String name, String key, Consumer<PaneModel> step) {
        Ikon icon =
                switch (id) {
                    case "zoom-in" -> RemixiconMZ.ZOOM_IN_LINE;
                    case "zoom-out" -> RemixiconMZ.ZOOM_OUT_LINE;
                    case "previous", "first" -> RemixiconAL.ARROW_UP_S_LINE;
                    default -> RemixiconAL.ARROW_DOWN_S_LINE;
                };
        return needsVolume(
                "move." + id, MOVE, name, icon, key, () -> step.accept(reading.active()));
    }

    private Action needsVolume(
            String id, String group, String name, Ikon icon, String key, Runnable run) {
        return Action.of(id, group, name, run).withIcon(icon).withKey(key).enabledWhen(open);
    }
}
