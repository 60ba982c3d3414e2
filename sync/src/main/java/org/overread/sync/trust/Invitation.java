// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;

/// One person at one site in these roles may have one key certified: with the code, within a day, in five tries. Any
/// thread may use it; of many who come at once with the right code, one wins.
public final class Invitation {
    public static final Duration LASTS = Duration.ofHours(24);
    public static final int TRIES = 5;

    private final EnrolmentCode code;
    private final String person;
    private final String site;
    private final List<Role> roles;
    private final Instant until;
    private final Duration keyLasts;
    private int tries;
    private boolean used;

    public Invitation(
            EnrolmentCode code,
            String person,
            String site,
            List<Role> roles,
            Instant issued,
            Duration keyLasts) {
        this.code = code;
        this.person = person;
        this.site = site;
        this.roles = List.copyOf(roles);
        this.keyLasts = keyLasts;
        until = issued.plus(LASTS);
    }

    /// What the office then signs.
    public synchronized KeyContent.Certificate accept(EnrolmentRequest request, Instant now)
            throws RefusedException {
        if (used) {
            throw new RefusedException(TrustFault.CODE_USED);
        }
        if (!now.isBefore(until)) {
            throw new RefusedException(TrustFault.CODE_EXPIRED);
        }
        if (tries >= TRIES) {
            throw new RefusedException(TrustFault.CODE_TRIES);
        }
        request.requirePossession();
        if (!request.knows(code)) {
            tries++;
            throw new RefusedException(TrustFault.CODE_WRONG);
        }
        used = true;
        Instant from = now.minusSeconds(now.getEpochSecond() % 60).minusNanos(now.getNano());
        return new KeyContent.Certificate(
                request.key().encoded(), person, site, roles, from, from.plus(keyLasts));
    }
}
