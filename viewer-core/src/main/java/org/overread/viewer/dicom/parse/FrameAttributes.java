// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The attributes of one frame, wherever they are kept: in the frame's functional groups, in the shared ones, or in the
/// data set itself. The nearest wins.
public final class FrameAttributes {
    /// The functional groups that hold what is asked for.
    private static final int[] GROUPS = {
        0x0020_9111, // frame content
        0x0020_9113, // plane position
        0x0020_9116, // plane orientation
        0x0028_9110, // pixel measures
        0x0028_9132, // frame VOI LUT
        0x0028_9145, // pixel value transformation
        0x0018_9114, // MR echo
        0x0018_9117, // MR diffusion
        0x0018_9118, // cardiac synchronisation
        0x0018_9112, // MR timing
        0x0018_9226, // MR frame type
        0x0018_9329, // CT frame type
        0x0018_9314, // CT reconstruction
        0x0018_9325, // CT X-ray details
    };

    private final List<Attributes> nearestFirst;

    private FrameAttributes(List<Attributes> nearestFirst) {
        this.nearestFirst = nearestFirst;
    }

    /// What all frames of a file share, to be asked once for a file.
    public static List<Attributes> shared(Attributes dataSet) {
        var all = new java.util.ArrayList<Attributes>();
        dataSet.item(TagNumbers.SHARED_GROUPS).ifPresent(item -> all.addAll(groupsOf(item)));
        all.add(dataSet);
        dataSet.item(TagNumbers.DETECTORS).ifPresent(all::add);
        return List.copyOf(all);
    }

    /// `frameItem` is the frame's item of the per-frame functional groups.
    public static FrameAttributes of(Attributes frameItem, List<Attributes> shared) {
        var all = new java.util.ArrayList<Attributes>(groupsOf(frameItem));
        all.addAll(shared);
        return new FrameAttributes(all);
    }

    private static List<Attributes> groupsOf(Attributes item) {
        var groups = new java.util.ArrayList<Attributes>();
        for (int group : GROUPS) {
            item.item(group).ifPresent(groups::add);
        }
        groups.add(item); // real world value maps are a group's items themselves
        return groups;
    }

    public boolean has(int tag) {
        return holder(tag) != null;
    }

    private @Nullable Attributes holder(int tag) {
        for (Attributes attributes : nearestFirst) {
            if (attributes.has(tag)) {
                return attributes;
            }
        }
        return null;
    }

    public List<Double> numbers(int tag) {
        Attributes holder = holder(tag);
        return holder == null ? List.of() : holder.numbers(tag);
    }

    public OptionalDouble number(int tag) {
        Attributes holder = holder(tag);
        return holder == null ? OptionalDouble.empty() : holder.number(tag);
    }

    public List<String> texts(int tag) {
        Attributes holder = holder(tag);
        return holder == null ? List.of() : holder.texts(tag);
    }

    public List<Attributes> items(int tag) {
        for (Attributes attributes : nearestFirst) {
            List<Attributes> items = attributes.items(tag);
            if (!items.isEmpty()) {
                return items;
            }
        }
        return List.of();
    }

    public String joined(int tag) {
        return String.join("\\", texts(tag));
    }

    /// The gradient direction, which lies one sequence deeper than its group.
    public List<Double> gradientDirection() {
        for (Attributes attributes : nearestFirst) {
            var deeper = attributes.item(TagNumbers.GRADIENT_DIRECTION_SEQUENCE);
            if (deeper.isPresent()) {
                return deeper.get().numbers(TagNumbers.GRADIENT_DIRECTION);
            }
        }
        return numbers(TagNumbers.GRADIENT_DIRECTION);
    }
}
