// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.label.Ontology.Attribute;
import org.overread.segmentation.label.Ontology.Entry;
import org.overread.segmentation.label.Ontology.Flaw;
import org.overread.segmentation.label.Ontology.Need;

final class OntologyTest {
    private static final Attribute EDGE =
            new Attribute("edge", Need.REQUIRED, List.of("sharp", "soft"));
    private static final Attribute REMARK = new Attribute("remark", Need.OPTIONAL, List.of());
    private static final Structure LIVER = structure("liver", Optional.empty());
    private static final Structure LESION = structure("lesion", Optional.of("liver"));
    private static final Structure CYST = structure("cyst", Optional.of("lesion"));
    private static final Structure SPLEEN = structure("spleen", Optional.empty());
    private static final Ontology ABDOMEN =
            new Ontology(
                    "Abdomen",
                    List.of(
                            new Entry(LIVER, List.of(), List.of()),
                            new Entry(LESION, List.of(EDGE, REMARK), List.of("CT", "MR")),
                            new Entry(CYST, List.of(), List.of("MR")),
                            new Entry(SPLEEN, List.of(), List.of("CT"))));

    private static Structure structure(String id, Optional<String> parent) {
        return new Structure(id, id, Optional.empty(), new LabelColor(1, 2, 3), parent);
    }

    @Test
    void structuresAreATree() {
        assertEquals(List.of(LIVER, SPLEEN), ABDOMEN.roots());
        assertEquals(List.of(LESION), ABDOMEN.children("liver"));
        assertEquals(List.of(LESION, LIVER), ABDOMEN.ancestors("cyst"));
        assertEquals(List.of(), ABDOMEN.ancestors("liver"));
        assertEquals(Optional.empty(), ABDOMEN.find("heart"));
    }

    @Test
    void modalitiesSayWhatMayBeLabelled() {
        assertEquals(List.of(LIVER, LESION, SPLEEN), ABDOMEN.allowedOn("CT"));
        assertEquals(List.of(LIVER, LESION, CYST), ABDOMEN.allowedOn("MR"));
        assertEquals(List.of(LIVER), ABDOMEN.allowedOn("US"));
    }

    @Test
    void whatMustBeSaidIsAskedForAndWhatIsNoValueIsNamed() {
        assertEquals(List.of(), ABDOMEN.flaws("lesion", Map.of("edge", "soft", "remark", "?")));
        assertEquals(List.of(new Flaw.Missing(EDGE)), ABDOMEN.flaws("lesion", Map.of()));
        assertEquals(List.of(new Flaw.Missing(EDGE)), ABDOMEN.flaws("lesion", Map.of("edge", " ")));
        assertEquals(
                List.of(new Flaw.NotAValue(EDGE, "blurred"), new Flaw.Unknown("size")),
                ABDOMEN.flaws("lesion", Map.of("edge", "blurred", "size", "3")));
        assertThrows(IllegalArgumentException.class, () -> ABDOMEN.flaws("heart", Map.of()));
    }

    @Test
    void whatIsNoTreeIsRefused() {
        var lesion = new Entry(LESION, List.of(), List.of());
        var liver = new Entry(LIVER, List.of(), List.of());
        assertThrows(
                IllegalArgumentException.class, () -> new Ontology("x", List.of(lesion, liver)));
        assertThrows(
                IllegalArgumentException.class, () -> new Ontology("x", List.of(liver, liver)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Entry(LIVER, List.of(EDGE, EDGE), List.of()));
    }
}
