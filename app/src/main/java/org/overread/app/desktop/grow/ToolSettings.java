// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.segmentation.tool.toolbox.ToolCard;
import org.overread.segmentation.tool.toolbox.ToolParameter;

/// The parameters of a tool as a person has set them: texts, as the toolbox takes them; those that nobody touched are
/// left to the tool. FX thread, no nodes.
public final class ToolSettings {
    private final List<ToolParameter> parameters;
    private final ReadOnlyObjectWrapper<Map<String, String>> changed =
            new ReadOnlyObjectWrapper<>(Map.of());

    public ToolSettings(ToolCard card) {
        parameters = card.parameters();
    }

    public List<ToolParameter> parameters() {
        return parameters;
    }

    public Optional<ToolParameter> find(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /// What differs from the defaults, name to text.
    public ReadOnlyObjectProperty<Map<String, String>> changed() {
        return changed.getReadOnlyProperty();
    }

    public String value(ToolParameter parameter) {
        return changed.get().getOrDefault(parameter.name(), parameter.defaultValue());
    }

    public String value(String name) {
        return find(name).map(this::value).orElse("");
    }

    public void set(String name, String value) {
        setAll(Map.of(name, value));
    }

    /// Several at once, so that who listens hears of them once.
    public void setAll(Map<String, String> values) {
        var now = new LinkedHashMap<>(changed.get());
        for (ToolParameter parameter : parameters) {
            String value = values.get(parameter.name());
            if (value == null) {
                continue;
            }
            if (value.equals(parameter.defaultValue())) {
                now.remove(parameter.name());
            } else {
                now.put(parameter.name(), value);
            }
        }
        changed.set(Map.copyOf(now));
    }

    /// All as the tool has them.
    public void reset() {
        changed.set(Map.of());
    }
}
