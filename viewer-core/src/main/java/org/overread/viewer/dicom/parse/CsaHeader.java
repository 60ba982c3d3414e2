// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Siemens' private header within the header: named lists of texts. Believes no length.
public final class CsaHeader {
    private static final int NAME = 64;
    private static final int TAG = 84;
    private static final int ITEM = 16;
    private static final int MAX_TAGS = 1000;
    private static final int MAX_ITEMS = 10_000;

    private final ByteBuffer bytes;

    public CsaHeader(byte[] value) {
        bytes = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The n-th value under a name as a number, or `otherwise`.
    public double number(String name, int n, double otherwise) {
        if (bytes.limit() < 16 || !text(0, 4).equals("SV10")) {
            return otherwise;
        }
        int tags = Math.min(bytes.getInt(8), MAX_TAGS);
        int at = 16;
        for (int tag = 0; tag < tags && at + TAG <= bytes.limit(); tag++) {
            boolean found = text(at, NAME).equals(name);
            int items = Math.min(bytes.getInt(at + 76), MAX_ITEMS);
            at += TAG;
            for (int item = 0; item < items && at + ITEM <= bytes.limit(); item++) {
                int length = bytes.getInt(at + 4);
                int start = at + ITEM;
                if (length < 0 || length > bytes.limit() - start) {
                    return otherwise;
                }
                if (found && item == n) {
                    return parse(text(start, length), otherwise);
                }
                at = start + (length + 3) / 4 * 4;
            }
        }
        return otherwise;
    }

    private static double parse(String text, double otherwise) {
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    /// Up to the first zero.
    private String text(int at, int most) {
        var text = new StringBuilder();
        for (int n = 0; n < most && bytes.get(at + n) != 0; n++) {
            text.append((char) (bytes.get(at + n) & 0xff));
        }
        return text.toString();
    }
}
