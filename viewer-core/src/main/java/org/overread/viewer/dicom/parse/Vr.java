// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

/// Value representations: the two letters of each in one number, the first letter above the second.
final class Vr {
    /// The file does not say; the dictionary does.
    static final int NONE = 0;

    static final int DS = 'D' << 8 | 'S';
    static final int FD = 'F' << 8 | 'D';
    static final int FL = 'F' << 8 | 'L';
    static final int LT = 'L' << 8 | 'T';
    static final int OB = 'O' << 8 | 'B';
    static final int OW = 'O' << 8 | 'W';
    static final int SL = 'S' << 8 | 'L';
    static final int SQ = 'S' << 8 | 'Q';
    static final int SS = 'S' << 8 | 'S';
    static final int ST = 'S' << 8 | 'T';
    static final int SV = 'S' << 8 | 'V';
    static final int UL = 'U' << 8 | 'L';
    static final int UN = 'U' << 8 | 'N';
    static final int UR = 'U' << 8 | 'R';
    static final int US = 'U' << 8 | 'S';
    static final int UT = 'U' << 8 | 'T';
    static final int UV = 'U' << 8 | 'V';

    private static final String LONG_ONES = "OB OD OF OL OV OW SQ SV UC UN UR UT UV";
    private static final String SHORT_ONES =
            "AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US";
    private static final String TEXTS = "AE AS CS DA DS DT IS LO LT PN SH ST TM UC UI UR UT";
    private static final String IN_CHARACTER_SET = "LO LT PN SH ST UC UT";

    private static final byte KNOWN = 1;
    private static final byte LONG = 2;
    private static final byte TEXT = 4;
    private static final byte TRANSLATED = 8;

    /// Five bits of each letter.
    private static final byte[] TRAITS = new byte[1 << 10];

    static {
        mark(LONG_ONES, KNOWN);
        mark(LONG_ONES, LONG);
        mark(SHORT_ONES, KNOWN);
        mark(TEXTS, TEXT);
        mark(IN_CHARACTER_SET, TRANSLATED);
    }

    private Vr() {}

    private static void mark(String vrs, byte trait) {
        for (String vr : vrs.split(" ", -1)) {
            TRAITS[place(vr.charAt(0) << 8 | vr.charAt(1))] |= trait;
        }
    }

    private static int place(int vr) {
        return (vr >> 8 & 31) << 5 | (vr & 31);
    }

    private static boolean has(int vr, byte trait) {
        boolean letters = (vr & 0xe0e0) == 0x4040; // with 0x60 they would be small
        return letters && (TRAITS[place(vr)] & trait) != 0;
    }

    static boolean isKnown(int vr) {
        return has(vr, KNOWN);
    }

    /// Whether explicit encodings spend four bytes on the length.
    static boolean hasLongLength(int vr) {
        return has(vr, LONG);
    }

    static boolean isText(int vr) {
        return has(vr, TEXT);
    }

    /// Whether the text is written in the data set's own character set.
    static boolean isTranslated(int vr) {
        return has(vr, TRANSLATED);
    }

    /// Whether backslashes divide the text into values.
    static boolean isDivided(int vr) {
        return vr != LT && vr != ST && vr != UT && vr != UR;
    }

    static String text(int vr) {
        return vr == NONE ? "" : "" + (char) (vr >> 8) + (char) (vr & 0xff);
    }
}
