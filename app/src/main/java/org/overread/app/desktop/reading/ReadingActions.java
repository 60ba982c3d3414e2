// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Preset;

/// Everything that a person can do to what a reading shows.
public final class ReadingActions {
    private static final String PICTURE = "Picture";
    private static final String WINDOW = "Window";
    private static final String COLOURS = "Colours";
    private static final String MOVE = "Move";
    private static final double ZOOM = 1.25;
    private static final int PRESET_KEYS = 9;

    /// How the ids of [#windows(ReadingModel)] begin.
    public static final String WINDOW_IDS = "window.preset.";

    private final ReadingModel reading;
    private final Supplier<ReadingModel> focused;
    private final ObservableBooleanValue open;
    private final ObservableBooleanValue coloured;

    private ReadingActions(ReadingModel reading, Supplier<ReadingModel> focused) {
        this.reading = reading;
        this.focused = focused;
        open = Bindings.createBooleanBinding(() -> reading.volume() != null, reading.content());
        coloured =
                Bindings.createBooleanBinding(
                        () -> reading.volume() != null && reading.tones().takesMap(),
                        reading.content());
    }

    /// `focused` is the reading that has the keyboard, `reading` itself or one beside it.
    public static List<Action> of(ReadingModel reading, Supplier<ReadingModel> focused) {
        var actions = new ReadingActions(reading, focused);
        var all = new ArrayList<Action>();
        all.addAll(LayoutActions.of(reading, focused));
        all.addAll(actions.looks());
        all.addAll(actions.moves());
        all.add(actions.invert());
        all.addAll(actions.maps());
        return List.copyOf(all);
    }

    /// One for each preset of the volume that is open, the first nine on the number keys; made anew when the presets change.
    public static List<Action> windows(ReadingModel reading) {
        var actions = new ReadingActions(reading, () -> reading);
        List<Preset> presets = reading.tones().presets().get();
        var all = new ArrayList<Action>();
        for (int n = 0; n < presets.size(); n++) {
            int index = n;
            var action =
                    Action.of(
                                    WINDOW_IDS + (n + 1),
                                    WINDOW,
                                    "Window: " + presets.get(n).name(),
                                    () -> reading.tones().choosePreset(index))
                            .withIcon(RemixiconAL.CONTRAST_2_LINE)
                            .enabledWhen(actions.open);
            all.add(n < PRESET_KEYS ? action.withKey(Integer.toString(n + 1)) : action);
        }
        return List.copyOf(all);
    }

    /// Opens the card of presets and colour maps.
    public static Action tones(ReadingModel reading, Runnable show) {
        return new ReadingActions(reading, () -> reading)
                .needsVolume(
                        "window.card",
                        WINDOW,
                        "Window and colours",
                        RemixiconMZ.PALETTE_LINE,
                        "W",
                        show);
    }

    private Action invert() {
        return needsVolume(
                "window.invert",
                WINDOW,
                "Invert: black for white",
                RemixiconAL.CONTRAST_LINE,
                "I",
                () -> focused.get().tones().invert());
    }

