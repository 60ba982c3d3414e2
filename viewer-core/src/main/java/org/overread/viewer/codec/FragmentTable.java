// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// Where the items of encapsulated pixel data lie (PS3.5 A.4), shared out among the frames.
///
/// Which fragments make a frame is told by the extended offset table, else by the basic one, else by counting, else by
/// where codestreams begin; a table that does not fit the items is passed over. Making it reads a few bytes of each
/// fragment; afterwards it never changes.
public final class FragmentTable {
    private static final int ITEM = 0xE000_FFFE;
    private static final int SEQUENCE_END = 0xE0DD_FFFE;
    private static final int ITEM_HEADER = 8;
    private static final int MAX_FRAGMENTS = 1 << 22;

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Items items;

    /// The first item of each frame, and behind the last one the number of items.
    private final int[] firsts;

    private FragmentTable(Items items, int[] firsts) {
        this.items = items;
        this.firsts = firsts;
    }

    /// The bytes of one fragment.
    public record Range(long start, int length) {}

    /// `extendedOffsets` are bytes from the first fragment's item to each frame's, as (7FE0,0001) holds them; empty where
    /// there is no such table.
    public static <X extends Exception> FragmentTable read(
            EncapsulatedBytes<X> bytes, int frames, long[] extendedOffsets)
            throws BrokenPictureException, X {
        if (frames < 1) {
            throw new IllegalArgumentException("%d frames".formatted(frames));
        }
        var items = new Items();
        long[] basicOffsets = read(bytes, frames, items);
        if (frames == 1) {
            return new FragmentTable(items, new int[] {0, items.count});
        }
        if (frames > items.count) {
            throw BrokenPictureException.truncated(
                    "the pixel data: %d fragments for %d frames".formatted(items.count, frames));
        }
        int[] firsts = byOffsets(items, frames, extendedOffsets);
        if (firsts.length == 0) {
            firsts = byOffsets(items, frames, basicOffsets);
        }
        if (firsts.length == 0) {
            firsts = byCounting(items, frames);
        }
        if (firsts.length == 0) {
            firsts = byFirstBytes(items, frames);
        }
        if (firsts.length == 0) {
            throw BrokenPictureException.corrupt(
                    "%d fragments that cannot be told apart into %d frames"
                            .formatted(items.count, frames));
        }
        return new FragmentTable(items, firsts);
    }

    public int frames() {
        return firsts.length - 1;
    }

    /// The fragments of a frame, in their order.
    public List<Range> frame(int index) {
        var ranges = new ArrayList<Range>();
        for (int item = firsts[index]; item < firsts[index + 1]; item++) {
            ranges.add(new Range(items.starts[item], items.lengths[item]));
        }
        return ranges;
    }

    /// The fragments: where each begins, how long it is, and its first four bytes.
    private static final class Items {
        private long[] starts = new long[16];
        private int[] lengths = new int[16];
        private int[] beginnings = new int[16];
        private int count;

        private void add(long start, int length, int beginning) throws BrokenPictureException {
            if (count == MAX_FRAGMENTS) {
                throw BrokenPictureException.corrupt("more than " + MAX_FRAGMENTS + " fragments");
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                lengths = Arrays.copyOf(lengths, 2 * count);
                beginnings = Arrays.copyOf(beginnings, 2 * count);
            }
            starts[count] = start;
            lengths[count] = length;
            beginnings[count++] = beginning;
        }
    }

    /// Adds the fragments to `items`; the answer is the basic offset table, or nothing where it is not for these frames.
    private static <X extends Exception> long[] read(
            EncapsulatedBytes<X> bytes, int frames, Items items) throws BrokenPictureException, X {
        long[] offsets = new long[0];
        boolean tablePassed = false;
        byte[] head = new byte[ITEM_HEADER + 4];
        long at = 0;
        while (bytes.size() - at >= ITEM_HEADER) {
            head = read(bytes, at, Math.min(ITEM_HEADER + 4, bytes.size() - at), head);
            int tag = (int) INT.get(head, 0);
            long length = (int) INT.get(head, 4) & 0xFFFF_FFFFL;
            if (tag == SEQUENCE_END) {
                at = bytes.size();
                break;
            }
            if (tag != ITEM) {
                throw BrokenPictureException.corrupt("no item of pixel data where one is due");
            }
            at += ITEM_HEADER;
            if (length > bytes.size() - at) {
                throw BrokenPictureException.truncated("a fragment");
            }
            if (length > Integer.MAX_VALUE) {
                throw BrokenPictureException.corrupt("a fragment of %d bytes".formatted(length));
            }
            if (tablePassed) {
                items.add(at, (int) length, length < 4 ? 0 : (int) INT.get(head, ITEM_HEADER));
            } else if (length == 4L * frames) {
                offsets = numbers(read(bytes, at, length, new byte[(int) length]));
            }
            tablePassed = true;
            at += length;
        }
        // the delimiter may be missing, half an item may not
        if (at != bytes.size()) {
            throw BrokenPictureException.truncated("the header of a fragment");
        }
        if (items.count == 0) {
            throw BrokenPictureException.truncated("the pixel data: there is no fragment");
        }
        return offsets;
    }

    private static <X extends Exception> byte[] read(
            EncapsulatedBytes<X> bytes, long at, long length, byte[] room) throws X {
        byte[] target = room.length == length ? room : new byte[(int) length];
        bytes.read(at, target);
        return target;
    }

    private static long[] numbers(byte[] table) {
        long[] numbers = new long[table.length / 4];
        Arrays.setAll(numbers, n -> (int) INT.get(table, 4 * n) & 0xFFFF_FFFFL);
        return numbers;
    }

    private static int[] byOffsets(Items items, int frames, long[] offsets) {
        if (offsets.length != frames || offsets[0] != 0) {
            return new int[0];
        }
        int[] firsts = new int[frames + 1];
        long origin = items.starts[0];
        int item = 0;
        for (int frame = 0; frame < frames; frame++) {
            while (item < items.count && items.starts[item] - origin < offsets[frame]) {
                item++;
            }
            if (item == items.count
                    || items.starts[item] - origin != offsets[frame]
                    || (frame > 0 && item == firsts[frame - 1])) {
                return new int[0];
            }
            firsts[frame] = item;
        }
        firsts[frames] = items.count;
        return firsts;
    }

    private static int[] byCounting(Items items, int frames) {
        if (items.count != frames) {
            return new int[0];
        }
        int[] firsts = new int[frames + 1];
        Arrays.setAll(firsts, frame -> frame);
        return firsts;
    }

    private static int[] byFirstBytes(Items items, int frames) {
        int[] firsts = new int[frames + 1];
        int frame = 0;
        for (int i = 0; i < items.count; i++) {
            if (beginsCodestream(items.beginnings[i])) {
                if (frame == frames) {
                    return new int[0];
                }
                firsts[frame++] = i;
            }
        }
        firsts[frames] = items.count;
        return frame == frames && firsts[0] == 0 ? firsts : new int[0];
    }

    private static boolean beginsCodestream(int firstBytes) {
        // SOI and a marker, SOC and SIZ, or the first box of a JP2 file
        int start = Integer.reverseBytes(firstBytes);
        return start >>> 8 == 0xFFD8FF || start == 0xFF4FFF51 || start == 0x0000000C;
    }
}
