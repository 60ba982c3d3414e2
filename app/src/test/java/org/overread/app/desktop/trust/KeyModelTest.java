// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.sign.KeyPlace;
import org.overread.app.sign.OwnKey;
import org.overread.app.sign.SignedWorld;
import org.overread.sync.bundle.statement.Role;

/// A key's states; everything runs at once.
final class KeyModelTest {
    @TempDir private Path folder = Path.of("");

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));

    private KeyModel model() {
        var model =
                new KeyModel(
                        new KeyPlace(folder.resolve("keys")),
                        new Workshop(Runnable::run, Runnable::run, Runnable::run, () -> 0L),
                        Duration.ofMinutes(15),
                        now::get);
        model.look();
        return model;
    }

    private static char[] typed(String text) {
        return text.toCharArray();
    }

    @Test
    void aKeyIsMadeUnlockedAndLocked() {
        KeyModel model = model();
        assertInstanceOf(KeyState.None.class, model.state().get());
        char[] passphrase = typed("correct horse");
        model.make(passphrase, OwnKey.Factor.NONE);
        assertEquals("\0".repeat(13), new String(passphrase));
        assertInstanceOf(KeyState.Locked.class, model.state().get());
        model.unlock(typed("wrong horse"));
        assertInstanceOf(KeyState.Locked.class, model.state().get());
        assertTrue(model.trouble().get().startsWith("That is not the passphrase."));
        model.unlock(typed("correct horse"));
        assertInstanceOf(KeyState.Unlocked.class, model.state().get());
        assertEquals("", model.trouble().get());
        model.lock();
        assertInstanceOf(KeyState.Locked.class, model.state().get());
    }

    @Test
    void aKeyThatNobodyUsesLocksItself() {
        KeyModel model = model();
        model.make(typed("correct horse"), OwnKey.Factor.NONE);
        model.unlock(typed("correct horse"));
        now.set(now.get().plus(Duration.ofMinutes(14)));
        model.tick();
        assertInstanceOf(KeyState.Unlocked.class, model.state().get());
        now.set(now.get().plus(Duration.ofMinutes(1)));
        model.tick();
        assertInstanceOf(KeyState.Locked.class, model.state().get());
    }

    @Test
    void anotherPassphraseOpensTheSameKey() {
        KeyModel model = model();
        model.make(typed("correct horse"), OwnKey.Factor.NONE);
        var before = assertInstanceOf(KeyState.Locked.class, model.state().get()).known();
        model.changePassphrase(typed("wrong horse"), typed("battery staple"));
        assertTrue(!model.trouble().get().isEmpty());
        model.changePassphrase(typed("correct horse"), typed("battery staple"));
        model.unlock(typed("correct horse"));
        assertInstanceOf(KeyState.Locked.class, model.state().get());
        model.unlock(typed("battery staple"));
        var after = assertInstanceOf(KeyState.Unlocked.class, model.state().get()).known();
        assertEquals(before.key().orElseThrow().key().id(), after.key().orElseThrow().key().id());
    }

    @Test
    void theOfficesCertificateSaysWhoseKeyItIs() throws Exception {
        var world = new SignedWorld(folder);
        KeyModel model = model();
        model.make(typed("correct horse"), OwnKey.Factor.NONE);
        model.believe(world.root());
        var known = assertInstanceOf(KeyState.Locked.class, model.state().get()).known();
        model.takeCertificate(world.certificate(known.key().orElseThrow(), "Ada", Role.READER));
        var now = assertInstanceOf(KeyState.Locked.class, model.state().get()).known();
        assertEquals("Ada", now.certificate().orElseThrow().person());
        Path damaged = folder.resolve("damaged");
        Files.writeString(damaged, "{}");
        model.believe(damaged);
        assertTrue(model.trouble().get().contains("damaged"), model.trouble().get());
    }
}
