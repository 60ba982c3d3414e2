// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.overread.app.desktop.work.Job;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.sign.KeyPlace;
import org.overread.app.sign.SigningException;
import org.overread.app.sign.VersionSigning;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Meaning;
import org.overread.sync.store.Workspace;

/// The versions of the workspace, who signed them, and signing one. FX thread; what blocks runs elsewhere.
public final class SignModel {
    private final Workspaces workspaces;
    private final KeyPlace place;
    private final Workshop workshop;
    private final ReadOnlyObjectWrapper<List<VersionSigning.Line>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    public SignModel(Workspaces workspaces, KeyPlace place, Workshop workshop) {
        this.workspaces = workspaces;
        this.place = place;
        this.workshop = workshop;
    }

    /// Every version, the newest first, with its signatures as they were checked last.
    public ReadOnlyObjectProperty<List<VersionSigning.Line>> lines() {
        return lines.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Why the last thing was not done; empty where it was.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    public boolean hasWorkspace() {
        return workspaces.toRead().isPresent();
    }

    Workspaces workspaces() {
        return workspaces;
    }

    KeyPlace place() {
        return place;
    }

    Workshop workshop() {
        return workshop;
    }

    /// Reads the versions and checks their signatures.
    public void refresh() {
        work("Checking signatures", (_, _) -> signing().lines(), lines::set);
    }

    /// What can be said about a version, and why not where it cannot.
    public void obstacles(Digest version, java.util.function.Consumer<Map<Meaning, String>> then) {
        work("Looking what can be signed", (_, _) -> signing().obstacles(version), then);
    }

    /// What the guideline of a version is called.
    void guideline(Digest version, java.util.function.Consumer<String> then) {
        work("Looking for the guideline", (_, _) -> signing().guideline(version), then);
    }

    /// Signs; the passphrase is overwritten. `then` is called when it is signed.
    public void sign(Digest version, VersionSigning.Wish wish, char[] passphrase, Runnable then) {
        work(
                "Signing",
                (_, _) -> {
                    try {
                        VersionSigning signing = signing();
                        signing.sign(version, wish, passphrase);
                        return signing.lines();
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                },
                now -> {
                    lines.set(now);
                    then.run();
                });
    }

    private VersionSigning signing() throws SigningException {
        Optional<Workspace> workspace = workspaces.toRead();
        return new VersionSigning(
                workspace.orElseThrow(() -> new SigningException("There is no workspace open.")),
                place,
                workspaces.program());
    }

    private <T> void work(String name, Job<T> job, java.util.function.Consumer<T> then) {
        busy.set(true);
        trouble.set("");
        workshop.compute(
                name,
                job,
                result -> {
                    busy.set(false);
                    then.accept(result);
                },
                thrown -> {
                    busy.set(false);
                    trouble.set(Sentences.of(thrown));
                });
    }
}
