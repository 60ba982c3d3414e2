// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.viewer.fence.CatchesEverything;
import org.scijava.InstantiableException;
import org.scijava.plugin.DefaultPluginFinder;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;

/// The tools that SciJava finds, ours and those of other jars; a tool that cannot be made is left out and named.
@CatchesEverything("makes objects of other people's classes, which may throw anything")
public final class Toolbox {
    private final List<ToolCard> cards;
    private final List<String> problems;

    private Toolbox(List<ToolCard> cards, List<String> problems) {
        this.cards = List.copyOf(cards);
        this.problems = List.copyOf(problems);
    }

    /// The tools on the class path. Reads index files: a few milliseconds.
    public static Toolbox open() {
        return open(Toolbox.class.getClassLoader());
    }

    /// The tools that a class loader knows, such as that of a folder of further jars.
    public static Toolbox open(ClassLoader loader) {
        var index = new PluginIndex(new DefaultPluginFinder(loader));
        index.discover();
        var cards = new ArrayList<ToolCard>();
        var problems = new ArrayList<String>();
        Set<String> names = new HashSet<>();
        List<PluginInfo<SegmentationTool>> found = index.getPlugins(SegmentationTool.class);
        var ordered = new ArrayList<ToolCard>();
        for (PluginInfo<SegmentationTool> info : found) {
            try {
                ordered.add(card(info));
            } catch (InstantiableException
                    | ReflectiveOperationException
                    | RuntimeException
                    | LinkageError e) {
                problems.add(
                        "The tool %s cannot be used (%s)."
                                .formatted(info.getClassName(), e.getClass().getSimpleName()));
            }
        }
        ordered.sort(
                Comparator.comparing((ToolCard c) -> !c.isOurs()).thenComparing(ToolCard::name));
        for (ToolCard card : ordered) {
            if (names.add(card.name())) {
                cards.add(card);
            } else {
                problems.add(
                        "The tool %s is left out: there is another %s."
                                .formatted(card.type().getName(), card.name()));
            }
        }
        return new Toolbox(cards, problems);
    }

    private static ToolCard card(PluginInfo<SegmentationTool> info)
            throws InstantiableException, ReflectiveOperationException {
        Class<? extends SegmentationTool> type = info.loadClass();
        if (info.getAnnotation().name().isBlank()) {
            throw new IllegalArgumentException("a tool without a name");
        }
        SegmentationTool fresh = type.getConstructor().newInstance();
        return new ToolCard(info, type, ParameterField.of(fresh));
    }

    /// Ours first, then those of others, each by name.
    public List<ToolCard> cards() {
        return cards;
    }

    public Optional<ToolCard> find(String name) {
        return cards.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /// A sentence for each tool that was found and cannot be used.
    public List<String> problems() {
        return problems;
    }
}
