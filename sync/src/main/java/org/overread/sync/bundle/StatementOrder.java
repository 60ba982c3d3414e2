// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.RefusedException;

/// The one order of statements: by generation, which is 0 where nothing is built upon and else one more than the highest
/// of those built upon; then by digest. So what is built upon always comes first.
final class StatementOrder {
    /// The most statements of a bundle.
    static final int MOST = 16_384;

    private final Map<Digest, Integer> generations = new HashMap<>();
    private int lastGeneration;
    private @Nullable Digest last;

    void take(Digest id, List<Digest> buildsUpon) throws RefusedException {
        int generation = 0;
        for (Digest other : buildsUpon) {
            Integer of = generations.get(other);
            if (of == null) {
                throw new RefusedException(BundleFault.PARENT_MISSING);
            }
            generation = Math.max(generation, of + 1);
        }
        if (generations.containsKey(id)) {
            throw new RefusedException(BundleFault.STATEMENT_TWICE);
        }
        if (generation < lastGeneration
                || (generation == lastGeneration && last != null && id.compareTo(last) < 0)) {
            throw new RefusedException(BundleFault.STATEMENT_ORDER);
        }
        if (generations.size() == MOST) {
            throw new RefusedException(BundleFault.TOO_MANY);
        }
        lastGeneration = generation;
        last = id;
        generations.put(id, generation);
    }
}
