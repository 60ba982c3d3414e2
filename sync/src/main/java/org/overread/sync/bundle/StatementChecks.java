// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Verified;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.ImageBinding;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.RuleContent;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.CertifiedKeys;
import org.overread.sync.trust.Permission;
import org.overread.sync.trust.Standing;

/// Whether statements fit those that they build upon, and their authors' roles. Keeps a few digests of each.
final class StatementChecks {
    private final CertifiedKeys keys;
    private final Map<Digest, Known> known = new LinkedHashMap<>();
    private final KeyChains chains;

    /// A statement, who signed it, and what it is bound to.
    record Known(
            CheckedStatement statement,
            Statement content,
            List<CertifiedKeys.Certified> signers,
            Optional<ImageBinding> image) {
        /// The author among those who signed.
        CertifiedKeys.Certified author() {
            return signers.stream()
                    .filter(signer -> signer.key().id().equals(statement.key()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    StatementChecks(CertifiedKeys keys, KeyChains chains) {
        this.keys = keys;
        this.chains = chains;
    }

    List<Known> all() {
        return List.copyOf(known.values());
    }

    void take(Digest id, Statement statement, Verified verified) throws RefusedException {
        Heading heading = statement.heading();
        if (!heading.tenant().equals(keys.root().tenant())) {
            throw new RefusedException(TrustFault.OTHER_TENANT);
        }
        CertifiedKeys.Certified author = keys.author(statement);
        var roles = Permission.rolesFor(statement.kind());
        if (author.certificate().roles().stream().noneMatch(roles::contains)) {
            throw new RefusedException(TrustFault.ROLE);
        }
        List<CertifiedKeys.Certified> signers = keys.signers(verified, statement);
        var checked =
                new CheckedStatement(
                        id,
                        statement.kind(),
                        author.certificate().person(),
                        author.certificate().site(),
                        author.certificate().roles(),
                        author.key().id(),
                        heading.sequence(),
                        heading.time().local(),
                        heading.time().zone(),
                        heading.reason(),
                        heading.casePseudonym(),
                        guideline(statement),
                        statement.content().buildsUpon(),
                        signers.stream()
                                .filter(signer -> !signer.key().id().equals(author.key().id()))
                                .map(signer -> signer.certificate().person())
                                .toList(),
                        Optional.empty(),
                        Optional.empty(),
                        Standing.HOLDS);
        var relatives = new ArrayList<Known>();
        for (Digest other : statement.content().buildsUpon()) {
            Known relative = known.get(other);
            if (relative == null) {
                throw new RefusedException(BundleFault.PARENT_MISSING);
            }
            relatives.add(relative);
        }
        requireSameCase(statement, relatives);
        requireKinds(statement, relatives);
        requireFit(statement, checked, signers, relatives);
        chains.take(heading, id);
        known.put(
                id,
                new Known(
                        checked,
                        statement,
                        signers,
                        statement.content() instanceof Version version
                                ? Optional.of(version.image())
                                : Optional.empty()));
    }

    private static Optional<String> guideline(Statement statement) {
        return statement.content() instanceof Version version
                ? Optional.of(version.guideline().id() + " " + version.guideline().version())
                : Optional.empty();
    }

    /// A release may name versions of several cases, nothing else may.
    private static void requireSameCase(Statement statement, List<Known> relatives)
            throws RefusedException {
        if (statement.kind() == Kind.RELEASE) {
            return;
        }
        for (Known relative : relatives) {
            if (!relative.statement().casePseudonym().equals(statement.heading().casePseudonym())) {
                throw new RefusedException(BundleFault.CASE_MIXED);
            }
        }
    }

    private static void requireKinds(Statement statement, List<Known> relatives)
            throws RefusedException {
        if (statement.kind() == Kind.WITHDRAW) {
            return;
        }
        for (Known relative : relatives) {
            if (relative.statement().kind() != Kind.VERSION) {
                throw new RefusedException(BundleFault.PARENT_KIND);
            }
        }
    }

    private void requireFit(
            Statement statement,
            CheckedStatement checked,
            List<CertifiedKeys.Certified> signers,
            List<Known> relatives)
            throws RefusedException {
        switch (statement.content()) {
            case Version version -> {
                for (Known parent : relatives) {
                    if (!parent.image().equals(Optional.of(version.image()))) {
                        throw new RefusedException(BundleFault.IMAGE_CHANGED);
                    }
                }
            }
            case Decision.Submit _ -> requireSamePerson(checked, relatives.getFirst());
            case Decision.Review _ -> requireOtherPerson(signers, relatives);
            case Decision.Adjudicate(List<Digest> compared, Digest result) -> {
                requireOtherPerson(signers, relatives.subList(0, compared.size()));
                Known made = relatives.getLast();
                requireSamePerson(checked, made);
                if (!made.statement().buildsUpon().containsAll(compared)) {
                    throw new RefusedException(BundleFault.PARENT_MISSING, result.toString());
                }
            }
            case Decision.Release _, Decision.Withdraw _, Decision.Unblind _ -> {}
            case KeyContent _, RuleContent _ -> {}
        }
    }

    /// Nobody who signs it, the author or another, made what it judges.
    private static void requireOtherPerson(List<CertifiedKeys.Certified> signers, List<Known> works)
            throws RefusedException {
        for (Known work : works) {
            if (signers.stream().anyMatch(signer -> signer.isOfSamePersonAs(work.author()))) {
                throw new RefusedException(TrustFault.OWN_WORK);
            }
        }
    }

    private static void requireSamePerson(CheckedStatement checked, Known work)
            throws RefusedException {
        if (!samePerson(checked, work)) {
            throw new RefusedException(TrustFault.ROLE);
        }
    }

    private static boolean samePerson(CheckedStatement checked, Known work) {
        return checked.person().equals(work.statement().person())
                && checked.site().equals(work.statement().site());
    }
}
