// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.label.Code;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Ontology.Attribute;
import org.overread.segmentation.label.Ontology.Flaw;
import org.overread.segmentation.label.Ontology.Need;
import org.overread.segmentation.label.Structure;
import org.overread.sync.store.project.Ontology;

final class StructuresTest {
    private static final Ontology STORED =
            new Ontology(
                    "abdomen",
                    "Abdomen",
                    List.of(
                            term("organ", "Organ", Optional.empty(), List.of(), List.of()),
                            term(
                                    "spleen",
                                    "Spleen",
                                    Optional.of("organ"),
                                    List.of(new Ontology.Code("SCT", "78961009", "Spleen")),
                                    List.of(
                                            new Ontology.Attribute(
                                                    "phase",
                                                    Ontology.Need.REQUIRED,
                                                    List.of("arterial", "portal"))))));

    private static Ontology.Term term(
            String id,
            String name,
            Optional<String> parent,
            List<Ontology.Code> codes,
            List<Ontology.Attribute> attributes) {
        return new Ontology.Term(id, name, parent, codes, "#c08040", attributes, List.of("CT"));
    }

    @Test
    void whatIsStoredIsWhatSegmentsAreOf() {
        var ontology = Structures.of(STORED);
        var spleen =
                new Structure(
                        "spleen",
                        "Spleen",
                        Optional.of(new Code("SCT", "78961009", "Spleen")),
                        new LabelColor(0xC0, 0x80, 0x40),
                        Optional.of("organ"));
        assertEquals(List.of(spleen), ontology.children("organ"));
        assertEquals(List.of(), ontology.allowedOn("MR"));
        assertEquals(
                List.of(
                        new Flaw.Missing(
                                new Attribute(
                                        "phase", Need.REQUIRED, List.of("arterial", "portal")))),
                ontology.flaws("spleen", Map.of()));
    }
}
