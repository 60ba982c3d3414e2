// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.sample;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Numbers written as text, given out as little-endian bytes of their type.
public final class TextSamples extends InputStream {
    public static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int LONGEST_TOKEN = 64;

    private final InputStream text;
    private final StoredType type;
    private final byte[] one = new byte[Long.BYTES];
    private final ByteBuffer sample = ByteBuffer.wrap(one).order(ORDER);

    public TextSamples(InputStream text, StoredType type) {
        this.text = new BufferedInputStream(text);
        this.type = type;
        sample.limit(0);
    }

    /// A word that is no number of the type.
    public static final class NotANumber extends IOException {
        private static final long serialVersionUID = 1;
        private final String token;

        NotANumber(String token) {
            super("no number");
            this.token = token;
        }

        public String token() {
            return token;
        }
    }

    @Override
    public int read() throws IOException {
        return hasSample() ? sample.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int done = 0;
        while (done < length && hasSample()) {
            int some = Math.min(length - done, sample.remaining());
            sample.get(target, from + done, some);
            done += some;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    private boolean hasSample() throws IOException {
        if (sample.hasRemaining()) {
            return true;
        }
        String token = nextToken();
        if (token.isEmpty()) {
            return false;
        }
        sample.clear();
        try {
            encode(token);
        } catch (NumberFormatException _) {
            throw new NotANumber(token);
        }
        sample.flip();
        return true;
    }

    private String nextToken() throws IOException {
        StringBuilder token = new StringBuilder();
        int c = text.read();
        while (isSeparator(c)) {
            c = text.read();
        }
        while (c >= 0 && !isSeparator(c)) {
            token.append((char) c);
            if (token.length() > LONGEST_TOKEN) {
                throw new NotANumber(token.toString());
            }
            c = text.read();
        }
        return token.toString();
    }

    private static boolean isSeparator(int c) {
        return c == ' ' || c == ',' || (c >= '\t' && c <= '\r');
    }

    private void encode(String token) {
        switch (type) {
            case INT8, UINT8 -> sample.put((byte) whole(token));
            case INT16, UINT16 -> sample.putShort((short) whole(token));
            case INT32, UINT32 -> sample.putInt((int) whole(token));
            case INT64, UINT64 -> sample.putLong(whole(token));
            case FLOAT32 -> sample.putFloat((float) floating(token));
            case FLOAT64 -> sample.putDouble(floating(token));
            case RGB8 -> throw new IllegalStateException("a colour is three numbers");
        }
    }

    private long whole(String token) {
        BigInteger value = new BigInteger(token.startsWith("+") ? token.substring(1) : token);
        int bits = 8 * type.bytes();
        boolean signed =
                switch (type) {
                    case INT8, INT16, INT32, INT64 -> true;
                    case UINT8, UINT16, UINT32, UINT64, FLOAT32, FLOAT64, RGB8 -> false;
                };
        if (signed
                ? value.bitLength() > bits - 1
                : value.signum() < 0 || value.bitLength() > bits) {
            throw new NumberFormatException();
        }
        return value.longValue();
    }

    private static double floating(String token) {
        return switch (token.toLowerCase(java.util.Locale.ROOT)) {
            case "nan", "-nan", "+nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(token);
        };
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
