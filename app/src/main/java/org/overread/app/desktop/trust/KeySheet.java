// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.sign.KeyPlace;
import org.overread.app.sign.OwnKey;
import org.overread.sync.trust.EnrolmentCode;
import org.overread.sync.trust.Fingerprint;

/// My key: how it stands, whose it is, its six words, and what can be done with it now. FX thread.
final class KeySheet extends VBox {
    private final KeyModel model;
    private final FileAsking files;
    private final VBox middle = new VBox(16);
    private final Label said = Parts.text("", "ov-caution");

    private KeySheet(KeyModel model, FileAsking files) {
        this.model = model;
        this.files = files;
        getStylesheets().add(Parts.STYLE);
        getStyleClass().add("ov-trust");
        getChildren().addAll(middle, said);
        middle.disableProperty().bind(model.busy());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        said.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::sentence, model.trouble(), model.done(), model.busy()));
        model.trouble()
                .subscribe(
                        trouble ->
                                said.getStyleClass()
                                        .setAll(
                                                "label",
                                                trouble.isEmpty() ? "ov-good" : "ov-caution"));
        model.state().subscribe(this::show);
        // what is disabled for a moment loses the focus
        model.busy().subscribe(this::focusUnless);
    }

    static void open(KeyModel model, FileAsking files, Layer layer) {
        model.look();
        var sheet = new KeySheet(model, files);
        FrameByFrame.inItsTurn(
                () -> {
                    Sheet.open(layer, "My key", sheet);
                    Parts.focusOnFirstField(sheet.middle);
                });
    }

    private void focusUnless(boolean busy) {
        if (!busy) {
            Parts.focusOnFirstField(middle);
        }
    }

    private String sentence() {
        if (model.busy().get()) {
            return "One moment …";
        }
        return model.trouble().get().isEmpty() ? model.done().get() : model.trouble().get();
    }

    private void show(KeyState state) {
        Node now =
                switch (state) {
                    case KeyState.Looking _ -> Parts.text("Looking …", "ov-quiet");
                    case KeyState.Unreadable(String sentence) -> Parts.text(sentence, "ov-caution");
                    case KeyState.None(KeyPlace.Identity known) -> none(known);
                    case KeyState.Locked(KeyPlace.Identity known) -> locked(known);
                    case KeyState.Unlocked(KeyPlace.Identity known) -> unlocked(known);
                };
        middle.getChildren().setAll(now);
        if (now instanceof Pane several) {
            OneByOne.come(() -> Parts.focusOnFirstField(middle), several);
        }
    }

    private Node none(KeyPlace.Identity known) {
        var first = new SecretField("New passphrase, 8 characters or more");
        var again = new SecretField("The same again");
        var store = new CheckBox("Ask for this desktop's key store as well");
        store.setAccessibleHelp("The key then opens on this computer and account only.");
        Button make =
                Buttons.filled(
                        "Make my key",
                        () ->
                                twice(
                                        first,
                                        again,
                                        passphrase ->
                                                model.make(
                                                        passphrase,
                                                        store.isSelected()
                                                                ? OwnKey.Factor.SYSTEM_KEY_STORE
                                                                : OwnKey.Factor.NONE)));
        again.setOnAction(_ -> make.fire());
        return Parts.column(
                Parts.state(
                        RemixiconAL.KEY_2_LINE, "You have no key on this workstation", "ov-quiet"),
                Parts.text(
                        "A key is yours alone and stays on this workstation, sealed under a passphrase."
                                + " Nobody can bring the passphrase back.",
                        "ov-quiet"),
                first,
                again,
                store,
                Parts.row(make, organisation(known)));
    }

    private Node locked(KeyPlace.Identity known) {
        var field = new SecretField("Passphrase");
        Button unlock = Buttons.filled("Unlock", () -> model.unlock(field.take()));
        field.setOnAction(_ -> unlock.fire());
        return Parts.column(
                Parts.state(RemixiconAL.LOCK_LINE, "Locked", "ov-quiet"),
                facts(known),
                Parts.asking("Passphrase", field, unlock),
                more(known));
    }

    private Node unlocked(KeyPlace.Identity known) {
        return Parts.column(
                Parts.state(RemixiconAL.LOCK_UNLOCK_LINE, "Unlocked", "ov-good"),
                Parts.text(
                        "It locks itself when nobody used it for 15 minutes. Signing asks for the"
                                + " passphrase all the same.",
                        "ov-quiet"),
                facts(known),
                more(known, Buttons.filled("Lock", model::lock)));
    }

    private static Node facts(KeyPlace.Identity known) {
        GridPane grid = Parts.facts();
        known.certificate()
                .ifPresentOrElse(
                        mine -> {
                            Parts.fact(grid, "Person", mine.person() + ", " + mine.site());
                            Parts.fact(grid, "May act as", Sentences.roles(mine.roles()));
                            Parts.fact(
                                    grid,
                                    "Holds until",
                                    mine.notAfter().toString().substring(0, 10));
                        },
                        () -> Parts.fact(grid, "Person", "No office has vouched for this key yet"));
        known.root().ifPresent(root -> Parts.fact(grid, "Organisation", root.tenant()));
        known.key()
                .ifPresent(
                        key -> {
                            var words =
                                    Parts.text(
                                            String.join(" ", Fingerprint.words(key.key().id())),
                                            "ov-trust-words");
                            words.setId("ov-key-words");
                            grid.addRow(grid.getRowCount(), Parts.quiet("Six words"), words);
                        });
        return grid;
    }

    /// What is done once, folded away below.
    private Node more(KeyPlace.Identity known, Node... before) {
        var below = new VBox(8);
        below.getStyleClass().add("ov-trust-section");
        below.managedProperty().bind(Bindings.isNotEmpty(below.getChildren()));
        below.visibleProperty().bind(below.managedProperty());
        var buttons = Parts.row(before);
        buttons.getChildren()
                .add(Buttons.word("Change passphrase …", () -> ask(below, passphrases())));
        if (known.root().isEmpty()) {
            buttons.getChildren().add(Buttons.word("Believe a root of trust …", this::believe));
        } else if (known.certificate().isEmpty()) {
            buttons.getChildren()
                    .add(Buttons.word("Ask the office …", () -> ask(below, request())));
            buttons.getChildren().add(Buttons.word("Take its certificate …", this::certificate));
        } else {
            buttons.getChildren().add(Buttons.word("Newer root of trust …", this::believe));
        }
        return Parts.column(buttons, below);
    }

    private static void ask(VBox below, Node asking) {
        below.getChildren().setAll(asking);
        Parts.focusOnFirstField(below);
    }

    private Node organisation(KeyPlace.Identity known) {
        return known.root()
                .<Node>map(root -> Parts.text("Organisation: " + root.tenant(), "ov-quiet"))
                .orElseGet(() -> Buttons.word("Believe a root of trust …", this::believe));
    }

    private Node passphrases() {
        var old = new SecretField("Passphrase until now");
        var first = new SecretField("New passphrase, 8 characters or more");
        var again = new SecretField("The same again");
        Button change =
                Buttons.filled(
                        "Change passphrase",
                        () -> {
                            char[] before = old.take();
                            if (!twice(first, again, now -> model.changePassphrase(before, now))) {
                                Arrays.fill(before, '\0');
                            }
                        });
        again.setOnAction(_ -> change.fire());
        return Parts.column(old, first, again, Parts.row(change));
    }

    private Node request() {
        var code = new TextField();
        code.setPromptText("The code that the office told you");
        code.setAccessibleText("Code");
        code.getStyleClass().add("ov-field");
        var field = new SecretField("Passphrase");
        Button write =
                Buttons.filled(
                        "Write the request …",
                        () -> {
                            Optional<EnrolmentCode> typed = EnrolmentCode.typed(code.getText());
                            if (typed.isEmpty()) {
                                model.say("A code has 20 letters and digits, in groups of five.");
                                return;
                            }
                            files.toSave(
                                            "Where to write the request",
                                            "request.enrol",
                                            FileAsking.ALL)
                                    .ifPresent(
                                            file -> model.request(typed.get(), field.take(), file));
                        });
        return Parts.column(code, field, Parts.row(write));
    }

    private void believe() {
        files.toOpen("Root of trust", FileAsking.ALL).ifPresent(model::believe);
    }

    private void certificate() {
        files.toOpen("Certificate from the office", FileAsking.ALL)
                .ifPresent(model::takeCertificate);
    }

    private interface Taking {
        void take(char[] passphrase);
    }

    /// Says whether it was taken.
    private boolean twice(SecretField first, SecretField again, Taking then) {
        char[] one = first.take();
        char[] two = again.take();
        boolean equal = Arrays.equals(one, two);
        Arrays.fill(two, '\0');
        if (equal && one.length >= OwnKey.SHORTEST_PASSPHRASE) {
            then.take(one);
            return true;
        }
        Arrays.fill(one, '\0');
        model.say(
                equal
                        ? "A passphrase has 8 characters or more."
                        : "The two passphrases differ. Type both again.");
        return false;
    }
}
