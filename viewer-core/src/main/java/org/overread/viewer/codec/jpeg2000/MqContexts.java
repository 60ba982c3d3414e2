// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// Which context a decision is coded in (T.800 tables D.1 to D.4).
final class MqContexts {
    static final int REFINE = 14;
    static final int RUN = 17;
    static final int UNIFORM = 18;
    static final int COUNT = 19;

    // by significance of the 3 x 3 around (bit 0 north-west, row by row; bit 4 is the coefficient)
    private static final byte[] LOW_ACROSS = zero(Band.Kind.LH);
    private static final byte[] HIGH_ACROSS = zero(Band.Kind.HL);
    private static final byte[] HIGH_BOTH = zero(Band.Kind.HH);

    /// By significance (bits 1, 3, 5, 7: north, west, east, south) and sign (the bits below these): the context, and in
    /// bit 5 whether the decision is inverted.
    static final byte[] SIGN = sign();

    private MqContexts() {}

    /// The contexts of what is not significant yet, by significance around it.
    static byte[] ofInsignificant(Band.Kind band) {
        return switch (band) {
            case LL, LH -> LOW_ACROSS;
            case HL -> HIGH_ACROSS;
            case HH -> HIGH_BOTH;
        };
    }

    /// The context of a significant coefficient's next bit: 1 where a neighbour is significant and it was never refined,
    /// 1 where it was.
    static int ofRefinement(int beside, int again) {
        return REFINE + (again << 1 | beside);
    }

    /// Where in [#SIGN] a coefficient is found, by its column shifted to its place.
    static int signKey(long around) {
        return (((int) around & 0xAA) | ((int) (around >>> 33) & 0x55)) & 0xFF;
    }

    private static byte[] zero(Band.Kind band) {
        byte[] contexts = new byte[512];
        for (int around = 0; around < 512; around++) {
            int horizontal = bit(around, 3) + bit(around, 5);
            int vertical = bit(around, 1) + bit(around, 7);
            int diagonal = bit(around, 0) + bit(around, 2) + bit(around, 6) + bit(around, 8);
            int context =
                    switch (band) {
                        case LL, LH -> straight(horizontal, vertical, diagonal);
                        case HL -> straight(vertical, horizontal, diagonal);
                        case HH -> diagonal(horizontal + vertical, diagonal);
                    };
            contexts[around] = (byte) context;
        }
        return contexts;
    }

    private static int straight(int along, int across, int diagonal) {
        if (along == 2) {
            return 8;
        }
        if (along == 1) {
            return across >= 1 ? 7 : diagonal >= 1 ? 6 : 5;
        }
        return across == 2 ? 4 : across == 1 ? 3 : Math.min(2, diagonal);
    }

    private static int diagonal(int beside, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(2, beside);
            case 1 -> 3 + Math.min(2, beside);
            case 2 -> 6 + Math.min(1, beside);
            default -> 8;
        };
    }

    private static byte[] sign() {
        byte[] contexts = new byte[256];
        for (int key = 0; key < 256; key++) {
            int vertical = Math.clamp((long) signOf(key, 0) + signOf(key, 3), -1, 1);
            int horizontal = Math.clamp((long) signOf(key, 1) + signOf(key, 2), -1, 1);
            boolean inverted = horizontal < 0 || (horizontal == 0 && vertical < 0);
            int h = Math.abs(horizontal);
            int v = inverted ? -vertical : vertical;
            int context = h == 1 ? 12 + v : 9 + v;
            contexts[key] = (byte) (context | (inverted ? 32 : 0));
        }
        return contexts;
    }

    private static int signOf(int key, int neighbour) {
        if (bit(key, 2 * neighbour + 1) == 0) {
            return 0;
        }
        return bit(key, 2 * neighbour) == 0 ? 1 : -1;
    }

    private static int bit(int value, int index) {
        return value >>> index & 1;
    }
}
