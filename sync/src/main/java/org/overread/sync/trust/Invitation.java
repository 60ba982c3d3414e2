// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
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
        this(code, person, site, roles, issued.plus(LASTS), keyLasts, 0, false);
    }

    private Invitation(
            EnrolmentCode code,
            String person,
            String site,
            List<Role> roles,
            Instant until,
            Duration keyLasts,
            int tries,
            boolean used) {
        this.code = code;
        this.person = person;
        this.site = site;
        this.roles = roles.stream().sorted().distinct().toList();
        this.keyLasts = keyLasts;
        this.until = until;
        this.tries = tries;
        this.used = used;
    }

    /// As the office keeps it, with the code and what was tried; nobody else may read it.
    public synchronized Bytes bytes() {
        return CanonicalJson.write(
                new FieldWriter()
                        .text("code", code.characters())
                        .whole("keySeconds", keyLasts.toSeconds())
                        .text("person", person)
                        .texts("roles", roles.stream().map(Role::word).toList())
                        .text("site", site)
                        .whole("tries", tries)
                        .instant("until", until)
                        .truth("used", used)
                        .end());
    }

    public static Invitation read(Bytes bytes) throws RefusedException {
        try {
            var in = new FieldReader(CanonicalJson.readFields(bytes, JsonLimits.STATEMENT));
            EnrolmentCode code =
                    EnrolmentCode.typed(in.text("code", 32))
                            .orElseThrow(() -> new RefusedException(TrustFault.REQUEST_FORMAT));
            var roles = new ArrayList<Role>();
            for (String word : in.texts("roles", 1, Role.values().length)) {
                roles.add(
                        Arrays.stream(Role.values())
                                .filter(role -> role.word().equals(word))
                                .findFirst()
                                .orElseThrow(
                                        () -> new RefusedException(TrustFault.REQUEST_FORMAT)));
            }
            var invitation =
                    new Invitation(
                            code,
                            in.text("person", 128),
                            in.text("site", 128),
                            roles,
                            in.instant("until"),
                            Duration.ofSeconds(in.whole("keySeconds", 1, Integer.MAX_VALUE)),
                            in.small("tries", 0, TRIES),
                            in.truth("used"));
            in.end();
            return invitation;
        } catch (RefusedException e) {
            throw new RefusedException(TrustFault.REQUEST_FORMAT, e.reason().code());
        }
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
