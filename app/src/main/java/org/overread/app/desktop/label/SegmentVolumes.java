// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.viewer.volume.VolumeGeometry;

/// Millilitres of masks, counted off the FX thread and known from then on. FX thread.
public final class SegmentVolumes {
    private final Executor compute;
    private final Executor ui;
    private final IdentityHashMap<Mask, Double> known = new IdentityHashMap<>();
    private long asked;

    public SegmentVolumes(Executor compute, Executor ui) {
        this.compute = compute;
        this.ui = ui;
    }

    /// Empty until it has been counted.
    public Optional<Double> ml(Segment segment) {
        return Optional.ofNullable(known.get(segment.mask()));
    }

    /// Reckons off the FX thread; `then` hears of it on the FX thread.
    <T> void reckon(Supplier<T> work, Consumer<T> then) {
        compute.execute(
                () -> {
                    T found = work.get();
                    ui.execute(() -> then.accept(found));
                });
    }

    /// Counts those that are not known yet, and says so when all are; forgets all that are not among them.
    public void count(List<Segment> segments, VolumeGeometry geometry, Runnable done) {
        List<Mask> masks = segments.stream().map(Segment::mask).toList();
        var wanted = Collections.newSetFromMap(new IdentityHashMap<Mask, Boolean>());
        wanted.addAll(masks);
        known.keySet().removeIf(mask -> !wanted.contains(mask));
        List<Mask> unknown = masks.stream().filter(mask -> !known.containsKey(mask)).toList();
        long ticket = ++asked;
        if (unknown.isEmpty()) {
            return;
        }
        compute.execute(
                () -> {
                    var volumes = new VoxelVolumes(geometry);
                    List<Double> counted = unknown.stream().map(volumes::millilitres).toList();
                    ui.execute(
                            () -> {
                                for (int n = 0; n < unknown.size(); n++) {
                                    known.put(unknown.get(n), counted.get(n));
                                }
                                if (ticket == asked) {
                                    done.run();
                                }
                            });
                });
    }
}
