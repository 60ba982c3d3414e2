// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.finding.StatedFindings;
import org.overread.segmentation.finding.Finding;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;

/// A version as people name it: by the first digits of its id, or by its reading and number.
final class VersionChoice {
    private static final int FEWEST = 6;

    private VersionChoice() {}

    static StoredVersion find(Workspace workspace, String text)
            throws CommandRefused, StoreException {
        var found = new ArrayList<StoredVersion>();
        String hex = text.replaceFirst("^s256:", "");
        for (Reading reading : workspace.readings().list()) {
            for (StoredVersion version : workspace.versions().of(reading.key())) {
                boolean byId = hex.length() >= FEWEST && version.id().hex().startsWith(hex);
                if (byId || text.equals(version.reading() + ":" + version.number())) {
                    found.add(version);
                }
            }
        }
        if (found.size() != 1) {
            throw new CommandRefused(
                    found.isEmpty()
                            ? "There is no version '%s'; 'label list' names all.".formatted(text)
                            : "%d versions begin with '%s'; name more digits."
                                    .formatted(found.size(), text));
        }
        return found.getFirst();
    }

    static Version content(Workspace workspace, StoredVersion version)
            throws CommandRefused, StoreException {
        return workspace
                .versions()
                .statement(version.id())
                .map(statement -> statement.content())
                .filter(Version.class::isInstance)
                .map(Version.class::cast)
                .orElseThrow(() -> new CommandRefused("The version's statement is missing."));
    }

    /// The findings that a version states.
    static List<Finding> findings(Workspace workspace, StoredVersion version)
            throws CommandRefused, StoreException {
        Optional<Statement> statement = workspace.versions().statement(version.id());
        try {
            return statement.isPresent() ? StatedFindings.of(statement.get()) : List.of();
        } catch (RefusedException e) {
            throw new CommandRefused(
                    "The findings of %s:%d make no sense: %s"
                            .formatted(version.reading(), version.number(), e.getMessage()),
                    e);
        }
    }

    /// A version in figures that another program can read.
    record Line(
            String id,
            String reading,
            int number,
            String reader,
            String utc,
            String local,
            String workstation,
            String software,
            String reason,
            Optional<String> name,
            boolean head,
            List<String> parents) {
        static Line of(StoredVersion v) {
            return new Line(
                    v.id().toString(),
                    v.reading(),
                    v.number(),
                    v.reader(),
                    v.moment().utc().toString(),
                    v.moment().local().toString(),
                    v.workstation(),
                    v.software(),
                    v.reason(),
                    v.name(),
                    v.place() == StoredVersion.Place.HEAD,
                    v.parents().stream().map(Object::toString).toList());
        }

        String text() {
            return "%s:%d  %s  %s  %s%s%s%s"
                    .formatted(
                            reading,
                            number,
                            id.substring(5, 17),
                            local,
                            reader,
                            head ? "  newest" : "",
                            name.map(n -> "  \"" + n + "\"").orElse(""),
                            reason.isEmpty() ? "" : "  " + reason);
        }
    }
}
