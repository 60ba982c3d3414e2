// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.journal.JournalEntry;

/// What a journal keeps of a step beside its voxels: the tool's parameters and the figures of its line in the history.
final class StrokeWords {
    private static final JsonLimits LIMITS = new JsonLimits(1 << 20, 4, 1 << 16);
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";
    private static final String SEED = "seed";
    private static final String PARAMETERS = "parameters";

    private StrokeWords() {}

    static String write(HistoryStep step) {
        var parameters = new FieldWriter();
        step.origin().parameters().forEach(parameters::text);
        var all =
                new FieldWriter()
                        .whole(ADDED, step.added())
                        .whole(REMOVED, step.removed())
                        .put(PARAMETERS, parameters.end());
        step.origin().seed().ifPresent(seed -> all.text(SEED, Long.toString(seed)));
        return CanonicalJson.write(all.end()).toUtf8();
    }

    /// The step that an entry tells of.
    static HistoryStep read(JournalEntry.Made entry) throws RefusedException {
        JsonValue.Fields all =
                CanonicalJson.readFields(Bytes.utf8(entry.stroke().parameters()), LIMITS);
        var parameters = new TreeMap<String, String>();
        if (all.values().get(PARAMETERS) instanceof JsonValue.Fields said) {
            said.values()
                    .forEach(
                            (name, value) -> {
                                if (value instanceof JsonValue.Text(String text)) {
                                    parameters.put(name, text);
                                }
                            });
        }
        return new HistoryStep(
                new EditOrigin(entry.stroke().name(), entry.stroke().tool(), parameters, seed(all)),
                entry.moment().utc(),
                whole(all.values(), ADDED),
                whole(all.values(), REMOVED));
    }

    private static OptionalLong seed(JsonValue.Fields all) {
        return all.values().get(SEED) instanceof JsonValue.Text(String text)
                        && text.matches("-?[0-9]{1,19}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    private static long whole(Map<String, JsonValue> values, String name) {
        return values.get(name) instanceof JsonValue.Whole(long value) ? value : 0;
    }
}
