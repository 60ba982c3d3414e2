// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.bytes;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A SHA-256, as four words from the first byte on. Ascending order is that of the bytes as unsigned numbers.
public record Digest(long w0, long w1, long w2, long w3) implements Comparable<Digest> {
    /// Bytes of a digest.
    public static final int LENGTH = 32;

    /// What a digest's text begins with: the algorithm, so that another one can come beside it.
    public static final String PREFIX = "s256:";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public static Digest ofBytes(byte[] bytes) {
        return wrap(sha256().digest(bytes));
    }

    /// The digest whose 32 bytes these are.
    public static Digest wrap(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a digest of " + bytes.length + " bytes");
        }
        return read(ByteBuffer.wrap(bytes));
    }

    /// Takes the next 32 bytes.
    public static Digest read(ByteBuffer from) {
        return new Digest(from.getLong(), from.getLong(), from.getLong(), from.getLong());
    }

    /// A fresh computation.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// Of 64 lower-case hexadecimal digits; empty where the text is anything else.
    public static Optional<Digest> ofHex(String text) {
        return HEX.matcher(text).matches()
                ? Optional.of(wrap(HexFormat.of().parseHex(text)))
                : Optional.empty();
    }

    /// Of a text such as `s256:9f86…`; empty where it is anything else.
    public static Optional<Digest> parse(String text) {
        return text.startsWith(PREFIX) ? ofHex(text.substring(PREFIX.length())) : Optional.empty();
    }

    public void write(ByteBuffer to) {
        to.putLong(w0).putLong(w1).putLong(w2).putLong(w3);
    }

    public byte[] toArray() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        write(bytes);
        return bytes.array();
    }

    public Bytes bytes() {
        return Bytes.handedOver(toArray());
    }

    public String hex() {
        return HexFormat.of().formatHex(toArray());
    }

    @Override
    public int compareTo(Digest other) {
        int first = Long.compareUnsigned(w0, other.w0);
        if (first != 0) {
            return first;
        }
        int second = Long.compareUnsigned(w1, other.w1);
        if (second != 0) {
            return second;
        }
        int third = Long.compareUnsigned(w2, other.w2);
        return third != 0 ? third : Long.compareUnsigned(w3, other.w3);
    }

    @Override
    public String toString() {
        return PREFIX + hex();
    }
}
