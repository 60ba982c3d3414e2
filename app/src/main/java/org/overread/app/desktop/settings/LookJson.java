// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.WindowWish;
import org.overread.app.desktop.settings.Settings.Look;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How pictures are shown, to JSON and back; what makes no sense gets its first value.
final class LookJson {
    private LookJson() {}

    static ObjectNode write(Look look, ObjectNode node) {
        node.put("layout", look.layout().name());
        node.put("interpolation", look.interpolation().name());
        node.put("cornerText", look.cornerText().name());
        node.put("crosshair", look.crosshair());
        node.put("overlays", look.overlays());
        node.put("pictureOnly", look.pictureOnly());
        node.put("fullScreen", look.fullScreen());
        ObjectNode windows = node.putObject("windows");
        look.tones().forEach((modality, wish) -> write(wish, windows.putObject(modality)));
        ObjectNode layouts = node.putObject("layouts");
        look.layouts().forEach((modality, layout) -> layouts.put(modality, layout.name()));
        node.put("grid", look.grid().code());
        ObjectNode grids = node.putObject("grids");
        look.grids().forEach((modality, grid) -> grids.put(modality, grid.code()));
        return node;
    }

    static void write(ToneWish wish, ObjectNode node) {
        wish.map().ifPresent(map -> node.put("colours", map));
        wish.window()
                .ifPresent(
                        chosen -> {
                            switch (chosen) {
                                case WindowWish.Named(String preset) -> node.put("preset", preset);
                                case WindowWish.Exact(Window window) ->
                                        node.put("center", window.center())
                                                .put("width", window.width());
                            }
                        });
    }

    static Look read(JsonNode node) {
        Look first = Look.FIRST;
        var tones = new HashMap<String, ToneWish>();
        for (Map.Entry<String, JsonNode> entry : node.path("windows").properties()) {
            ToneWish wish = wish(entry.getValue());
            if (!wish.equals(ToneWish.NONE)) {
                tones.put(entry.getKey(), wish);
            }
        }
        var layouts = new HashMap<String, Layout>();
        for (Map.Entry<String, JsonNode> entry : node.path("layouts").properties()) {
            layouts.put(entry.getKey(), named(Layout.class, entry.getValue(), Layout.ONE_AND_TWO));
        }
        var grids = new HashMap<String, PaneGrid>();
        for (Map.Entry<String, JsonNode> entry : node.path("grids").properties()) {
            grid(entry.getValue()).ifPresent(grid -> grids.put(entry.getKey(), grid));
        }
        return new Look(
                named(Layout.class, node.path("layout"), first.layout()),
                named(Interpolation.class, node.path("interpolation"), first.interpolation()),
                named(CornerText.class, node.path("cornerText"), first.cornerText()),
                node.path("crosshair").asBoolean(first.crosshair()),
                node.path("overlays").asBoolean(first.overlays()),
                node.path("pictureOnly").asBoolean(first.pictureOnly()),
                node.path("fullScreen").asBoolean(first.fullScreen()),
                tones,
                layouts,
                grid(node.path("grid")).orElse(first.grid()),
                grids);
    }

    static Optional<PaneGrid> grid(JsonNode node) {
        return PaneGrid.parse(node.asString(""));
    }

    static ToneWish wish(JsonNode node) {
        Optional<String> map =
                Optional.of(node.path("colours").asString("")).filter(name -> !name.isEmpty());
        return new ToneWish(window(node), map);
    }

    private static Optional<WindowWish> window(JsonNode node) {
        if (node.path("preset").isString()) {
            return Optional.of(new WindowWish.Named(node.path("preset").asString()));
        }
        double center = node.path("center").asDouble(Double.NaN);
        double width = node.path("width").asDouble(Double.NaN);
        return Double.isFinite(center) && Double.isFinite(width) && width > 0
                ? Optional.of(new WindowWish.Exact(new Window(center, width)))
                : Optional.empty();
    }

    static <E extends Enum<E>> E named(Class<E> type, JsonNode node, E otherwise) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(node.asString(""))) {
                return value;
            }
        }
        return otherwise;
    }
}
