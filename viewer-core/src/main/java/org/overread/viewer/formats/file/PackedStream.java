// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.Deflater;

/// One gzip or zlib stream whose blocks are packed in parallel; the bytes are the same however many threads there are.
///
/// Blocks of fixed length are deflated each for itself, with the end of the block before as dictionary, and end on a
/// byte: joined they are one ordinary stream. What is written belongs to one thread; two blocks a core are in memory.
public final class PackedStream extends OutputStream {
    /// For scans: noise does not pack, and level 6 takes five times as long for two per cent less.
    public static final int SCAN_LEVEL = 1;

    /// For label maps: less than half of level 1, in the same time.
    public static final int LABEL_LEVEL = 6;

    private static final int BLOCK_BYTES = 1 << 19;
    private static final int WINDOW_BYTES = 1 << 15; // how far back deflate can refer
    private static final byte[] EMPTY_LAST_BLOCK = {3, 0};
    private static final int MOST_WAITING = 2 * Runtime.getRuntime().availableProcessors();

    /// What stands around the packed blocks.
    public enum Wrapper {
        GZIP,
        ZLIB
    }

    private final OutputStream out;
    private final Wrapper wrapper;
    private final int level;
    private final Executor compute;
    private final Checksum checksum;
    private final Queue<CompletableFuture<byte[]>> waiting = new ArrayDeque<>();
    private byte[] block = new byte[BLOCK_BYTES];
    private byte[] before = {};
    private int filled;
    private long total;

    public PackedStream(OutputStream out, Wrapper wrapper, int level, Executor compute)
            throws IOException {
        this.out = out;
        this.wrapper = wrapper;
        this.level = level;
        this.compute = compute;
        this.checksum = wrapper == Wrapper.GZIP ? new CRC32() : new Adler32();
        out.write(head());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        checksum.update(bytes, from, length);
        total += length;
        for (int done = 0; done < length; ) {
            int some = Math.min(length - done, BLOCK_BYTES - filled);
            System.arraycopy(bytes, from + done, block, filled, some);
            filled += some;
            done += some;
            if (filled == BLOCK_BYTES) {
                pack();
            }
        }
    }

    private void pack() throws IOException {
        byte[] full = block;
        int length = filled;
        byte[] dictionary = before;
        waiting.add(
                CompletableFuture.supplyAsync(
                        () -> deflated(full, length, dictionary, level), compute));
        before = Arrays.copyOfRange(full, Math.max(0, length - WINDOW_BYTES), length);
        block = new byte[BLOCK_BYTES];
        filled = 0;
        while (waiting.size() > MOST_WAITING) {
            out.write(waiting.remove().join());
        }
    }

    private static byte[] deflated(byte[] bytes, int length, byte[] dictionary, int level) {
        var deflater = new Deflater(level, true);
        try {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(bytes, 0, length);
            byte[] packed = new byte[length / 2 + 64];
            int at = 0;
            while (true) {
                at += deflater.deflate(packed, at, packed.length - at, Deflater.SYNC_FLUSH);
                if (at < packed.length) {
                    return Arrays.copyOf(packed, at);
                }
                packed = Arrays.copyOf(packed, 2 * packed.length);
            }
        } finally {
            deflater.end();
        }
    }

    /// Writes what is left and the end of the stream; the stream below stays open.
    public void finish() throws IOException {
        if (filled > 0) {
            pack();
        }
        while (!waiting.isEmpty()) {
            out.write(waiting.remove().join());
        }
        out.write(EMPTY_LAST_BLOCK);
        out.write(tail());
        out.flush();
    }

    private byte[] head() {
        return switch (wrapper) {
            case GZIP -> new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
            case ZLIB -> new byte[] {0x78, 0x01};
        };
    }

    private byte[] tail() {
        int sum = (int) checksum.getValue();
        return switch (wrapper) {
            case GZIP ->
                    ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(sum)
                            .putInt((int) total)
                            .array();
            case ZLIB -> ByteBuffer.allocate(4).putInt(sum).array();
        };
    }
}
