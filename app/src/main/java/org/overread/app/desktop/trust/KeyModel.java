// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.work.Job;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.sign.KeyFiles;
import org.overread.app.sign.KeyPlace;
import org.overread.app.sign.OwnKey;
import org.overread.app.sign.SigningException;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.EnrolmentCode;
import org.overread.sync.trust.EnrolmentRequest;
import org.overread.sync.trust.UnlockedKey;

/// The person's key on this workstation: made, opened, locked, sealed anew, vouched for. An open key locks itself when
/// nobody used it for a quarter of an hour. Passphrases are overwritten, whatever becomes of them. FX thread; what takes
/// long runs elsewhere.
public final class KeyModel implements AutoCloseable {
    private final KeyPlace place;
    private final Workshop workshop;
    private final Duration idle;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<KeyState> state =
            new ReadOnlyObjectWrapper<>(new KeyState.Looking());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
    private @Nullable UnlockedKey open;

    public KeyModel(KeyPlace place, Workshop workshop, Duration idle, InstantSource clock) {
        this.place = place;
        this.workshop = workshop;
        this.idle = idle;
        this.clock = clock;
    }

    public KeyPlace place() {
        return place;
    }

    public ReadOnlyObjectProperty<KeyState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether something is being done with the key.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Why the last thing was not done; empty where it was.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// What was done last; empty where nothing was.
    public ReadOnlyStringProperty done() {
        return done.getReadOnlyProperty();
    }

    /// Looks at the files again.
    public void look() {
        work("Looking for your key", "", (_, _) -> place.look(), this::show);
    }

    public void make(char[] passphrase, OwnKey.Factor factor) {
        work(
                "Making your key",
                "Your key is made and locked.",
                (_, _) -> {
                    try {
                        place.ready();
                        place.ownKey().make(passphrase, factor);
                        return place.look();
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                },
                this::show);
    }

    public void unlock(char[] passphrase) {
        work(
                "Unlocking your key",
                "",
                (_, _) -> opened(passphrase),
                secret -> {
                    lock();
                    open = new UnlockedKey(secret, idle, clock);
                    if (state.get() instanceof KeyState.Locked(KeyPlace.Identity known)) {
                        state.set(new KeyState.Unlocked(known));
                    } else {
                        lock();
                    }
                });
    }

    private Ed25519Secret opened(char[] passphrase) throws SigningException {
        try {
            return place.ownKey().open(passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /// Overwrites the open key.
    public void lock() {
        UnlockedKey key = open;
        open = null;
        if (key != null) {
            key.close();
        }
        if (state.get() instanceof KeyState.Unlocked(KeyPlace.Identity known)) {
            state.set(new KeyState.Locked(known));
        }
    }

    /// To be called now and then: locks a key that nobody used.
    public void tick() {
        UnlockedKey key = open;
        if (key != null && key.lockIfIdle()) {
            lock();
            done.set("Your key was locked because nobody used it.");
        }
    }

    public void changePassphrase(char[] old, char[] now) {
        work(
                "Sealing your key",
                "Your key has another passphrase.",
                (_, _) -> {
                    try {
                        place.ownKey().changePassphrase(old, now);
                        return place.look();
                    } finally {
                        Arrays.fill(old, '\0');
                        Arrays.fill(now, '\0');
                    }
                },
                known -> {
                    lock();
                    show(known);
                });
    }

    /// Believes the root of trust in a file.
    public void believe(Path file) {
        work(
                "Reading the root of trust",
                "This workstation believes your organisation's root of trust.",
                (_, _) -> {
                    place.believe(file);
                    return place.look();
                },
                this::show);
    }

    /// Takes what the office sent for this key.
    public void takeCertificate(Path file) {
        work(
                "Reading the certificate",
                "The office vouches for your key.",
                (_, _) -> {
                    place.takeOwn(file);
                    return place.look();
                },
                this::show);
    }

    /// Writes a request to be vouched for; the code itself does not leave.
    public void request(EnrolmentCode code, char[] passphrase, Path file) {
        work(
                "Writing the request",
                "The request is written. Send it to the office and compare the six words.",
                (_, _) -> {
                    try (Ed25519Secret secret = opened(passphrase)) {
                        KeyFiles.replace(
                                file,
                                EnrolmentRequest.of(secret, code, new SecureRandom()).bytes());
                        return place.look();
                    } catch (RefusedException e) {
                        throw SigningException.refused(file, e);
                    }
                },
                this::show);
    }

    /// Says that something was not done, such as two passphrases that differ.
    void say(String sentence) {
        done.set("");
        trouble.set(sentence);
    }

    private void show(KeyPlace.Identity known) {
        if (known.key().isEmpty()) {
            lock();
            state.set(new KeyState.None(known));
        } else {
            state.set(open == null ? new KeyState.Locked(known) : new KeyState.Unlocked(known));
        }
    }

    private <T> void work(
            String name, String afterwards, Job<T> job, java.util.function.Consumer<T> then) {
        busy.set(true);
        trouble.set("");
        done.set("");
        workshop.compute(
                name,
                job,
                result -> {
                    busy.set(false);
                    done.set(afterwards);
                    then.accept(result);
                },
                thrown -> {
                    busy.set(false);
                    trouble.set(Sentences.of(thrown));
                    if (state.get() instanceof KeyState.Looking) {
                        state.set(new KeyState.Unreadable(Sentences.of(thrown)));
                    }
                });
    }

    @Override
    public void close() {
        lock();
    }
}
