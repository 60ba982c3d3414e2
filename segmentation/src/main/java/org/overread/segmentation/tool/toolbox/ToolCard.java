// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import java.util.List;
import org.overread.segmentation.tool.SegmentationTool;
import org.scijava.plugin.PluginInfo;

/// A tool as a person sees it, and the way to make one.
public final class ToolCard {
    private final PluginInfo<SegmentationTool> info;
    private final Class<? extends SegmentationTool> type;
    private final List<ParameterField> fields;

    ToolCard(
            PluginInfo<SegmentationTool> info,
            Class<? extends SegmentationTool> type,
            List<ParameterField> fields) {
        this.info = info;
        this.type = type;
        this.fields = List.copyOf(fields);
    }

    /// What a person types.
    public String name() {
        return info.getAnnotation().name();
    }

    /// What stands on its button.
    public String label() {
        String label = info.getAnnotation().label();
        return label.isEmpty() ? name() : label;
    }

    /// One sentence.
    public String description() {
        return info.getAnnotation().description();
    }

    public List<ToolParameter> parameters() {
        return fields.stream().map(ParameterField::parameter).toList();
    }

    /// Whether it came with the program and not from a jar of somebody else.
    public boolean isOurs() {
        var ours = SegmentationTool.class.getProtectionDomain().getCodeSource();
        var its = type.getProtectionDomain().getCodeSource();
        return ours == null || (its != null && ours.getLocation().equals(its.getLocation()));
    }

    Class<? extends SegmentationTool> type() {
        return type;
    }

    List<ParameterField> fields() {
        return fields;
    }
}
