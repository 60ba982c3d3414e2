// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.overread.segmentation.label.Structure;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.statement.Reference;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.project.Document;
import org.overread.sync.store.project.Guideline;
import org.overread.sync.store.project.Ontology;
import org.overread.sync.store.project.Revision;

/// What labels are made under: a revision of a guideline, and of an ontology of structures.
public record Terms(
        Optional<Revision<Guideline>> guideline, Optional<Revision<Ontology>> ontology) {
    static final Reference NONE =
            new Reference("none", "0", Bytes.utf8("nothing was given").digest());

    /// The newest of a project, where it has any.
    public static Terms of(Workspace workspace, String project) throws IOException {
        return new Terms(
                workspace.documents().newestGuideline(project),
                workspace.documents().newestOntology(project));
    }

    public Reference guidelineReference() {
        return guideline.map(Terms::reference).orElse(NONE);
    }

    public Reference ontologyReference() {
        return ontology.map(Terms::reference).orElse(NONE);
    }

    private static Reference reference(Revision<? extends Document> revision) {
        return new Reference(
                revision.document().key(), Integer.toString(revision.number()), revision.digest());
    }

    /// The structure that is called so, by its id or its name.
    public Optional<Structure> structure(String name) {
        String wanted = plain(name);
        return ontology.map(revision -> Structures.of(revision.document())).stream()
                .flatMap(project -> project.entries().stream())
                .map(entry -> entry.structure())
                .filter(one -> plain(one.id()).equals(wanted) || plain(one.name()).equals(wanted))
                .findFirst();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
