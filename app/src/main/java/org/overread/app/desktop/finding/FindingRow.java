// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingKind;

/// A row of the list of findings: a kind, or one of its findings.
sealed interface FindingRow {
    record Head(FindingKind kind, int count) implements FindingRow {}

    record Line(Finding finding) implements FindingRow {}

    default Optional<Finding> found() {
        return switch (this) {
            case Head _ -> Optional.empty();
            case Line(Finding finding) -> Optional.of(finding);
        };
    }

    /// Grouped by kind; within a kind as they were made.
    static List<FindingRow> of(List<Finding> findings) {
        var rows = new ArrayList<FindingRow>();
        for (FindingKind kind : FindingKind.values()) {
            List<Finding> members = findings.stream().filter(f -> f.kind() == kind).toList();
            if (!members.isEmpty()) {
                rows.add(new Head(kind, members.size()));
                members.forEach(member -> rows.add(new Line(member)));
            }
        }
        return List.copyOf(rows);
    }

    /// The findings in the order of the list.
    static List<Finding> inOrder(List<Finding> findings) {
        return of(findings).stream().flatMap(row -> row.found().stream()).toList();
    }
}
