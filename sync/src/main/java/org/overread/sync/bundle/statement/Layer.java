// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.SlabEntry;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// Values on the grid of the images: labels, each value one segment and 0 none, or confidence, 0…255 in 1/255, in all labels
/// of the version at that place. Segments that overlap lie in different layers.
public record Layer(
        Kind kind, LayerShape shape, List<SlabEntry> slabs, List<SegmentEntry> segments) {

    /// What the values mean.
    public enum Kind {
        LABELS,
        CONFIDENCE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Layer {
        slabs = List.copyOf(slabs);
        segments = List.copyOf(segments);
        if (slabs.size() != shape.slabs()) {
            throw new IllegalArgumentException(slabs.size() + " slabs for " + shape);
        }
    }

    JsonValue.Fields write() {
        var out =
                new FieldWriter()
                        .text("kind", kind.word())
                        .whole("width", shape.width())
                        .whole("height", shape.height())
                        .whole("depth", shape.depth())
                        .text("type", shape.type().word())
                        .texts("slabs", slabs.stream().map(SlabEntry::text).toList());
        if (kind == Kind.LABELS) {
            out.items("segments", segments.stream().map(SegmentEntry::write).toList());
        }
        return out.end();
    }

    static Layer read(FieldReader in) throws RefusedException {
        Kind kind = in.oneOf("kind", Kind.values(), Kind::word);
        var shape =
                new LayerShape(
                        in.small("width", 1, LayerShape.LARGEST_SIDE),
                        in.small("height", 1, LayerShape.LARGEST_SIDE),
                        in.small("depth", 1, LayerShape.LARGEST_SIDE),
                        in.oneOf("type", ValueType.values(), ValueType::word));
        if (kind == Kind.CONFIDENCE && shape.type() != ValueType.U8) {
            throw new RefusedException(StatementFault.LAYERS, "type");
        }
        var slabs = new ArrayList<SlabEntry>();
        for (String text : in.texts("slabs", shape.slabs(), shape.slabs())) {
            slabs.add(
                    SlabEntry.parse(text, shape.type())
                            .orElseThrow(
                                    () -> new RefusedException(StatementFault.LAYERS, "slabs")));
        }
        List<SegmentEntry> segments =
                kind == Kind.LABELS
                        ? in.listOf("segments", 0, 0xFFFF, SegmentEntry::read)
                        : List.of();
        for (int n = 0; n < segments.size(); n++) {
            int value = segments.get(n).value();
            if (value > shape.type().largest() || (n > 0 && value <= segments.get(n - 1).value())) {
                throw new RefusedException(StatementFault.SEGMENTS);
            }
        }
        return new Layer(kind, shape, slabs, segments);
    }
}
