// SPDX-License-Identifier: Apache-2.0
package org.overread.app.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.overread.segmentation.mask.Mask;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.ObjectSink;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.SegmentEntry;

/// Segments on their way into a version: packed into layers, their blocks put into a sink.
public final class OutgoingReading {
    private OutgoingReading() {}

    /// A segment's mask and what is said of it; its value is given by the layer that it comes to lie in.
    public record Segment(Mask mask, SegmentEntry said) {}

    public static List<Layer> layers(
            List<Segment> segments, ObjectSink sink, ExecutorService compute, int threads)
            throws IOException, InterruptedException {
        var layers = new ArrayList<Layer>();
        for (List<LayerPacking.Numbered> packed :
                LayerPacking.of(segments.stream().map(Segment::mask).toList()).layers()) {
            LayerShape shape = LabelCodec.shape(packed.getFirst().mask().size(), packed.size());
            List<Mask> masks = packed.stream().map(LayerPacking.Numbered::mask).toList();
            var said = new ArrayList<SegmentEntry>();
            for (LayerPacking.Numbered numbered : packed) {
                said.add(withValue(segments.get(numbered.index()).said(), said.size() + 1));
            }
            layers.add(
                    new Layer(
                            Layer.Kind.LABELS,
                            shape,
                            LabelCodec.write(shape, masks, sink, compute, threads),
                            said));
        }
        return layers;
    }

    private static SegmentEntry withValue(SegmentEntry said, int value) {
        return new SegmentEntry(
                value,
                said.number(),
                said.name(),
                said.structure(),
                said.code(),
                said.color(),
                said.status(),
                said.confidence(),
                said.origin());
    }
}
