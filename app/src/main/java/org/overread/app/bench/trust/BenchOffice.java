// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.trust;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.Content;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.ImageBinding;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Reference;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.Software;
import org.overread.sync.bundle.statement.StatedTime;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.TrustRoot;

/// A made root of trust, an office and a reader, so that something can be signed.
final class BenchOffice {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final Digest NOTHING = Bytes.EMPTY.digest();

    private final Ed25519Secret office = secret(1);
    private final Ed25519Secret reader = secret(2);
    private long sequence;
    private Optional<Digest> previous = Optional.empty();

    private static Ed25519Secret secret(int number) {
        byte[] seed = new byte[Ed25519Secret.SEED_BYTES];
        seed[0] = (byte) number;
        return Ed25519Secret.ofSeed(seed);
    }

    TrustRoot root() {
        return new TrustRoot(
                1,
                "bench",
                Instant.parse("2036-01-01T00:00:00Z"),
                1,
                List.of(office.key()),
                List.of(office.key()),
                List.of(),
                List.of(),
                List.of());
    }

    Ed25519Secret reader() {
        return reader;
    }

    Envelope certificate() throws RefusedException {
        var content =
                new KeyContent.Certificate(
                        reader.key().encoded(),
                        "Reader",
                        "Bench",
                        List.of(Role.READER),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"));
        return signed(office, new Statement(heading(office, 1, Optional.empty()), content));
    }

    Envelope sign(Content content) throws RefusedException {
        Envelope envelope =
                signed(reader, new Statement(heading(reader, ++sequence, previous), content));
        previous = Optional.of(envelope.payload().digest());
        return envelope;
    }

    private static Envelope signed(Ed25519Secret by, Statement statement) throws RefusedException {
        return Envelope.sign(Statement.PAYLOAD_TYPE, statement.bytes(), List.of(by));
    }

    static Version version(List<Layer> layers) {
        return new Version(
                "bench",
                Optional.empty(),
                new ImageBinding(NOTHING, NOTHING),
                layers,
                List.of(),
                new Reference("guideline", "1", NOTHING),
                new Reference("ontology", "1", NOTHING),
                3600);
    }

    private static Heading heading(Ed25519Secret by, long number, Optional<Digest> before) {
        return new Heading(
                "bench",
                Optional.empty(),
                Optional.empty(),
                by.key().id(),
                number,
                before,
                Optional.empty(),
                new StatedTime(OffsetDateTime.parse("2026-11-21T12:00:00+00:00"), "UTC", 1),
                new Software("Overread", "bench", NOTHING),
                Optional.empty(),
                NOTHING.bytes(),
                Optional.empty());
    }
}
