// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.sample;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bytes written as pairs of hexadecimal digits, with any white space between them.
public final class HexSamples extends InputStream {
    private final InputStream text;

    public HexSamples(InputStream text) {
        this.text = new BufferedInputStream(text);
    }

    @Override
    public int read() throws IOException {
        int high = digit();
        if (high < 0) {
            return -1;
        }
        int low = digit();
        return low < 0 ? -1 : (high << 4) | low;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int done = 0;
        for (int b = 0; done < length && (b = read()) >= 0; done++) {
            target[from + done] = (byte) b;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    private int digit() throws IOException {
        int c = text.read();
        while (c == ' ' || (c >= '\t' && c <= '\r')) {
            c = text.read();
        }
        if (c < 0) {
            return -1;
        }
        int value = Character.digit(c, 16);
        if (value < 0) {
            throw new TextSamples.NotANumber(Character.toString(c));
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
