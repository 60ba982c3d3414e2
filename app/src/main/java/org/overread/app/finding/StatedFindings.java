// SPDX-License-Identifier: Apache-2.0
package org.overread.app.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.overread.segmentation.finding.Finding;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.refusal.RefusedException;
import org.overread.viewer.volume.FrameOfReference;

/// Findings as a version states them: a feature of its own among the extensions, signed with all the rest.
public final class StatedFindings {
    /// The feature's name, and that of its field.
    public static final String FEATURE = "findings";

    private static final int MOST = 4096;
    private static final FindingFields.Where OF_THE_VERSION =
            new FindingFields.Where("", new FrameOfReference.Unnamed(""));

    private StatedFindings() {}

    /// What a version's heading says of them; nothing where there are none.
    public static Optional<Heading.More> of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, JsonValue> fields = new TreeMap<>();
        fields.put(FEATURE, JsonValue.items(findings.stream().map(FindingFields::write).toList()));
        return Optional.of(new Heading.More(List.of(FEATURE), new JsonValue.Fields(fields)));
    }

    /// The findings of a version, in their order; their volume is the one that the version is bound to.
    ///
    /// @throws RefusedException where what is stated makes no sense
    public static List<Finding> of(Statement version) throws RefusedException {
        Optional<JsonValue.Fields> fields =
                version.heading()
                        .more()
                        .filter(more -> more.features().contains(FEATURE))
                        .map(Heading.More::fields);
        return fields.isEmpty()
                ? List.of()
                : new ArrayList<>(
                        new FieldReader(fields.get())
                                .listOf(
                                        FEATURE,
                                        0,
                                        MOST,
                                        one -> FindingFields.read(one, OF_THE_VERSION)));
    }
}
