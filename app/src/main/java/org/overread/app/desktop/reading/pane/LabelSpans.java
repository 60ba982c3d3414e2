// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.PaneState;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.VoxelPoint;

/// From which slice of a pane to which its labels reach. Looks at a label once, for as long as it is shown and the plane
/// keeps its direction. FX thread.
final class LabelSpans {
    private IdentityHashMap<Mask, Optional<Reach>> known = new IdentityHashMap<>();
    private @Nullable SliceAxis along;

    /// Indices of slices, both included, and the colour of the label, 0xRRGGBB.
    record Span(int low, int high, int rgb) {}

    /// From which slice a mask that lies so reaches to which.
    private record Reach(Joining.Joined joined, int low, int high) {}

    /// Along planes across the grid a span may be longer than the label, by the corners of its box.
    List<Span> of(PaneState state) {
        SliceAxis axis = state.slices();
        if (!axis.equals(along)) {
            known.clear();
            along = axis;
        }
        var next = new IdentityHashMap<Mask, Optional<Reach>>();
        var spans = new ArrayList<Span>();
        for (Overlay overlay : state.overlays()) {
            switch (overlay) {
                case Labels labels -> add(labels, axis, next, spans);
                case LabelComparison(Labels first, Labels second, _) -> {
                    add(first, axis, next, spans);
                    add(second, axis, next, spans);
                }
                case FusedVolume _ -> {}
            }
        }
        known = next;
        return spans;
    }

    private void add(
            Labels labels,
            SliceAxis axis,
            IdentityHashMap<Mask, Optional<Reach>> next,
            List<Span> spans) {
        for (var label : labels.shown()) {
            if (label.bits() instanceof Mask mask) {
                Optional<Reach> before = known.get(mask);
                boolean same =
                        before != null
                                && before.filter(r -> !r.joined().equals(labels.joined()))
                                        .isEmpty();
                Optional<Reach> reach =
                        before != null && same
                                ? before
                                : mask.bounds().map(box -> reach(labels, box, axis));
                next.put(mask, reach);
                reach.ifPresent(r -> spans.add(new Span(r.low(), r.high(), label.style().rgb())));
            }
        }
    }

    private static Reach reach(Labels labels, VoxelBox box, SliceAxis axis) {
        PatientTransform toBase = labels.joined().toOverlay().inverse();
        double[] indices =
                corners(box)
                        .map(labels.geometry()::toPatient)
                        .map(toBase::apply)
                        .mapToDouble(axis::indexAt)
                        .sorted()
                        .toArray();
        int last = axis.count() - 1;
        double low = Math.clamp(indices[0], 0, last);
        double high = Math.clamp(indices[indices.length - 1], 0, last);
        return new Reach(labels.joined(), (int) Math.rint(low), (int) Math.rint(high));
    }

    private static Stream<VoxelPoint> corners(VoxelBox box) {
        return Stream.of(box.lowI(), box.highI())
                .flatMap(
                        i ->
                                Stream.of(box.lowJ(), box.highJ())
                                        .flatMap(
                                                j ->
                                                        Stream.of(box.lowK(), box.highK())
                                                                .map(
                                                                        k ->
                                                                                new VoxelPoint(
                                                                                        i, j, k))));
    }
}
