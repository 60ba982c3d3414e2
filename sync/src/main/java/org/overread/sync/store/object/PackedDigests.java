// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.object;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// Statements with the digests in them as bytes: 64 digits take 33 bytes, of which no compression would save one.
final class PackedDigests {
    private static final byte MARK = 2; // no text of ours holds a control character
    private static final int DIGITS = 2 * Digest.LENGTH;
    private static final HexFormat HEX = HexFormat.of();

    private PackedDigests() {}

    /// Empty where the text holds the mark already.
    static Optional<Bytes> pack(Bytes text) {
        byte[] from = text.toArray();
        var to = ByteBuffer.allocate(from.length);
        int digits = 0; // in a row, at the end of what was written
        for (byte b : from) {
            if (b == MARK) {
                return Optional.empty();
            }
            to.put(b);
            digits = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f') ? digits + 1 : 0;
            if (digits == DIGITS) {
                to.position(to.position() - DIGITS);
                byte[] digest = HEX.parseHex(ascii(to.array(), to.position()));
                to.put(MARK).put(digest);
                digits = 0;
            }
        }
        return Optional.of(Bytes.handedOver(Arrays.copyOf(to.array(), to.position())));
    }

    /// Empty where this is not what packing makes, or the text would be longer than it may.
    static Optional<Bytes> unpack(Bytes packed, int longest) {
        ByteBuffer from = packed.buffer();
        var to = ByteBuffer.allocate(longest);
        var digest = new byte[Digest.LENGTH];
        while (from.hasRemaining()) {
            byte b = from.get();
            int more = b == MARK ? DIGITS : 1;
            if (to.remaining() < more || (b == MARK && from.remaining() < digest.length)) {
                return Optional.empty();
            }
            if (b == MARK) {
                from.get(digest);
                to.put(HEX.formatHex(digest).getBytes(StandardCharsets.US_ASCII));
            } else {
                to.put(b);
            }
        }
        return Optional.of(Bytes.handedOver(Arrays.copyOf(to.array(), to.position())));
    }

    private static String ascii(byte[] bytes, int from) {
        return new String(bytes, from, DIGITS, StandardCharsets.US_ASCII);
    }
}
