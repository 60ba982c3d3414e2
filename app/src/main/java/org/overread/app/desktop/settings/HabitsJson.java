// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PlaneAlignment;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.hanging.HangingProtocol;
import org.overread.app.desktop.reading.hanging.HangingProtocol.Hung;
import org.overread.app.desktop.reading.hanging.SeriesRule;
import org.overread.app.desktop.settings.Settings.Habits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keys, protocols and dividers, to JSON and back; what makes no sense is left out.
final class HabitsJson {
    private HabitsJson() {}

    static ObjectNode write(Habits habits, ObjectNode node) {
        ObjectNode keys = node.putObject("keys");
        habits.keys().forEach(keys::put);
        ArrayNode protocols = node.putArray("protocols");
        habits.protocols().forEach(protocol -> write(protocol, protocols.addObject()));
        ObjectNode dividers = node.putObject("dividers");
        habits.dividers()
                .forEach(
                        (layout, splits) -> {
                            ArrayNode all = dividers.putArray(layout.name());
                            for (List<Double> split : splits) {
                                ArrayNode places = all.addArray();
                                split.forEach(places::add);
                            }
                        });
        ObjectNode bodyLooks = node.putObject("bodyLooks");
        habits.bodyLooks().forEach(bodyLooks::put);
        ObjectNode numbers = node.putObject("numbers");
        habits.numbers().forEach(numbers::put);
        return node;
    }

    private static void write(HangingProtocol protocol, ObjectNode node) {
        node.put("name", protocol.name());
        node.put("series", protocol.series());
        node.put("layout", protocol.layout().name());
        protocol.grid().ifPresent(grid -> node.put("grid", grid.code()));
        node.put("plane", protocol.plane().name());
        node.put("alignment", protocol.alignment().name());
        write(protocol.columns(), node.putArray("columns"));
        write(protocol.overlays(), node.putArray("overlays"));
    }

    private static void write(List<Hung> all, ArrayNode array) {
        for (Hung hung : all) {
            ObjectNode node = array.addObject();
            node.put("modality", hung.rule().modality());
            node.put("bodyPart", hung.rule().bodyPart());
            node.put("words", hung.rule().words());
            LookJson.write(hung.tone(), node.putObject("tone"));
        }
    }

    static Habits read(JsonNode node) {
        Map<String, String> keys = words(node.path("keys"));
        var protocols = new ArrayList<HangingProtocol>();
        node.path("protocols")
                .valueStream()
                .filter(one -> !hung(one.path("columns")).isEmpty())
                .forEach(one -> protocols.add(protocol(one)));
        var dividers = new EnumMap<Layout, List<List<Double>>>(Layout.class);
        for (Layout layout : Layout.values()) {
            JsonNode splits = node.path("dividers").path(layout.name());
            if (splits.isArray()) {
                dividers.put(
                        layout,
                        splits.valueStream()
                                .map(
                                        split ->
                                                split.valueStream()
                                                        .map(place -> place.asDouble(0.5))
                                                        .toList())
                                .toList());
            }
        }
        return new Habits(keys, protocols, dividers, words(node.path("bodyLooks")), numbers(node));
    }

    private static Map<String, Double> numbers(JsonNode node) {
        var numbers = new HashMap<String, Double>();
        for (Map.Entry<String, JsonNode> entry : node.path("numbers").properties()) {
            double number = entry.getValue().asDouble(Double.NaN);
            if (Double.isFinite(number)) {
                numbers.put(entry.getKey(), number);
            }
        }
        return numbers;
    }

    private static Map<String, String> words(JsonNode node) {
        var words = new HashMap<String, String>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (entry.getValue().isString()) {
                words.put(entry.getKey(), entry.getValue().asString());
            }
        }
        return words;
    }

    private static HangingProtocol protocol(JsonNode node) {
        return new HangingProtocol(
                node.path("name").asString(""),
                node.path("series").asInt(1),
                LookJson.named(Layout.class, node.path("layout"), Layout.ONE_AND_TWO),
                LookJson.grid(node.path("grid")),
                LookJson.named(ViewPlane.class, node.path("plane"), ViewPlane.AXIAL),
                LookJson.named(
                        PlaneAlignment.class, node.path("alignment"), PlaneAlignment.ACQUISITION),
                hung(node.path("columns")),
                hung(node.path("overlays")));
    }

    private static List<Hung> hung(JsonNode array) {
        return array.valueStream()
                .map(
                        one ->
                                new Hung(
                                        new SeriesRule(
                                                one.path("modality").asString(""),
                                                one.path("bodyPart").asString(""),
                                                one.path("words").asString("")),
                                        LookJson.wish(one.path("tone"))))
                .toList();
    }
}
