// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.Verified;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.Meaning;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.Refusal;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.CertifiedKeys;
import org.overread.sync.trust.Permission;

/// Who signed what, as it is shown beside a version.
///
/// @param meaning what the signature says; empty where it cannot be understood
/// @param outcome such as accepted or returned, empty where the meaning says it all
/// @param guideline under which it was made
/// @param refused why it is not believed; empty where it is
public record Signature(
        Digest statement,
        List<String> people,
        String site,
        Optional<Meaning> meaning,
        String outcome,
        Optional<OffsetDateTime> time,
        Optional<String> guideline,
        Optional<String> reason,
        Optional<Refusal> refused) {
    public Signature {
        people = List.copyOf(people);
    }

    public boolean holds() {
        return refused.isEmpty();
    }

    /// Checks the signatures of an envelope now.
    static Signature of(Envelope envelope, CertifiedKeys keys) {
        try {
            Verified verified = envelope.verify(Statement.PAYLOAD_TYPE, keys);
            return switch (verified.statement()) {
                case StatementOrOpaque.Opaque _ -> refused(envelope, Optional.empty());
                case StatementOrOpaque.Known(Statement statement) -> of(statement, verified, keys);
            };
        } catch (RefusedException e) {
            return refused(envelope, Optional.of(e.reason()));
        }
    }

    private static Signature of(Statement statement, Verified verified, CertifiedKeys keys)
            throws RefusedException {
        CertifiedKeys.Certified author = keys.author(statement);
        var people = new ArrayList<String>();
        people.add(author.certificate().person());
        for (CertifiedKeys.Certified signer : keys.signers(verified, statement)) {
            if (!signer.isOfSamePersonAs(author)) {
                people.add(signer.certificate().person());
            }
        }
        var roles = Permission.rolesFor(statement.kind());
        Optional<Refusal> refused =
                author.certificate().roles().stream().noneMatch(roles::contains)
                        ? Optional.of(TrustFault.ROLE)
                        : keys.revoked(author.key().id()).isEmpty()
                                ? Optional.empty()
                                : Optional.of(TrustFault.REVOKED);
        return new Signature(
                statement.id(),
                people,
                author.certificate().site(),
                Optional.of(statement.kind().meaning()),
                statement.content() instanceof Decision.Review review
                        ? switch (review.verdict()) {
                            case ACCEPTED -> "accepted";
                            case RETURNED -> "returned";
                        }
                        : "",
                Optional.of(statement.heading().time().local()),
                statement.content() instanceof Version version
                        ? Optional.of(
                                version.guideline().id() + " " + version.guideline().version())
                        : Optional.empty(),
                statement.heading().reason(),
                refused);
    }

    private static Signature refused(Envelope envelope, Optional<Refusal> why) {
        return new Signature(
                envelope.payload().digest(),
                List.of(),
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                why);
    }
}
