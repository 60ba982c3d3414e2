// SPDX-License-Identifier: Apache-2.0
package org.overread.app.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.finding.Finding;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.volume.FrameOfReference;

/// Findings come with versions of others: whatever stands there is read or refused with a reason.
final class StatedFindingsTest {
    private static final FindingFields.Where WHERE =
            new FindingFields.Where("volume", new FrameOfReference.Unnamed("volume"));

    /// Corners of a shape, no three on a line; enough for each kind.
    private static final List<String> POINTS =
            List.of("0.0 0.0 0.0", "10.0 0.0 0.0", "4.0 6.0 0.0", "4.0 -6.0 0.5", "1.0 2.0 3.0");

    private static final List<JsonValue> HOSTILE =
            List.of(
                    JsonValue.text(""),
                    JsonValue.text("case"),
                    JsonValue.text("finding"),
                    JsonValue.text("polygon"),
                    JsonValue.text("+1000000000-12-31T23:59:59Z"),
                    JsonValue.text("0 0 0"),
                    JsonValue.whole(-1),
                    JsonValue.whole(JsonValue.Whole.LARGEST),
                    new JsonValue.Truth(true),
                    JsonValue.items(List.of()),
                    texts("", ""),
                    texts("0 0 0"),
                    texts("0 0 0", "0 0 0"),
                    texts("0 0 0", "0 0 0", "0 0 0"),
                    texts("1 0 0", "1 0 0", "1 0 0", "1 0 0"),
                    texts("NaN 0 0", "1 0 0"),
                    texts("1e308 1e308 1e308", "-1e308 -1e308 -1e308"),
                    texts("1e308 0 0", "0 1e308 0", "0 0 1e308"),
                    texts("4.9e-324 0 0", "0 4.9e-324 0", "0 0 4.9e-324"),
                    texts("0x1p3 1d 1f", "1 1 1"),
                    JsonValue.items(List.of(JsonValue.Fields.of(Map.of()))),
                    JsonValue.items(
                            List.of(
                                    JsonValue.Fields.of(
                                            Map.of(
                                                    "of",
                                                    JsonValue.text("length"),
                                                    "value",
                                                    JsonValue.text("1e999"),
                                                    "in",
                                                    JsonValue.text("millimetres"))))),
                    JsonValue.Fields.of(Map.of()),
                    JsonValue.Fields.of(Map.of("what", JsonValue.text("finding"))));

    private static JsonValue texts(String... texts) {
        return JsonValue.items(List.of(texts).stream().map(JsonValue::text).toList());
    }

    private static SortedMap<String, JsonValue> common(String kind) {
        var fields = new TreeMap<String, JsonValue>();
        fields.put("id", JsonValue.text("0d2c1b6e-94d5-4a5a-8a3e-3f3fd0c7f2aa"));
        fields.put("name", JsonValue.text("Finding 1"));
        fields.put("made", JsonValue.text("2026-11-21T15:00:00Z"));
        fields.put("kind", JsonValue.text(kind));
        fields.put("attributes", JsonValue.items(List.of()));
        fields.put("confidence", JsonValue.whole(3));
        fields.put("term", JsonValue.text("liver"));
        return fields;
    }

    private static SortedMap<String, JsonValue> shaped(MeasureKind kind) {
        SortedMap<String, JsonValue> fields = common(ShapeFields.word(kind));
        fields.put("valueUnit", JsonValue.text("hu"));
        fields.put("figures", JsonValue.items(List.of()));
        fields.put("remarks", JsonValue.items(List.of()));
        switch (kind) {
            case ELLIPSE, RECTANGLE, FLAT_BOX -> {
                fields.put("center", texts("1.0 2.0 3.0"));
                fields.put("halfAxes", texts("4.0 0.0 0.0", "0.0 2.0 0.0"));
            }
            case SOLID_BOX -> {
                fields.put("center", texts("1.0 2.0 3.0"));
                fields.put("halfAxes", texts("4.0 0.0 0.0", "0.0 2.0 0.0", "0.0 0.0 1.0"));
            }
            case PROBE, LENGTH, POLYLINE, ANGLE, COBB, BIDIRECTIONAL, SPHERE, LANDMARK, POLYGON ->
                    fields.put(
                            "points",
                            texts(POINTS.subList(0, kind.points()).toArray(String[]::new)));
        }
        return fields;
    }

    private static List<SortedMap<String, JsonValue>> good() {
        var all = new ArrayList<SortedMap<String, JsonValue>>();
        for (MeasureKind kind : MeasureKind.values()) {
            all.add(shaped(kind));
        }
        for (Map<String, JsonValue> of :
                List.<Map<String, JsonValue>>of(
                        Map.of("what", JsonValue.text("case")),
                        Map.of("what", JsonValue.text("series")),
                        Map.of(
                                "what", JsonValue.text("structure"),
                                "id", JsonValue.text("liver")))) {
            SortedMap<String, JsonValue> fields = common("classification");
            fields.put("of", JsonValue.Fields.of(of));
            all.add(fields);
        }
        return all;
    }

    private static Optional<Finding> read(SortedMap<String, JsonValue> fields) {
        try {
            return Optional.of(FindingFields.read(new JsonValue.Fields(fields), WHERE));
        } catch (RefusedException e) {
            assertTrue(e.reason().sentence().endsWith("."), e.reason().code());
            return Optional.empty();
        }
    }

    @Test
    void everyKindIsReadAndSaysTheSameAgain() {
        for (SortedMap<String, JsonValue> fields : good()) {
            Finding finding = read(fields).orElseThrow(() -> new AssertionError(fields));
            assertEquals(
                    Optional.of(finding), read(FindingFields.write(finding).values()), "" + fields);
        }
    }

    @Test
    void anyFieldMayBeMissingOrHoldAnythingAndNothingIsThrownButARefusal() {
        int refused = 0;
        for (SortedMap<String, JsonValue> fields : good()) {
            for (String name : fields.keySet()) {
                var without = new TreeMap<>(fields);
                without.remove(name);
                refused += read(without).isEmpty() ? 1 : 0;
                for (JsonValue hostile : HOSTILE) {
                    var changed = new TreeMap<>(fields);
                    changed.put(name, hostile);
                    refused += read(changed).isEmpty() ? 1 : 0;
                }
            }
            var more = new TreeMap<>(fields);
            more.put("unknown", JsonValue.text("x"));
            refused += read(more).isEmpty() ? 1 : 0;
        }
        assertTrue(refused > 3000, "refused: " + refused);
    }

    @Test
    void listsOfFindingsThatAreTooLongAreRefused() {
        SortedMap<String, JsonValue> fields = shaped(MeasureKind.POLYLINE);
        fields.put(
                "points",
                JsonValue.items(Collections.nCopies(4097, JsonValue.text("1.0 2.0 3.0"))));
        assertEquals(Optional.empty(), read(fields));
    }
}
