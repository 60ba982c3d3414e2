// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ChoiceBox;
import org.overread.app.desktop.control.ReadWords;
import org.overread.app.desktop.layer.Layer;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Said;
import org.overread.segmentation.finding.Target;
import org.overread.segmentation.label.Ontology;
import org.overread.viewer.volume.Volume;

/// Asks the reader what a finding is, what is classified, and, before a version is saved, what is still to be said.
/// FX thread.
public final class FindingQuestions {
    private final FindingsModel model;
    private final Supplier<Optional<Volume>> inHand;
    private final Layer layer;
    private final FindingRating rating;
    private final Terms terms;

    /// Hands over the ontology that holds here, and what of it may be said of the images.
    @FunctionalInterface
    public interface Terms {
        void ask(Consumer<Offered> then);
    }

    /// An ontology, and which images it is asked for.
    ///
    /// @param modality of the images, as DICOM calls it; empty where that is not known
    public record Offered(Ontology ontology, Optional<String> modality) {
        List<Ontology.Entry> entries() {
            return ontology.entries().stream()
                    .filter(entry -> modality.map(entry::isAllowedOn).orElse(true))
                    .toList();
        }
    }

    /// `inHand` is the volume that the reader has before them, of those that are shown.
    public FindingQuestions(
            FindingsModel model,
            Supplier<Optional<Volume>> inHand,
            Layer layer,
            FindingRating rating,
            Terms terms) {
        this.model = model;
        this.inHand = inHand;
        this.layer = layer;
        this.rating = rating;
        this.terms = terms;
    }

    /// Asks for the term and the attributes of a finding.
    public void describe(Finding finding) {
        terms.ask(offered -> card(finding, offered, () -> {}).open());
    }

    private DescribeCard card(Finding finding, Offered offered, Runnable then) {
        return new DescribeCard(
                layer,
                finding.name(),
                List.of(),
                offered.ontology(),
                offered.entries(),
                finding.said(),
                said -> {
                    model.describe(finding.id(), said);
                    then.run();
                });
    }

    /// How sure the reader is of the chosen finding; whether one was chosen.
    public boolean rateChosen() {
        Optional<UUID> chosen = model.chosen().get();
        chosen.ifPresent(id -> rating.ask(List.of(id), () -> {}));
        return chosen.isPresent();
    }

    /// Asks what is classified, and how; does nothing where nothing is open.
    public void classify() {
        inHand.get()
                .filter(model::takes)
                .ifPresent(volume -> terms.ask(offered -> classify(volume, offered)));
    }

    /// One of the things that can be classified, in words.
    private record Choice(String words, Optional<Target> target) {}

    private void classify(Volume volume, Offered offered) {
        var box = new ChoiceBox<Choice>();
        box.setId("classify-target");
        box.setAccessibleText("What is classified");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(ReadWords.of(Choice::words));
        box.getItems().setAll(choices(volume));
        box.setValue(
                model.chosen()
                        .get()
                        .flatMap(
                                id ->
                                        box.getItems().stream()
                                                .filter(
                                                        c ->
                                                                c.target()
                                                                        .equals(
                                                                                Optional.of(
                                                                                        new Target
                                                                                                .OfFinding(
                                                                                                id))))
                                                .findFirst())
                        .orElse(box.getItems().get(1)));
        new DescribeCard(
                        layer,
                        "Classify",
                        List.of(box),
                        offered.ontology(),
                        offered.entries(),
                        Said.NOTHING,
                        said -> classified(volume, box.getValue(), said, offered.ontology()))
                .open();
    }

    private void classified(Volume volume, Choice choice, Said said, Ontology ontology) {
        String term = said.term().orElseThrow();
        String name = ontology.find(term).map(e -> e.structure().name()).orElse(term);
        Target target = choice.target().orElseGet(() -> new Target.OfStructure(term));
        model.classify(volume, target, name, said);
    }

    private List<Choice> choices(Volume volume) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("The case", Optional.of(new Target.OfCase())));
        all.add(new Choice("This series", Optional.of(new Target.OfSeries())));
        all.add(new Choice("A structure: the term below", Optional.empty()));
        for (Finding finding : model.of(volume)) {
            if (finding.observed() instanceof Observed.Shaped) {
                all.add(
                        new Choice(
                                finding.name(), Optional.of(new Target.OfFinding(finding.id()))));
            }
        }
        return all;
    }

    /// Asks for what is required and not said yet, then for confidence where it is missing, then goes on. A required
    /// attribute that the reader leaves ends it: nothing is saved. Confidence may stay unsaid.
    public void beforeSaving(Volume saved, Runnable then) {
        boolean described = model.of(saved).stream().anyMatch(f -> f.said().term().isPresent());
        if (!described) {
            askConfidence(saved, then);
            return;
        }
        terms.ask(offered -> askMissing(saved, offered, then));
    }

    private void askMissing(Volume saved, Offered offered, Runnable then) {
        Ontology ontology = offered.ontology();
        for (Finding finding : model.of(saved)) {
            Optional<String> term = finding.said().term().filter(t -> ontology.find(t).isPresent());
            List<Ontology.Flaw> flaws =
                    term.isPresent()
                            ? ontology.flaws(term.get(), finding.said().attributes())
                            : List.of();
            if (!flaws.isEmpty()) {
                DescribeCard card = card(finding, offered, () -> askMissing(saved, offered, then));
                card.open();
                card.say("Before the version is saved: " + DescribeCard.words(flaws.getFirst()));
                return;
            }
        }
        askConfidence(saved, then);
    }

    private void askConfidence(Volume saved, Runnable then) {
        rating.ask(
                model.of(saved).stream()
                        .filter(f -> f.said().confidence().isEmpty())
                        .map(Finding::id)
                        .toList(),
                then);
    }
}
