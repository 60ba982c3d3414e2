// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import java.util.zip.CRC32C;

/// The CRC-32C of blocks of equal length, in whichever order they come, as if they had come one after the other.
///
/// What appending a block does to the checksum before it is linear over its bits; the blocks' own checksums are added
/// up in their order by that map.
public final class BlockChecksum {
    private static final int POLYNOMIAL = 0x82f63b78; // CRC-32C, reversed

    private final int[] blocks;
    private final int[] append; // what a block's length of zeros makes of each bit
    private final CRC32C crc = new CRC32C();

    public BlockChecksum(int blocks, long blockBytes) {
        this.blocks = new int[blocks];
        this.append = zeros(blockBytes);
    }

    /// The next bytes of the block that is being read; its end is [#end(int)].
    void update(byte[] bytes, int length) {
        crc.update(bytes, 0, length);
    }

    void end(int block) {
        blocks[block] = (int) crc.getValue();
        crc.reset();
    }

    /// The checksum of a block that was read elsewhere. Any thread, each block once.
    public void put(int block, CRC32C of) {
        blocks[block] = (int) of.getValue();
    }

    /// Once all blocks are read.
    public long value() {
        int all = 0;
        for (int block : blocks) {
            all = apply(append, all) ^ block;
        }
        return all & 0xffffffffL;
    }

    private static int[] zeros(long bytes) {
        int[] power = new int[Integer.SIZE]; // one bit of zero
        power[0] = POLYNOMIAL;
        for (int n = 1; n < power.length; n++) {
            power[n] = 1 << (n - 1);
        }
        int[] result = new int[Integer.SIZE];
        for (int n = 0; n < result.length; n++) {
            result[n] = 1 << n;
        }
        for (long bits = bytes * Byte.SIZE; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                result = after(power, result);
            }
            power = after(power, power);
        }
        return result;
    }

    private static int[] after(int[] second, int[] first) {
        int[] both = new int[Integer.SIZE];
        for (int n = 0; n < both.length; n++) {
            both[n] = apply(second, first[n]);
        }
        return both;
    }

    private static int apply(int[] map, int value) {
        int result = 0;
        for (int left = value; left != 0; left &= left - 1) {
            result ^= map[Integer.numberOfTrailingZeros(left)];
        }
        return result;
    }
}
