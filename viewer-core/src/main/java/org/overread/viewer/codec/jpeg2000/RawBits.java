// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// The bits of passes that bypass the arithmetic coder: after a byte 0xFF the next has only seven. Ones beyond the end.
final class RawBits {
    private byte[] bytes = new byte[0];
    private int position;
    private int limit;
    private int current;
    private int left;

    void begin(byte[] data, int from, int to) {
        bytes = data;
        position = from;
        limit = to;
        current = 0;
        left = 0;
    }

    int bit() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = position < limit ? bytes[position++] & 0xFF : 0xFF;
        }
        left--;
        return (current >>> left) & 1;
    }
}
