// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.overread.viewer.codec.picture.BrokenPictureException;

final class FragmentsTest {
    private static final String END = "FEFFDDE000000000";

    private static String item(String content) {
        String bytes = content.replace(" ", "");
        return "FEFF00E0" + "%02X000000".formatted(bytes.length() / 2) + bytes;
    }

    private static Fragments read(String hex, int frames, long... extended)
            throws BrokenPictureException {
        return Fragments.read(ByteBuffer.wrap(Encoders.hex(hex)), frames, extended);
    }

    private static void assertFrame(String hex, Fragments fragments, int frame) {
        ByteBuffer bytes = fragments.frame(frame);
        byte[] found = new byte[bytes.remaining()];
        bytes.get(found);
        assertArrayEquals(Encoders.hex(hex), found);
    }

    @Test
    void oneFrameIsAllFragmentsInARow() throws BrokenPictureException {
        Fragments fragments = read(item("") + item("0102") + item("0304") + item("05 06") + END, 1);
        assertFrame("010203040506", fragments, 0);
    }

    @Test
    void basicOffsetsTellFramesApart() throws BrokenPictureException {
        // the second frame begins at the third item: two items of 8 + 2 bytes before it
        Fragments fragments =
                read(
                        item("00000000 14000000")
                                + item("0102")
                                + item("0304")
                                + item("0506")
                                + END,
                        2);
        assertFrame("01020304", fragments, 0);
        assertFrame("0506", fragments, 1);
    }

    @Test
    void extendedOffsetsTellFramesApart() throws BrokenPictureException {
        Fragments fragments =
                read(item("") + item("0102") + item("0304") + item("0506") + END, 2, 0, 10);
        assertFrame("0102", fragments, 0);
        assertFrame("03040506", fragments, 1);
    }

    @Test
    void asManyFragmentsAsFramesNeedNoTable() throws BrokenPictureException {
        Fragments fragments = read(item("") + item("0102") + item("0304") + END, 2);
        assertFrame("0304", fragments, 1);
    }

    @Test
    void wrongTableIsPassedOver() throws BrokenPictureException {
        Fragments fragments =
                read(item("00000000 07000000") + item("0102") + item("0304") + END, 2);
        assertFrame("0102", fragments, 0);
        assertFrame("0304", fragments, 1);
    }

    @Test
    void codestreamsAreFoundByTheirFirstBytes() throws BrokenPictureException {
        String soi = "FFD8FFF7";
        Fragments fragments =
                read(item("") + item(soi) + item("0000FFD9") + item(soi + "0000") + END, 2);
        assertFrame(soi + "0000FFD9", fragments, 0);
        assertFrame(soi + "0000", fragments, 1);
    }

    @Test
    void delimiterMayBeMissing() throws BrokenPictureException {
        assertEquals(1, read(item("") + item("0102"), 1).frames());
    }

    @Test
    void damageIsRefused() {
        String whole = item("") + item("01020304") + END;
        for (int length = 0; length < whole.length() / 2 - 9; length++) {
            if (length == 20) {
                continue; // whole but for the delimiter
            }
            String part = whole.substring(0, 2 * length);
            assertThrows(BrokenPictureException.class, () -> read(part, 1), part);
        }
        assertThrows(BrokenPictureException.class, () -> read(item("") + "0000" + END, 1));
        assertThrows(
                BrokenPictureException.class,
                () -> read(item("") + item("0102") + item("0304") + item("0506") + END, 2));
        assertThrows(
                BrokenPictureException.class,
                () -> read(item("") + "FEFF00E0FFFFFFFF" + "0102" + END, 1));
    }
}
