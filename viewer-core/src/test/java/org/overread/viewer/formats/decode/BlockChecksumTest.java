// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the library's checksum of the same bytes in one run.
final class BlockChecksumTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1000", "2, 1", "5, 7", "64, 4096", "33, 524288"})
    void theOrderOfBlocksDoesNotMatter(int blocks, int length) {
        byte[] all = new byte[blocks * length];
        new Random(blocks).nextBytes(all);
        var whole = new CRC32C();
        whole.update(all);
        var checksum = new BlockChecksum(blocks, length);
        List<Integer> order = new ArrayList<>(IntStream.range(0, blocks).boxed().toList());
        Collections.shuffle(order, new Random(length));
        for (int block : order) {
            byte[] bytes = new byte[length];
            System.arraycopy(all, block * length, bytes, 0, length);
            checksum.update(bytes, length / 3);
            byte[] rest = new byte[length - length / 3];
            System.arraycopy(bytes, length / 3, rest, 0, rest.length);
            checksum.update(rest, rest.length);
            checksum.end(block);
        }
        assertEquals(whole.getValue(), checksum.value());
    }
}
