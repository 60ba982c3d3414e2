// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.RuleContent;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;

/// The policies that are known, and which of them was in force for a statement. A policy asks for more than the roles do,
/// never for less. Belongs to one thread.
public final class Policies {
    private final List<Placed> all = new ArrayList<>();

    /// A policy that somebody with the right to it stated.
    ///
    /// @param at its place in the log; empty where none is proved, and then it is held against everything
    public record Placed(RuleContent.Policy policy, Optional<Long> at) {}

    /// Takes one more; two of one version must say the same.
    public void take(Placed more) throws RefusedException {
        for (Placed known : all) {
            if (known.policy().version() == more.policy().version()
                    && !known.policy().equals(more.policy())) {
                throw new RefusedException(TrustFault.POLICY_FORKED);
            }
        }
        all.add(more);
    }

    public List<Placed> all() {
        return List.copyOf(all);
    }

    /// The newest version of those that came before the statement.
    ///
    /// @param at the statement's place in the log; where it has none, every policy came before it
    public Optional<RuleContent.Policy> inForce(Optional<Long> at) {
        return all.stream()
                .filter(
                        placed ->
                                at.isEmpty()
                                        || placed.at().isEmpty()
                                        || placed.at().get() < at.get())
                .map(Placed::policy)
                .max((a, b) -> Long.compare(a.version(), b.version()));
    }

    /// The policy's rule for a kind; empty where it has none. Of keys only the root of trust speaks.
    public static Optional<RuleContent.Rule> rule(RuleContent.Policy policy, Kind kind) {
        return policy.rules().stream()
                .filter(rule -> rule.kind() == kind && !Permission.rolesFor(kind).isEmpty())
                .findFirst();
    }

    /// The roles that may make such a statement under a rule.
    public static Set<Role> roles(RuleContent.Rule rule) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(Permission.rolesFor(rule.kind()));
        roles.retainAll(rule.roles());
        return roles;
    }
}
