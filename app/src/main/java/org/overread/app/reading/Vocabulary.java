// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.app.store.Structures;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Ontology;
import org.overread.segmentation.label.Structure;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.Revision;

/// The terms that findings are described with: those of the project's ontology, else common ones.
public final class Vocabulary {
    private static final LabelColor PLAIN = new LabelColor(0x9A, 0xA3, 0xAD);

    private Vocabulary() {}

    /// The newest ontology of the project that a reading belongs to. Blocks.
    ///
    /// @param otherwise the project where there is no reading yet
    public static Ontology of(Workspace workspace, Optional<Reading> reading, String otherwise)
            throws StoreException {
        Optional<String> project =
                reading.isPresent()
                        ? workspace.tasks().find(reading.get().task()).map(ReadTask::project)
                        : Optional.of(otherwise);
        Optional<Revision<org.overread.sync.store.project.Ontology>> newest =
                project.isPresent()
                        ? workspace.documents().newestOntology(project.get())
                        : Optional.empty();
        return newest.map(revision -> Structures.of(revision.document()))
                .orElseGet(Vocabulary::common);
    }

    /// Where a project has no ontology: the common structures, and how good the images are.
    public static Ontology common() {
        var entries = new ArrayList<Ontology.Entry>();
        entries.add(
                new Ontology.Entry(
                        new Structure(
                                "image-quality",
                                "Image quality",
                                Optional.empty(),
                                PLAIN,
                                Optional.empty()),
                        List.of(
                                new Ontology.Attribute(
                                        "Quality",
                                        Ontology.Need.REQUIRED,
                                        List.of("diagnostic", "limited", "not diagnostic")),
                                new Ontology.Attribute(
                                        "Because of", Ontology.Need.OPTIONAL, List.of())),
                        List.of()));
        CommonStructures.all(PLAIN)
                .forEach(
                        structure ->
                                entries.add(new Ontology.Entry(structure, List.of(), List.of())));
        return new Ontology("Common structures", entries);
    }
}
