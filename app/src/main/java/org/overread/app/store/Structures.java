// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.label.Code;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Ontology;
import org.overread.segmentation.label.Structure;

/// A project's ontology as it is stored, as the one that segments take their structures from. The store keeps bytes that
/// versions name by digest and knows no segments; everything else asks the ontology that this answers.
public final class Structures {
    private Structures() {}

    public static Ontology of(org.overread.sync.store.project.Ontology stored) {
        return new Ontology(stored.name(), stored.terms().stream().map(Structures::entry).toList());
    }

    private static Ontology.Entry entry(org.overread.sync.store.project.Ontology.Term term) {
        int rgb = Integer.parseInt(term.color().substring(1), 16);
        Optional<Code> code =
                term.codes().stream()
                        .findFirst()
                        .map(one -> new Code(one.scheme(), one.value(), meaning(one, term)));
        List<Ontology.Attribute> attributes =
                term.attributes().stream()
                        .map(
                                one ->
                                        new Ontology.Attribute(
                                                one.name(),
                                                switch (one.need()) {
                                                    case REQUIRED -> Ontology.Need.REQUIRED;
                                                    case OPTIONAL -> Ontology.Need.OPTIONAL;
                                                },
                                                one.values()))
                        .toList();
        return new Ontology.Entry(
                new Structure(
                        term.id(),
                        term.name(),
                        code,
                        new LabelColor(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF),
                        term.parent()),
                attributes,
                term.modalities());
    }

    private static String meaning(
            org.overread.sync.store.project.Ontology.Code code,
            org.overread.sync.store.project.Ontology.Term term) {
        return code.meaning().isBlank() ? term.name() : code.meaning();
    }
}
