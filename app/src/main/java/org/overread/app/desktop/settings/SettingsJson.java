// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.settings.Settings.Panels;
import org.overread.app.desktop.settings.Settings.WindowPlace;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Settings to JSON and back. A value that is missing or makes no sense gets its first value; the others are kept.
final class SettingsJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SettingsJson() {}

    static byte[] write(Settings settings) {
        var root = JSON.createObjectNode();
        root.set("recentFolders", JSON.valueToTree(settings.recentFolders()));
        root.set("recentActions", JSON.valueToTree(settings.recentActions()));
        settings.window().ifPresent(window -> root.set("window", JSON.valueToTree(window)));
        root.set("panels", JSON.valueToTree(settings.panels()));
        root.set("look", LookJson.write(settings.look(), JSON.createObjectNode()));
        root.set("habits", HabitsJson.write(settings.habits(), JSON.createObjectNode()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /// Throws where the text is no JSON object at all.
    static Settings read(byte[] text) throws JacksonException {
        JsonNode root = JSON.readTree(text);
        if (!root.isObject()) {
            throw new StreamReadException(null, "settings must be a JSON object");
        }
        return new Settings(
                strings(root.path("recentFolders")),
                strings(root.path("recentActions")),
                window(root.path("window")),
                panels(root.path("panels")),
                LookJson.read(root.path("look")),
                HabitsJson.read(root.path("habits")));
    }

    private static List<String> strings(JsonNode node) {
        return node.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
    }

    private static Optional<WindowPlace> window(JsonNode node) {
        boolean whole =
                node.path("x").isNumber()
                        && node.path("y").isNumber()
                        && node.path("width").isNumber()
                        && node.path("height").isNumber();
        return whole
                ? Optional.of(
                        new WindowPlace(
                                node.path("x").asDouble(),
                                node.path("y").asDouble(),
                                node.path("width").asDouble(),
                                node.path("height").asDouble(),
                                node.path("maximized").asBoolean(false)))
                : Optional.empty();
    }

    private static Panels panels(JsonNode node) {
        Panels first = Settings.FIRST.panels();
        return new Panels(
                node.path("leftWidth").asDouble(first.leftWidth()),
                node.path("rightWidth").asDouble(first.rightWidth()),
                node.path("leftOpen").asBoolean(first.leftOpen()),
                node.path("rightOpen").asBoolean(first.rightOpen()));
    }
}
