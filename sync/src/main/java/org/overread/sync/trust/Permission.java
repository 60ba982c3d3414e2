// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.util.EnumSet;
import java.util.Set;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Role;

/// Which roles may make which statements. A policy can narrow this and ask for more signatures, see [Policies]; nothing can
/// widen it.
public final class Permission {
    private Permission() {}

    /// Empty for what only the keys of the root state.
    public static Set<Role> rolesFor(Kind kind) {
        return switch (kind) {
            case VERSION -> EnumSet.of(Role.READER, Role.ADJUDICATOR, Role.REVIEWER, Role.WORKER);
            case SUBMIT -> EnumSet.of(Role.READER, Role.ADJUDICATOR, Role.REVIEWER);
            case REVIEW -> EnumSet.of(Role.REVIEWER, Role.ADJUDICATOR);
            case ADJUDICATE -> EnumSet.of(Role.ADJUDICATOR);
            case RELEASE -> EnumSet.of(Role.DATA_LEAD);
            case WITHDRAW ->
                    EnumSet.of(Role.READER, Role.REVIEWER, Role.ADJUDICATOR, Role.DATA_LEAD);
            case UNBLIND -> EnumSet.of(Role.DATA_LEAD, Role.WORKER);
            case GUIDELINE_RELEASE -> EnumSet.of(Role.GUIDELINE_OWNER);
            case POLICY -> EnumSet.of(Role.DATA_LEAD);
            case KEY_CERTIFICATE, KEY_ROTATION, KEY_REVOCATION -> EnumSet.noneOf(Role.class);
        };
    }
}
