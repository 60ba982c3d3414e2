// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// Writes the first bytes of a bundle, frames, and the end.
final class FrameWriter {
    /// As PNG has them: a byte that is no text, and both line ends, which a copy as text would change.
    static final Bytes MAGIC = Bytes.hex("8941564231" + "0d0a0a");

    static final int HEAD = 1 + 4 + Digest.LENGTH;

    private final OutputStream out;
    private final MessageDigest running = Digest.sha256();
    private long count;
    private long written;

    FrameWriter(OutputStream out) throws IOException {
        this.out = out;
        MAGIC.writeTo(out);
        written = MAGIC.length();
    }

    void write(FrameType type, Bytes bytes) throws IOException {
        if (bytes.length() > type.largest()) {
            throw new IllegalArgumentException(type + " of " + bytes.length() + " bytes");
        }
        Digest digest = digest(type.number(), bytes);
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        head.put((byte) type.number()).putInt(bytes.length());
        digest.write(head);
        out.write(head.array());
        bytes.writeTo(out);
        running.update(digest.toArray());
        count++;
        written += HEAD + bytes.length();
    }

    /// Ends the bundle: the number of frames before this one and the digest over their digests.
    ///
    /// @return bytes of the whole
    long end() throws IOException {
        ByteBuffer last = ByteBuffer.allocate(FrameType.END.largest());
        last.putLong(count).put(running.digest());
        write(FrameType.END, Bytes.handedOver(last.array()));
        out.flush();
        return written;
    }

    static Digest digest(int type, Bytes bytes) {
        MessageDigest sha = Digest.sha256();
        sha.update(ByteBuffer.allocate(5).put((byte) type).putInt(bytes.length()).array());
        bytes.addTo(sha);
        return Digest.wrap(sha.digest());
    }
}
