// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.util.ArrayList;
import java.util.List;
import org.overread.sync.store.care.Finding;
import org.overread.sync.store.care.Salvage;
import org.overread.sync.store.db.Rescue;

/// What came of recovering a workspace, in sentences: what is safe first, then exactly what is missing.
public final class SalvageWords {
    private SalvageWords() {}

    public static List<String> of(Salvage.Outcome.Recovered report) {
        var lines = new ArrayList<String>();
        lines.add(
                "The damaged file is kept as “%s”; nothing in it was changed."
                        .formatted(report.aside().getFileName()));
        long carried = report.tables().stream().mapToLong(Rescue.Carried::carried).sum();
        lines.add("%,d records were carried over, each checked.".formatted(carried));
        for (Rescue.Carried table : report.tables()) {
            if (table.changed() + table.unread() > 0) {
                lines.add(left(table));
            }
        }
        if (report.readings() > 0) {
            lines.add(
                    report.readings() == 1
                            ? "1 reading was found in the audit trail and is listed again."
                            : "%,d readings were found in the audit trail and are listed again."
                                    .formatted(report.readings()));
        }
        if (report.relisted() > 0) {
            lines.add(
                    report.relisted() == 1
                            ? "1 version was found by its statement and is listed again."
                            : "%,d versions were found by their statements and are listed again."
                                    .formatted(report.relisted()));
        }
        if (isComplete(report)) {
            lines.add("Every version, edit and entry that was listed is there and whole.");
        } else {
            report.missing().stream().map(Finding::sentence).forEach(lines::add);
        }
        return lines.stream().distinct().toList(); // several tables hold one kind of thing
    }

    /// Whether everything that the damaged file held is in the new one.
    public static boolean isComplete(Salvage.Outcome.Recovered report) {
        return report.missing().isEmpty()
                && report.tables().stream()
                        .allMatch(table -> table.changed() == 0 && table.unread() == 0);
    }

    private static String left(Rescue.Carried table) {
        if (table.carried() == 0 && table.unread() > 0) {
            return "Left behind of %s: all that there may have been; it cannot be read."
                    .formatted(words(table.table()));
        }
        var parts = new ArrayList<String>();
        if (table.changed() > 0) {
            parts.add("%,d not as they were written".formatted(table.changed()));
        }
        if (table.unread() > 0) {
            parts.add("%,d places that cannot be read".formatted(table.unread()));
        }
        return "Left behind of %s: %s.".formatted(words(table.table()), String.join(", ", parts));
    }

    private static String words(String table) {
        return switch (table) {
            case "object" -> "labels and statements";
            case "project", "document" -> "projects, ontologies and guidelines";
            case "volume", "volume_path" -> "the volumes seen";
            case "task", "task_state", "assignment" -> "tasks";
            case "reading" -> "readings";
            case "version", "version_parent", "version_name" -> "the list of versions";
            case "withdrawal" -> "withdrawals";
            case "head" -> "the newest versions' list";
            case "journal" -> "edits";
            case "working_copy" -> "working copies";
            case "look" -> "layouts";
            case "note" -> "findings and comments";
            case "audit" -> "the audit trail";
            default -> "the table " + table;
        };
    }
}