    private List<Action> maps() {
        return ColorMap.all().stream()
                .map(
                        map ->
                                Action.of(
                                                "colours." + id(map.name()),
                                                COLOURS,
                                                "Colours: " + map.name(),
                                                () -> focused.get().tones().chooseMap(map))
                                        .withIcon(RemixiconAL.CONTRAST_DROP_LINE)
                                        .enabledWhen(coloured))
                .toList();
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private List<Action> looks() {
        return List.of(
                needsVolume(
                        "view.reset",
                        PICTURE,
                        "Reset window, colours, zoom and cursor",
                        RemixiconMZ.RESTART_LINE,
                        "R",
                        reading::reset),
                Action.of(
                                "view.crosshair",
                                PICTURE,
                                "Crosshair on or off",
                                () ->
                                        reading.writing()
                                                .crosshair()
                                                .set(!reading.writing().crosshair().get()))
                        .withIcon(RemixiconAL.FOCUS_3_LINE)
                        .withKey("X"),
                Action.of(
                                "view.text",
                                PICTURE,
                                "Text on the pictures: full, none, short",
                                () ->
                                        reading.writing()
                                                .cornerText()
                                                .set(reading.writing().cornerText().get().next()))
                        .withIcon(RemixiconMZ.TEXT)
                        .withKey("T"),
                Action.of(
                                "view.overlays",
                                PICTURE,
                                "Overlays of the images on or off",
                                () ->
                                        reading.writing()
                                                .overlays()
                                                .set(!reading.writing().overlays().get()))
                        .withIcon(RemixiconMZ.MARK_PEN_LINE)
                        .withKey("Alt+Shift+T"),
                Action.of(
                                "view.interpolation",
                                PICTURE,
                                "Next interpolation: voxels, linear, cubic",
                                this::nextInterpolation)
                        .withIcon(RemixiconAL.BLUR_OFF_LINE)
                        .withKey("N"),
                Action.of(
                                "view.alignment",
                                PICTURE,
                                "Planes along the acquisition or the patient",
                                this::otherAlignment)
                        .withIcon(RemixiconAL.COMPASS_3_LINE)
                        .withKey("O"),
                needsVolume(
                        "view.straighten",
                        PICTURE,
                        "Straighten turned planes",
                        RemixiconMZ.RULER_2_LINE,
                        "Shift+O",
                        reading.planes()::straighten));
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
        reading.planes()
                .alignment()
                .set(
                        switch (reading.planes().alignment().get()) {
                            case ACQUISITION -> PlaneAlignment.PATIENT;
                            case PATIENT -> PlaneAlignment.ACQUISITION;
                        });
    }

    private List<Action> moves() {
        return List.of(
                move("previous", "Previous slice", "Page Up", pane -> pane.page(-1)),
                move("next", "Next slice", "Page Down", pane -> pane.page(1)),
                move("first", "First slice", "Home", PaneModel::toFirst),
                move("last", "Last slice", "End", PaneModel::toLast),
                move("zoom-in", "Zoom in", "Plus", pane -> pane.zoom(ZOOM)),
                move("zoom-out", "Zoom out", "Minus", pane -> pane.zoom(1 / ZOOM)),
                thicker("thicker", "Slab: thicker", "Shift+Up", 1),
                thicker("thinner", "Slab: thinner", "Shift+Down", -1),
                needsVolume(
                        "view.slab.mode",
                        PICTURE,
                        "Slab: next of maximum, mean, minimum",
                        RemixiconMZ.STACK_LINE,
                        "Shift+M",
                        this::nextSlabMode),
                slab("thin", "Slab: off", "Shift+0", Slab.THIN),
                slab("max", "Slab: maximum of 10 mm", "Shift+1", new Slab(10, Slab.Mode.MAX)),
                slab("mean", "Slab: mean of 5 mm", "Shift+2", new Slab(5, Slab.Mode.MEAN)),
                slab("min", "Slab: minimum of 10 mm", "Shift+3", new Slab(10, Slab.Mode.MIN)));
    }

    private Action slab(String id, String name, String key, Slab slab) {
        return needsVolume(
                "view.slab." + id,
                PICTURE,
                name,
                RemixiconMZ.STACK_LINE,
                key,
                () -> focused.get().active().slab(slab));
    }

    private Action thicker(String id, String name, String key, double mm) {
        return needsVolume(
                "view.slab." + id,
                PICTURE,
                name,
                RemixiconMZ.STACK_LINE,
                key,
                () -> {
                    PaneModel pane = focused.get().active();
                    Slab now = pane.slab();
                    Slab.Mode mode = now.isThin() ? Slab.Mode.MAX : now.mode();
                    double thick = Math.clamp(now.thicknessMm() + mm, 0, 200);
                    pane.slab(thick == 0 ? Slab.THIN : new Slab(thick, mode));
                });
    }

    private void nextSlabMode() {
        PaneModel pane = focused.get().active();
        Slab now = pane.slab();
        Slab.Mode next =
                switch (now.mode()) {
                    case MAX -> Slab.Mode.MEAN;
                    case MEAN -> Slab.Mode.MIN;
                    case MIN -> Slab.Mode.MAX;
                };
        pane.slab(new Slab(now.isThin() ? 10 : now.thicknessMm(), next));
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
                "move." + id, MOVE, name, icon, key, () -> step.accept(focused.get().active()));
    }

    private Action needsVolume(
            String id, String group, String name, Ikon icon, String key, Runnable run) {
        return Action.of(id, group, name, run).withIcon(icon).withKey(key).enabledWhen(open);
    }
}
