// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.RefusedException;

/// Any bytes as a bundle with right digests: a type, three bytes of length, content, and so on.
public final class MendedBundle {
    private MendedBundle() {}

    public static Bytes of(Bytes bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new FrameWriter(out);
        ByteBuffer in = bytes.buffer();
        while (in.remaining() > 4) {
            int head = in.getInt();
            var type = FrameType.of(head >>> 24).orElse(FrameType.STATEMENT);
            int length = Math.min(head & 0xFFFFFF, Math.min(in.remaining(), type.largest()));
            byte[] content = new byte[length];
            in.get(content);
            writer.write(type, Bytes.handedOver(content));
        }
        writer.end();
        return Bytes.handedOver(out.toByteArray());
    }

    /// A bundle in that form.
    public static Bytes seed(Bytes bundle) throws IOException, RefusedException {
        Bytes all = Bytes.EMPTY;
        for (Frame frame : Frames.of(bundle).all()) {
            Bytes head =
                    Bytes.handedOver(
                            ByteBuffer.allocate(4)
                                    .putInt((frame.type().number() << 24) | frame.bytes().length())
                                    .array());
            all = Bytes.concat(all, head, frame.bytes());
        }
        return all;
    }
}
