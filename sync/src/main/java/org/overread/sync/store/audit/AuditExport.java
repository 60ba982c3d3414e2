// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.JsonValue;

/// The trail for people and other programs.
public enum AuditExport {
    /// One entry a line, as RFC 4180 wants it.
    CSV {
        @Override
        public String text(List<AuditEntry> entries) {
            var out = new StringBuilder(String.join(",", COLUMNS)).append(CRLF);
            for (AuditEntry entry : entries) {
                out.append(
                                String.join(
                                        ",",
                                        quoted(Long.toString(entry.number())),
                                        quoted(entry.moment().utc().toString()),
                                        quoted(entry.moment().offset().getId()),
                                        quoted(entry.actor().person()),
                                        quoted(entry.actor().workstation()),
                                        quoted(entry.actor().software()),
                                        quoted(entry.action()),
                                        quoted(entry.subject()),
                                        quoted(entry.before()),
                                        quoted(entry.after()),
                                        quoted(entry.previous().toString()),
                                        quoted(entry.hash().toString())))
                        .append(CRLF);
            }
            return out.toString();
        }
    },
    /// A list of objects; each hash is that of its object's other fields in canonical form.
    JSON {
        @Override
        public String text(List<AuditEntry> entries) {
            return entries.stream()
                    .map(AuditExport::object)
                    .collect(Collectors.joining(",\n ", "[", "]\n"));
        }
    };

    private static final String CRLF = "\r\n";
    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "utc",
                    "offset",
                    "person",
                    "workstation",
                    "software",
                    "action",
                    "subject",
                    "old",
                    "new",
                    "previous",
                    "hash");

    public abstract String text(List<AuditEntry> entries);

    private static String quoted(String text) {
        // a cell that begins like a formula would be computed by a spreadsheet
        String safe =
                !text.isEmpty()
                                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                                && !text.matches("[+-]\\d\\d:\\d\\d")
                        ? "'" + text
                        : text;
        return safe.matches("[A-Za-z0-9 _.:;/#+-]*")
                ? safe
                : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static String object(AuditEntry entry) {
        SortedMap<String, JsonValue> fields = new TreeMap<>(entry.hashed().values());
        fields.put("hash", JsonValue.text(entry.hash().toString()));
        return CanonicalJson.write(new JsonValue.Fields(fields)).toUtf8();
    }
}
