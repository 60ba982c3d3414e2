// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.RuleContent;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.CertifiedKeys;
import org.overread.sync.trust.Policies;
import org.overread.sync.trust.Standing;

/// What can be said of statements only when the whole bundle was read: whether their keys were revoked before, and whether
/// they keep to the policy that was in force. Belongs to one thread.
final class Judgement {
    private final CertifiedKeys keys;
    private final LogChecks log;
    private final List<Policies.Placed> known;
    private final List<Policies.Placed> stated = new ArrayList<>();

    Judgement(CertifiedKeys keys, LogChecks log, List<Policies.Placed> known) {
        this.keys = keys;
        this.log = log;
        this.known = known;
    }

    /// The policies that the bundle states, once it was judged.
    List<Policies.Placed> stated() {
        return stated;
    }

    List<CheckedStatement> of(List<StatementChecks.Known> all) throws RefusedException {
        var policies = new Policies();
        for (Policies.Placed policy : known) {
            policies.take(policy);
        }
        for (StatementChecks.Known one : all) {
            if (one.content().content() instanceof RuleContent.Policy policy) {
                var placed = new Policies.Placed(policy, log.index(one.statement().id()));
                policies.take(placed);
                stated.add(placed);
            }
        }
        var judged = new ArrayList<CheckedStatement>();
        for (StatementChecks.Known one : all) {
            Optional<Long> at = log.index(one.statement().id());
            Standing standing = standing(one, at);
            Optional<RuleContent.Policy> policy = policies.inForce(at);
            if (policy.isPresent()) {
                requireKept(policy.get(), one, at);
            }
            judged.add(
                    one.statement().judged(at, policy.map(RuleContent.Policy::version), standing));
        }
        return judged;
    }

    private Standing standing(StatementChecks.Known one, Optional<Long> at)
            throws RefusedException {
        Standing standing = standing(one.author(), at);
        if (standing != Standing.QUARANTINED) {
            return standing;
        }
        for (CertifiedKeys.Certified signer : one.signers()) {
            if (signer.isOfSamePersonAs(one.author())
                    && keys.revoked(signer.key().id()).isEmpty()) {
                return Standing.COUNTERSIGNED;
            }
        }
        throw new RefusedException(TrustFault.REVOKED);
    }

    private Standing standing(CertifiedKeys.Certified key, Optional<Long> at) {
        return keys.revoked(key.key().id()).stream()
                .map(
                        revoked ->
                                Standing.of(
                                        at, revoked.revocation(), log.index(revoked.statement())))
                .max(Comparator.naturalOrder())
                .orElse(Standing.HOLDS);
    }

    private void requireKept(
            RuleContent.Policy policy, StatementChecks.Known one, Optional<Long> at)
            throws RefusedException {
        Optional<RuleContent.Rule> rule = Policies.rule(policy, one.statement().kind());
        if (rule.isEmpty()) {
            return;
        }
        Set<Role> roles = Policies.roles(rule.get());
        if (one.statement().roles().stream().noneMatch(roles::contains)) {
            throw new RefusedException(TrustFault.POLICY_ROLE, one.statement().kind().word());
        }
        long people =
                one.signers().stream()
                        .filter(s -> s.certificate().roles().stream().anyMatch(roles::contains))
                        .filter(s -> standing(s, at) != Standing.QUARANTINED)
                        .map(s -> List.of(s.certificate().person(), s.certificate().site()))
                        .distinct()
                        .count();
        if (people < rule.get().signatures()) {
            throw new RefusedException(TrustFault.POLICY_SIGNATURES, one.statement().kind().word());
        }
    }
}
