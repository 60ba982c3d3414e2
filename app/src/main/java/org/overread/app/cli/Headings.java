// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.Software;
import org.overread.sync.bundle.statement.StatedTime;

/// What every statement of this program says beside its content.
final class Headings {
    private Headings() {}

    static Heading now(
            String tenant,
            Digest author,
            KeyChain chain,
            Optional<String> casePseudonym,
            Optional<String> project) {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        byte[] salt = new byte[Heading.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new Heading(
                tenant,
                project,
                casePseudonym,
                author,
                chain.next(),
                chain.previous(),
                Optional.empty(),
                new StatedTime(
                        now.toOffsetDateTime(), now.getZone().getId(), System.nanoTime() >>> 20),
                new Software(
                        "Overread",
                        Versions.program(),
                        Bytes.utf8("Overread " + Versions.program()).digest()),
                Optional.empty(),
                Bytes.handedOver(salt),
                Optional.empty());
    }
}
