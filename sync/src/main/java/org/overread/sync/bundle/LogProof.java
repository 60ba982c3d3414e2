// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.log.Proofs;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.RefusedException;

/// Where in the log a statement is, and the digests that prove it under the checkpoint of this size.
public record LogProof(Digest statement, long index, long treeSize, List<Digest> path) {
    private static final int HEAD = Digest.LENGTH + 8 + 8 + 1;

    public LogProof {
        path = List.copyOf(path);
    }

    Bytes bytes() {
        ByteBuffer out = ByteBuffer.allocate(HEAD + path.size() * Digest.LENGTH);
        statement.write(out);
        out.putLong(index).putLong(treeSize).put((byte) path.size());
        path.forEach(digest -> digest.write(out));
        return Bytes.handedOver(out.array());
    }

    static LogProof read(Bytes bytes) throws RefusedException {
        ByteBuffer in = bytes.buffer();
        if (in.remaining() < HEAD) {
            throw new RefusedException(LogFault.PROOF_FORMAT);
        }
        Digest statement = Digest.read(in);
        long index = in.getLong();
        long treeSize = in.getLong();
        int count = in.get();
        if (index < 0
                || treeSize <= index
                || count < 0
                || count > Proofs.LONGEST
                || in.remaining() != count * Digest.LENGTH) {
            throw new RefusedException(LogFault.PROOF_FORMAT);
        }
        var path = new ArrayList<Digest>(count);
        for (int n = 0; n < count; n++) {
            path.add(Digest.read(in));
        }
        return new LogProof(statement, index, treeSize, path);
    }
}
