// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Locale;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.RefusedException;

/// Reads frames one after another; lengths are checked before memory is taken, digests before anything is understood.
final class FrameReader {
    /// The most bytes of a bundle.
    static final long LARGEST = 2L << 30;

    private final InputStream in;
    private final MessageDigest running = Digest.sha256();
    private long count;
    private long read;
    private FrameType last = FrameType.ROOT;

    FrameReader(InputStream in) throws IOException, RefusedException {
        this.in = in;
        byte[] magic = in.readNBytes(FrameWriter.MAGIC.length());
        read = magic.length;
        Bytes found = Bytes.handedOver(magic);
        if (found.equals(FrameWriter.MAGIC)) {
            return;
        }
        boolean ours =
                found.length() >= 4 && found.slice(0, 4).equals(FrameWriter.MAGIC.slice(0, 4));
        if (!ours) {
            throw new RefusedException(BundleFault.MAGIC);
        }
        if (found.length() < FrameWriter.MAGIC.length()) {
            throw new RefusedException(BundleFault.TRUNCATED);
        }
        throw new RefusedException(
                found.slice(5, 8).equals(FrameWriter.MAGIC.slice(5, 8))
                        ? BundleFault.VERSION
                        : BundleFault.LINE_ENDINGS);
    }

    /// The number of frames so far.
    long count() {
        return count;
    }

    /// Bytes so far.
    long read() {
        return read;
    }

    /// The next frame; the last one is the end, which has been checked against all others.
    Frame next() throws IOException, RefusedException {
        byte[] head = in.readNBytes(FrameWriter.HEAD);
        if (head.length < FrameWriter.HEAD) {
            throw new RefusedException(BundleFault.TRUNCATED);
        }
        ByteBuffer fields = ByteBuffer.wrap(head);
        FrameType type =
                FrameType.of(fields.get())
                        .orElseThrow(() -> new RefusedException(BundleFault.FRAME_TYPE));
        int length = fields.getInt();
        if (length < 0 || length > type.largest()) {
            throw new RefusedException(BundleFault.FRAME_TOO_LARGE);
        }
        read += FrameWriter.HEAD + length;
        if (read > LARGEST) {
            throw new RefusedException(BundleFault.TOO_LARGE);
        }
        Bytes bytes = Bytes.handedOver(in.readNBytes(length));
        if (bytes.length() < length) {
            throw new RefusedException(BundleFault.TRUNCATED);
        }
        Digest digest = Digest.read(fields);
        if (!FrameWriter.digest(type.number(), bytes).equals(digest)) {
            throw new RefusedException(BundleFault.FRAME_DAMAGED, word(type));
        }
        if (type.compareTo(last) < 0) {
            throw new RefusedException(BundleFault.FRAME_ORDER, word(type));
        }
        last = type;
        if (type == FrameType.END) {
            end(bytes);
        }
        running.update(digest.toArray());
        count++;
        return new Frame(type, bytes);
    }

    private void end(Bytes bytes) throws IOException, RefusedException {
        if (bytes.length() != FrameType.END.largest() || bytes.buffer().getLong() != count) {
            throw new RefusedException(BundleFault.FRAME_COUNT);
        }
        if (!bytes.slice(8, 8 + Digest.LENGTH).equals(Bytes.handedOver(running.digest()))) {
            throw new RefusedException(BundleFault.RUNNING_DIGEST);
        }
        if (in.read() >= 0) {
            throw new RefusedException(BundleFault.TRAILING);
        }
    }

    private static String word(FrameType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
