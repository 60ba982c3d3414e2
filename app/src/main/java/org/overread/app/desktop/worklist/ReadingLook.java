// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.worklist;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.PlaneAlignment;
import org.overread.segmentation.label.SegmentId;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;

/// How a reading looked when it was left: layout, cursor, tool, window, and what each pane showed. Kept as whole numbers:
/// micrometres, thousandths.
///
/// @param active the pane that had the keyboard
/// @param fills how much the insides of segments cover where a person said so, 0 to 1
/// @param grid what [Layout#FREE] shows
record ReadingLook(
        Layout layout,
        PlaneAlignment alignment,
        PatientPoint cursor,
        String tool,
        Window window,
        int active,
        List<Pane> panes,
        Map<SegmentId, Double> fills,
        Optional<PaneGrid> grid) {
    private static final JsonLimits LIMITS = new JsonLimits(64 << 10, 4, 4 << 10);
    private static final long FARTHEST = 1L << 50;
    private static final double THOUSAND = 1000;
    private static final int MOST_FILLS = 1024;
    private static final int MOST_GRID = 512;

    /// @param zoom 1 where the whole volume fits
    record Pane(PatientPoint center, double zoom, Slab slab) {}

    ReadingLook {
        panes = List.copyOf(panes);
        fills = Map.copyOf(fills);
    }

    Bytes bytes() {
        FieldWriter out =
                point("cursor", cursor)
                        .text("layout", word(layout))
                        .text("alignment", word(alignment))
                        .text("tool", tool)
                        .whole("windowCenter", whole(window.center()))
                        .whole("windowWidth", whole(window.width()))
                        .whole("active", active)
                        .items(
                                "panes",
                                panes.stream()
                                        .map(
                                                pane ->
                                                        point("center", pane.center())
                                                                .whole("zoom", whole(pane.zoom()))
                                                                .whole(
                                                                        "slab",
                                                                        whole(
                                                                                pane.slab()
                                                                                        .thicknessMm()))
                                                                .text(
                                                                        "mode",
                                                                        word(pane.slab().mode()))
                                                                .end())
                                        .toList());
        if (!fills.isEmpty()) { // looks of before had none
            out.items("fills", fillItems());
        }
        grid.ifPresent(shown -> out.text("grid", shown.code()));
        return CanonicalJson.write(out.end());
    }

    private List<JsonValue.Fields> fillItems() {
        return fills.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().number()))
                .limit(MOST_FILLS)
                .map(
                        entry ->
                                new FieldWriter()
                                        .whole("segment", entry.getKey().number())
                                        .whole("fill", whole(entry.getValue()))
                                        .end())
                .toList();
    }

    private static Map<SegmentId, Double> fills(FieldReader in) throws RefusedException {
        var fills = new HashMap<SegmentId, Double>();
        if (in.has("fills")) {
            for (Fill one : in.listOf("fills", 0, MOST_FILLS, Fill::read)) {
                fills.put(one.segment(), one.part());
            }
        }
        return fills;
    }

    private record Fill(SegmentId segment, double part) {
        static Fill read(FieldReader in) throws RefusedException {
            return new Fill(
                    new SegmentId(in.small("segment", 1, Integer.MAX_VALUE)),
                    in.whole("fill", 0, (long) THOUSAND) / THOUSAND);
        }
    }

    static ReadingLook read(Bytes bytes) throws RefusedException {
        var in = new FieldReader(CanonicalJson.readFields(bytes, LIMITS));
        var look =
                new ReadingLook(
                        in.oneOf("layout", Layout.values(), ReadingLook::word),
                        in.oneOf("alignment", PlaneAlignment.values(), ReadingLook::word),
                        point("cursor", in),
                        in.text("tool", 64),
                        new Window(
                                number("windowCenter", in),
                                Math.max(0.001, number("windowWidth", in))),
                        in.small("active", 0, 64),
                        in.listOf("panes", 0, 16, ReadingLook::pane),
                        fills(in),
                        in.has("grid")
                                ? PaneGrid.parse(in.text("grid", MOST_GRID))
                                : Optional.empty());
        in.end();
        return look;
    }

    private static Pane pane(FieldReader in) throws RefusedException {
        return new Pane(
                point("center", in),
                Math.max(0.001, number("zoom", in)),
                new Slab(
                        Math.clamp(number("slab", in), 0, Slab.MAX_MM),
                        in.oneOf("mode", Slab.Mode.values(), ReadingLook::word)));
    }

    private static FieldWriter point(String name, PatientPoint p) {
        return new FieldWriter()
                .whole(name + "X", whole(p.x()))
                .whole(name + "Y", whole(p.y()))
                .whole(name + "Z", whole(p.z()));
    }

    private static PatientPoint point(String name, FieldReader in) throws RefusedException {
        return new PatientPoint(
                number(name + "X", in), number(name + "Y", in), number(name + "Z", in));
    }

    private static double number(String name, FieldReader in) throws RefusedException {
        return in.whole(name, -FARTHEST, FARTHEST) / THOUSAND;
    }

    private static long whole(double value) {
        return Math.clamp(Math.round(value * THOUSAND), -FARTHEST, FARTHEST);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
