// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Bytes that nobody can change any more; any thread may read them.
public final class Bytes implements Comparable<Bytes> {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /// A copy of them.
    public static Bytes of(byte... bytes) {
        return new Bytes(bytes.clone());
    }

    public static Bytes of(byte[] bytes, int from, int to) {
        return new Bytes(Arrays.copyOfRange(bytes, from, to));
    }

    /// Takes the array itself, without a copy: the caller hands it over and forgets it.
    public static Bytes handedOver(byte[] bytes) {
        return new Bytes(bytes);
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The bytes of pairs of hexadecimal digits.
    ///
    /// @throws IllegalArgumentException where the text is anything else
    public static Bytes hex(String digits) {
        return new Bytes(HexFormat.of().parseHex(digits));
    }

    public static Bytes concat(Bytes... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(Bytes::length).sum());
        for (Bytes part : parts) {
            all.put(part.array);
        }
        return new Bytes(all.array());
    }

    public int length() {
        return array.length;
    }

    public byte at(int index) {
        return array[index];
    }

    /// A copy.
    public byte[] toArray() {
        return array.clone();
    }

    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(array, from, to));
    }

    /// A view that cannot be written.
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(array).asReadOnlyBuffer();
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(array);
    }

    public void addTo(MessageDigest digest) {
        digest.update(array);
    }

    /// SHA-256 of them.
    public Digest digest() {
        return Digest.ofBytes(array);
    }

    public String toHex() {
        return HexFormat.of().formatHex(array);
    }

    /// Bytes that are text; what is not UTF-8 becomes the replacement character.
    public String toUtf8() {
        return new String(array, StandardCharsets.UTF_8);
    }

    /// As unsigned numbers, the first difference decides.
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(array, other.array);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /// Says nothing of their content, which may be secret.
    @Override
    public String toString() {
        return "Bytes[" + array.length + "]";
    }
}
