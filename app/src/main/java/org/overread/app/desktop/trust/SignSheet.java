// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.sign.VersionSigning;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.Meaning;
import org.overread.sync.store.version.StoredVersion;

/// Signs one version: what is signed, what signing says, and the passphrase, which is asked each time. FX thread.
final class SignSheet extends VBox {
    private static final List<Meaning> OFFERED =
            List.of(
                    Meaning.AUTHOR,
                    Meaning.SUBMIT,
                    Meaning.REVIEW,
                    Meaning.ADJUDICATE,
                    Meaning.RELEASE);

    private final SignModel model;
    private final StoredVersion version;
    private final Runnable done;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Meaning, RadioButton> meanings = new EnumMap<>(Meaning.class);
    private final GridPane facts = Parts.facts();
    private final VBox choices = new VBox(8);
    private final ComboBox<String> verdict = new ComboBox<>();
    private final TextField name = field("What the release is called, such as set-1");
    private final TextField reason = field("Why, in a sentence (may stay empty)");
    private final SecretField passphrase = new SecretField("Passphrase");
    private final Button sign;

    private SignSheet(SignModel model, StoredVersion version, Runnable done) {
        this.model = model;
        this.version = version;
        this.done = done;
        getStylesheets().add(Parts.STYLE);
        getStyleClass().add("ov-trust");
        verdict.getItems().setAll("accepted", "returned");
        verdict.getSelectionModel().selectFirst();
        verdict.setAccessibleText("Outcome of the review");
        sign = Buttons.filled("Sign", this::sign);
        sign.disableProperty().bind(model.busy().or(group.selectedToggleProperty().isNull()));
        passphrase.setOnAction(_ -> sign.fire());
        var trouble = Parts.text("", "ov-caution");
        trouble.textProperty().bind(model.trouble());
        trouble.managedProperty().bind(model.trouble().isNotEmpty());
        getChildren()
                .addAll(
                        what(),
                        choices,
                        only(verdict, Meaning.REVIEW),
                        only(name, Meaning.RELEASE),
                        reason,
                        Parts.asking("Your passphrase", passphrase, sign),
                        trouble);
        choices.getChildren().add(Parts.text("Looking what you may sign …", "ov-quiet"));
        model.obstacles(version.id(), this::offer);
    }

    static void open(SignModel model, StoredVersion version, Layer layer, Runnable done) {
        var sheet = new SignSheet(model, version, done);
        Sheet.open(layer, "Sign a version", sheet);
        sheet.passphrase.requestFocus();
    }

    private static TextField field(String prompt) {
        var field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("ov-field");
        return field;
    }

    private <N extends javafx.scene.Node> N only(N node, Meaning meaning) {
        node.setVisible(false);
        node.managedProperty().bind(node.visibleProperty());
        group.selectedToggleProperty()
                .subscribe(
                        chosen ->
                                node.setVisible(chosen != null && chosen.getUserData() == meaning));
        return node;
    }

    private GridPane what() {
        GridPane grid = facts;
        Parts.fact(
                grid, "Version", "Version %d of %s".formatted(version.number(), version.reader()));
        Parts.fact(
                grid,
                "Made",
                Sentences.time(version.moment().utc().atOffset(version.moment().offset())));
        if (!version.reason().isBlank()) {
            Parts.fact(grid, "Because", version.reason());
        }
        Parts.fact(
                grid,
                "Signed are",
                "its labels and findings, the digest of the images, the guideline, the versions before it; no images, no names of patients");
        return grid;
    }

    private void offer(Map<Meaning, String> obstacles) {
        choices.getChildren().clear();
        for (Meaning meaning : OFFERED) {
            String obstacle = obstacles.getOrDefault(meaning, "");
            var button = new RadioButton(meaning.sentence());
            button.setToggleGroup(group);
            button.setUserData(meaning);
            button.setDisable(!obstacle.isEmpty());
            meanings.put(meaning, button);
            var why = new Label(obstacle);
            why.getStyleClass().add("ov-faint");
            choices.getChildren().add(Parts.row(button, why));
            if (obstacle.isEmpty() && group.getSelectedToggle() == null) {
                group.selectToggle(button);
            }
        }
        passphrase.requestFocus();
        model.guideline(
                version.id(),
                called ->
                        Parts.fact(
                                facts,
                                "Guideline",
                                called.equals(Sentences.NO_GUIDELINE) ? "none" : called));
    }

    private void sign() {
        if (group.getSelectedToggle() == null
                || !(group.getSelectedToggle().getUserData() instanceof Meaning meaning)) {
            return;
        }
        var wish =
                new VersionSigning.Wish(
                        meaning,
                        verdict.getSelectionModel().getSelectedIndex() == 1
                                ? Decision.Verdict.RETURNED
                                : Decision.Verdict.ACCEPTED,
                        name.getText().isBlank() ? "release" : name.getText().strip(),
                        reason.getText());
        model.sign(version.id(), wish, passphrase.take(), done);
    }
}
