// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.RefusedException;

/// Each key numbers its statements, and each of them names the one before: so a copied workstation shows. A bundle need not
/// hold them all.
final class KeyChains {
    private final Map<Digest, Map<Long, Link>> chains = new HashMap<>();

    private record Link(Digest id, Optional<Digest> previous) {}

    void take(Heading heading, Digest id) throws RefusedException {
        Map<Long, Link> chain = chains.computeIfAbsent(heading.author(), _ -> new HashMap<>());
        if (chain.put(heading.sequence(), new Link(id, heading.previous())) != null) {
            throw new RefusedException(BundleFault.KEY_FORKED);
        }
        requireLinked(chain, heading.sequence() - 1);
        requireLinked(chain, heading.sequence());
    }

    private static void requireLinked(Map<Long, Link> chain, long sequence)
            throws RefusedException {
        Link link = chain.get(sequence);
        Link next = chain.get(sequence + 1);
        if (link != null && next != null && !next.previous().equals(Optional.of(link.id()))) {
            throw new RefusedException(BundleFault.SEQUENCE_GAP);
        }
    }
}
