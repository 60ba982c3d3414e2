// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.overread.app.desktop.reading.PaneState;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.VoxelPoint;

/// From which slice of a pane to which its labels reach. Looks at a label once, for as long as it is shown. FX thread.
final class LabelSpans {
    private IdentityHashMap<Mask, Optional<VoxelBox>> boxes = new IdentityHashMap<>();

    /// Indices of slices, both included, and the colour of the label, 0xRRGGBB.
    record Span(int low, int high, int rgb) {}

    /// Along planes across the grid a span may be longer than the label, by the corners of its box.
    List<Span> of(PaneState state) {
        var next = new IdentityHashMap<Mask, Optional<VoxelBox>>();
        var spans = new ArrayList<Span>();
        SliceAxis axis = state.slices();
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
        boxes = next;
        return spans;
    }

    private void add(
            Labels labels,
            SliceAxis axis,
            IdentityHashMap<Mask, Optional<VoxelBox>> next,
            List<Span> spans) {
        PatientTransform toBase = labels.joined().toOverlay().inverse();
        for (var label : labels.shown()) {
            if (label.bits() instanceof Mask mask) {
                Optional<VoxelBox> known = boxes.get(mask);
                Optional<VoxelBox> box = known == null ? mask.bounds() : known;
                next.put(mask, box);
                box.ifPresent(
                        b -> {
                            double[] indices =
                                    corners(b)
                                            .map(labels.geometry()::toPatient)
                                            .map(toBase::apply)
                                            .mapToDouble(axis::indexAt)
                                            .sorted()
                                            .toArray();
                            int last = axis.count() - 1;
                            double low = Math.clamp(indices[0], 0, last);
                            double high = Math.clamp(indices[indices.length - 1], 0, last);
                            spans.add(
                                    new Span(
                                            (int) Math.rint(low),
                                            (int) Math.rint(high),
                                            label.style().rgb()));
                        });
            }
        }
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
