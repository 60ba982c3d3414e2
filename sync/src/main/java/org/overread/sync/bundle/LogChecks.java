// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.SeenCheckpoint;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.log.Proofs;
import org.overread.sync.log.SignedNote;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.NamedKey;
import org.overread.sync.trust.TrustRoot;

/// Whether statements are in a log that the root names.
final class LogChecks {
    private final Expectations expected;
    private final Map<Digest, Digest> leaves = new HashMap<>();
    private final Map<Digest, Long> indexes = new HashMap<>();
    private @Nullable SeenCheckpoint newestSeen;
    private @Nullable Checkpoint checkpoint;
    private @Nullable Digest lastProof;
    private List<String> witnesses = List.of();

    LogChecks(Expectations expected) {
        this.expected = expected;
    }

    void leaf(Digest statement, Digest leaf) {
        leaves.put(statement, leaf);
    }

    /// What an author saw of the log: two such sights of one size must be equal.
    void seen(Optional<SeenCheckpoint> seen) throws RefusedException {
        if (seen.isEmpty()) {
            return;
        }
        SeenCheckpoint newest = newestSeen;
        if (newest == null || newest.size() < seen.get().size()) {
            newestSeen = seen.get();
        } else if (newest.size() == seen.get().size() && !newest.equals(seen.get())) {
            throw new RefusedException(LogFault.CHECKPOINT_FORKED);
        }
    }

    void checkpoint(Bytes bytes, TrustRoot root) throws RefusedException {
        SignedNote note = SignedNote.read(bytes);
        Checkpoint read = Checkpoint.read(note.text());
        NamedKey log =
                root.logs().stream()
                        .filter(named -> named.name().equals(read.origin()))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(LogFault.CHECKPOINT_ORIGIN));
        note.verify(log.name(), log.key());
        var seeing = new ArrayList<String>();
        for (NamedKey witness : root.witnesses()) {
            if (note.seenBy(witness.name(), witness.key()).isPresent()) {
                seeing.add(witness.name());
            }
        }
        if (seeing.size() < root.cosignatures()) {
            throw new RefusedException(LogFault.WITNESSES);
        }
        witnesses = List.copyOf(seeing);
        SeenCheckpoint newest = newestSeen;
        if (newest != null) {
            requireNotBefore(read, newest.size(), newest.tree());
        }
        if (expected.known().isPresent() && expected.known().get().origin().equals(read.origin())) {
            requireNotBefore(read, expected.known().get().size(), expected.known().get().root());
        }
        checkpoint = read;
    }

    private static void requireNotBefore(Checkpoint read, long size, Digest tree)
            throws RefusedException {
        if (read.size() < size) {
            throw new RefusedException(LogFault.CHECKPOINT_OLD);
        }
        if (read.size() == size && !read.root().equals(tree)) {
            throw new RefusedException(LogFault.CHECKPOINT_FORKED);
        }
    }

    void proof(Bytes bytes) throws RefusedException {
        LogProof proof = LogProof.read(bytes);
        Checkpoint head = checkpoint;
        if (head == null) {
            throw new RefusedException(LogFault.CHECKPOINT_MISSING);
        }
        Digest leaf = leaves.get(proof.statement());
        if (leaf == null) {
            throw new RefusedException(LogFault.PROOF_UNASKED);
        }
        Digest last = lastProof;
        if (last != null && proof.statement().compareTo(last) <= 0) {
            throw new RefusedException(LogFault.PROOF_TWICE);
        }
        lastProof = proof.statement();
        if (proof.treeSize() != head.size()) {
            throw new RefusedException(
                    proof.treeSize() > head.size()
                            ? LogFault.CHECKPOINT_OLD
                            : LogFault.PROOF_INDEX);
        }
        Proofs.checkInclusion(leaf, proof.index(), head.size(), head.root(), proof.path());
        indexes.put(proof.statement(), proof.index());
    }

    Optional<Long> index(Digest statement) {
        return Optional.ofNullable(indexes.get(statement));
    }

    boolean allProved() {
        return indexes.size() == leaves.size();
    }

    /// Who cosigned the checkpoint, of those whom the root names.
    List<String> witnesses() {
        return witnesses;
    }

    Optional<Checkpoint> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }
}
