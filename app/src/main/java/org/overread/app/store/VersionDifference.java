// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.version.DifferingBlock;

/// Voxels that two versions of one reading label differently, segment by segment. One thread.
public final class VersionDifference implements DifferingBlock.Visitor {
    private final List<Layer> before;
    private final List<Layer> after;
    private final Map<Integer, Counts> counts = new TreeMap<>();

    private static final class Counts {
        private long added;
        private long removed;
    }

    /// What changed of a segment.
    public record Changed(int segment, String name, long added, long removed) {}

    public VersionDifference(Version before, Version after) {
        this.before = labels(before);
        this.after = labels(after);
    }

    private static List<Layer> labels(Version version) {
        return version.layers().stream().filter(l -> l.kind() == Layer.Kind.LABELS).toList();
    }

    @Override
    public void visit(DifferingBlock block) {
        int voxels = block.shape().values();
        Map<Integer, boolean[]> was = masks(before, block.before(), voxels);
        Map<Integer, boolean[]> is = masks(after, block.after(), voxels);
        var all = new ArrayList<>(was.keySet());
        is.keySet().stream().filter(number -> !was.containsKey(number)).forEach(all::add);
        for (int number : all) {
            boolean[] old =
                    Optional.ofNullable(was.get(number)).orElseGet(() -> new boolean[voxels]);
            boolean[] now =
                    Optional.ofNullable(is.get(number)).orElseGet(() -> new boolean[voxels]);
            Counts count = counts.computeIfAbsent(number, _ -> new Counts());
            for (int n = 0; n < voxels; n++) {
                count.added += now[n] && !old[n] ? 1 : 0;
                count.removed += old[n] && !now[n] ? 1 : 0;
            }
        }
    }

    /// Which voxels of the block each segment has, whatever layer it lies in.
    private static Map<Integer, boolean[]> masks(
            List<Layer> layers, List<Bytes> values, int voxels) {
        var masks = new HashMap<Integer, boolean[]>();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            var numbers = new HashMap<Integer, Integer>();
            for (SegmentEntry segment : layer.segments()) {
                numbers.put(segment.value(), segment.number());
            }
            int step = layer.shape().type().bytes();
            Bytes of = values.get(l);
            for (int n = 0; n < voxels; n++) {
                int value = of.at(n * step) & 0xFF;
                if (step == 2) {
                    value |= (of.at(n * step + 1) & 0xFF) << 8;
                }
                Integer number = value == 0 ? null : numbers.get(value);
                if (number != null) {
                    masks.computeIfAbsent(number, _ -> new boolean[voxels])[n] = true;
                }
            }
        }
        return masks;
    }

    /// Segments of which voxels changed, by their numbers.
    public List<Changed> changed() {
        var changed = new ArrayList<Changed>();
        counts.forEach(
                (number, count) -> {
                    if (count.added + count.removed > 0) {
                        changed.add(new Changed(number, name(number), count.added, count.removed));
                    }
                });
        return List.copyOf(changed);
    }

    private String name(int number) {
        return Stream.concat(after.stream(), before.stream())
                .flatMap(layer -> layer.segments().stream())
                .filter(segment -> segment.number() == number)
                .map(SegmentEntry::name)
                .findFirst()
                .orElse("Segment " + number);
    }
}
