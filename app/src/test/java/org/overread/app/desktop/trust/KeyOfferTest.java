// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.sign.KeyPlace;
import org.overread.app.sign.OwnKey;

/// Who saves a version without a key is offered one, once.
final class KeyOfferTest {
    @TempDir private Path folder = Path.of("");

    private final List<Notice> told = new ArrayList<>();
    private int shown;

    private KeyModel key(Executor compute) {
        return new KeyModel(
                new KeyPlace(folder.resolve("keys")),
                new Workshop(Runnable::run, compute, compute, () -> 0L),
                Duration.ofMinutes(15),
                () -> Instant.EPOCH);
    }

    private KeyOffer offer(KeyModel key) {
        return new KeyOffer(key, () -> shown++, told::add);
    }

    @Test
    void whoHasNoKeyIsOfferedOneOnceAndTheOfferLeadsToIt() {
        KeyOffer offer = offer(key(Runnable::run));
        assertEquals(List.of(), told, "nothing was saved yet");
        offer.saved();
        assertEquals("The version is saved without a key.", told.getFirst().happened());
        told.getFirst().offer().orElseThrow().run().run();
        assertEquals(1, shown);
        offer.saved();
        assertEquals(1, told.size(), "told twice");
    }

    @Test
    void whoHasAKeyIsNotAsked() {
        KeyModel key = key(Runnable::run);
        key.make("correct horse".toCharArray(), OwnKey.Factor.NONE);
        KeyOffer offer = offer(key);
        offer.saved();
        assertEquals(List.of(), told);
    }

    @Test
    void theOfferWaitsUntilTheKeyWasLookedFor() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        KeyOffer offer = offer(key(waiting::add));
        offer.saved();
        assertEquals(List.of(), told, "it is not known yet whether there is a key");
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertEquals(1, told.size());
    }
}
