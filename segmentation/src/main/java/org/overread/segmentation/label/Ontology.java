// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The structures that a project labels, as a tree: which kind of images each may be labelled on, and what must be said
/// of its segments. Immutable. A parent stands before its children, so that nothing is its own ancestor.
public record Ontology(String name, List<Entry> entries) {

    /// A structure with its rules. `modalities` are DICOM's words, such as `CT`; where there are none, all are allowed.
    public record Entry(Structure structure, List<Attribute> attributes, List<String> modalities) {
        public Entry {
            attributes = List.copyOf(attributes);
            modalities = List.copyOf(modalities);
            var names = new HashSet<String>();
            for (Attribute attribute : attributes) {
                if (!names.add(attribute.name())) {
                    throw new IllegalArgumentException(
                            "'%s' has two attributes '%s'."
                                    .formatted(structure.id(), attribute.name()));
                }
            }
        }

        public boolean isAllowedOn(String modality) {
            return modalities.isEmpty() || modalities.contains(modality);
        }
    }

    /// Whether something must be said of a segment.
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    /// What is said of a segment: one of `values`, or any text where there are none.
    public record Attribute(String name, Need need, List<String> values) {
        public Attribute {
            if (name.isBlank()) {
                throw new IllegalArgumentException("An attribute has a name.");
            }
            values = List.copyOf(values);
        }
    }

    /// What is wrong with what was said of a segment.
    public sealed interface Flaw {
        /// A required attribute was left out.
        record Missing(Attribute attribute) implements Flaw {}

        /// The attribute has other values.
        record NotAValue(Attribute attribute, String said) implements Flaw {}

        /// The structure has no such attribute.
        record Unknown(String attribute) implements Flaw {}
    }

    public Ontology {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An ontology has a name.");
        }
        entries = List.copyOf(entries);
        var known = new HashSet<String>();
        for (Entry entry : entries) {
            Structure structure = entry.structure();
            structure
                    .parent()
                    .filter(parent -> !known.contains(parent))
                    .ifPresent(
                            parent -> {
                                throw new IllegalArgumentException(
                                        "'%s' stands before its parent '%s'."
                                                .formatted(structure.id(), parent));
                            });
            if (!known.add(structure.id())) {
                throw new IllegalArgumentException("'%s' stands twice.".formatted(structure.id()));
            }
        }
    }

    public Optional<Entry> find(String id) {
        return entries.stream().filter(entry -> entry.structure().id().equals(id)).findFirst();
    }

    /// The structures without a parent, in their order.
    public List<Structure> roots() {
        return structures().stream().filter(one -> one.parent().isEmpty()).toList();
    }

    /// The structures whose parent this is, in their order.
    public List<Structure> children(String id) {
        return structures().stream()
                .filter(one -> one.parent().filter(id::equals).isPresent())
                .toList();
    }

    /// From the parent to the root; empty for a root and for what is unknown.
    public List<Structure> ancestors(String id) {
        var ancestors = new ArrayList<Structure>();
        Optional<Structure> at = find(id).map(Entry::structure);
        while (at.isPresent()) {
            at = at.get().parent().flatMap(this::find).map(Entry::structure);
            at.ifPresent(ancestors::add);
        }
        return List.copyOf(ancestors);
    }

    /// What may be labelled on images of a modality, such as `MR`.
    public List<Structure> allowedOn(String modality) {
        return entries.stream()
                .filter(entry -> entry.isAllowedOn(modality))
                .map(Entry::structure)
                .toList();
    }

    /// What is wrong with the attributes, by name, of a segment of a structure; nothing where all is well.
    ///
    /// @throws IllegalArgumentException where there is no such structure
    public List<Flaw> flaws(String id, Map<String, String> said) {
        Entry entry =
                find(id).orElseThrow(() -> new IllegalArgumentException("no structure " + id));
        var flaws = new ArrayList<Flaw>();
        for (Attribute attribute : entry.attributes()) {
            Optional<String> value =
                    Optional.ofNullable(said.get(attribute.name())).filter(v -> !v.isBlank());
            if (value.isEmpty()) {
                if (attribute.need() == Need.REQUIRED) {
                    flaws.add(new Flaw.Missing(attribute));
                }
            } else if (!attribute.values().isEmpty() && !attribute.values().contains(value.get())) {
                flaws.add(new Flaw.NotAValue(attribute, value.get()));
            }
        }
        said.keySet().stream()
                .filter(name -> entry.attributes().stream().noneMatch(a -> a.name().equals(name)))
                .sorted()
                .forEach(name -> flaws.add(new Flaw.Unknown(name)));
        return List.copyOf(flaws);
    }

    private List<Structure> structures() {
        return entries.stream().map(Entry::structure).toList();
    }
}
