// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// The items of encapsulated pixel data (PS3.5 A.4), shared out among the frames.
///
/// Which fragments make a frame is told by the extended offset table, else by the basic one, else by counting, else by
/// where codestreams begin; a table that does not fit the items is passed over. Nothing is copied until [#frame(int)].
public final class Fragments {
    private static final int ITEM = 0xE000;
    private static final int SEQUENCE_END = 0xE0DD;
    private static final int GROUP = 0xFFFE;
    private static final int ITEM_HEADER = 8;

    private record Item(int start, int length) {}

    private final ByteBuffer bytes;
    private final List<Item> items;

    /// The first item of each frame, and behind the last one the number of items.
    private final int[] firsts;

    private Fragments(ByteBuffer bytes, List<Item> items, int[] firsts) {
        this.bytes = bytes;
        this.items = items;
        this.firsts = firsts;
    }

    /// Reads what follows the header of the pixel data element, from the item of the basic offset table on.
    public static Fragments read(ByteBuffer encapsulated, int frames)
            throws BrokenPictureException {
        return read(encapsulated, frames, new long[0]);
    }

    /// The same with the extended offset table (7FE0,0001): bytes from the first fragment's item to each frame's.
    public static Fragments read(ByteBuffer encapsulated, int frames, long[] extendedOffsets)
            throws BrokenPictureException {
        if (frames < 1) {
            throw new IllegalArgumentException("%d frames".formatted(frames));
        }
        ByteBuffer bytes = encapsulated.slice().order(ByteOrder.LITTLE_ENDIAN);
        List<Item> all = items(bytes);
        if (all.size() < 2) {
            throw BrokenPictureException.truncated("the pixel data: there is no fragment");
        }
        List<Item> items = List.copyOf(all.subList(1, all.size()));
        if (frames == 1) {
            return new Fragments(bytes, items, new int[] {0, items.size()});
        }
        if (frames > items.size()) {
            throw BrokenPictureException.truncated(
                    "the pixel data: %d fragments for %d frames".formatted(items.size(), frames));
        }
        int[] firsts = byOffsets(items, frames, extendedOffsets);
        if (firsts.length == 0) {
            firsts = byOffsets(items, frames, basicOffsets(bytes, all.getFirst()));
        }
        if (firsts.length == 0) {
            firsts = byCounting(items, frames);
        }
        if (firsts.length == 0) {
            firsts = byFirstBytes(bytes, items, frames);
        }
        if (firsts.length == 0) {
            throw BrokenPictureException.corrupt(
                    "%d fragments that cannot be told apart into %d frames"
                            .formatted(items.size(), frames));
        }
        return new Fragments(bytes, items, firsts);
    }

    public int frames() {
        return firsts.length - 1;
    }

    /// The codestream of a frame; a view where it is one fragment, else a copy of its fragments in a row.
    public ByteBuffer frame(int index) {
        int from = firsts[index];
        int to = firsts[index + 1];
        Item first = items.get(from);
        if (to - from == 1) {
            return bytes.slice(first.start, first.length);
        }
        int total = 0;
        for (Item item : items.subList(from, to)) {
            total += item.length; // all lie in one buffer: no overflow
        }
        ByteBuffer joined = ByteBuffer.allocate(total);
        for (Item item : items.subList(from, to)) {
            joined.put(bytes.slice(item.start, item.length));
        }
        return joined.flip();
    }

    private static List<Item> items(ByteBuffer bytes) throws BrokenPictureException {
        List<Item> items = new ArrayList<>();
        int at = 0;
        int limit = bytes.limit();
        while (at <= limit - ITEM_HEADER) {
            int group = bytes.getShort(at) & 0xFFFF;
            int element = bytes.getShort(at + 2) & 0xFFFF;
            long length = bytes.getInt(at + 4) & 0xFFFFFFFFL;
            if (group == GROUP && element == SEQUENCE_END) {
                return items;
            }
            if (group != GROUP || element != ITEM) {
                throw BrokenPictureException.corrupt("no item of pixel data where one is due");
            }
            at += ITEM_HEADER;
            if (length > limit - at) {
                throw BrokenPictureException.truncated("a fragment");
            }
            items.add(new Item(at, (int) length));
            at += (int) length;
        }
        // the delimiter may be missing, half an item may not
        if (at != limit) {
            throw BrokenPictureException.truncated("the header of a fragment");
        }
        return items;
    }

    private static long[] basicOffsets(ByteBuffer bytes, Item table) {
        long[] offsets = new long[table.length / 4];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = bytes.getInt(table.start + 4 * i) & 0xFFFFFFFFL;
        }
        return offsets;
    }

    private static int[] byOffsets(List<Item> items, int frames, long[] offsets) {
        if (offsets.length != frames || offsets[0] != 0) {
            return new int[0];
        }
        int[] firsts = new int[frames + 1];
        int origin = items.getFirst().start;
        int item = 0;
        for (int frame = 0; frame < frames; frame++) {
            while (item < items.size() && items.get(item).start - origin < offsets[frame]) {
                item++;
            }
            if (item == items.size()
                    || items.get(item).start - origin != offsets[frame]
                    || (frame > 0 && item == firsts[frame - 1])) {
                return new int[0];
            }
            firsts[frame] = item;
        }
        firsts[frames] = items.size();
        return firsts;
    }

    private static int[] byCounting(List<Item> items, int frames) {
        if (items.size() != frames) {
            return new int[0];
        }
        int[] firsts = new int[frames + 1];
        for (int frame = 0; frame <= frames; frame++) {
            firsts[frame] = frame;
        }
        return firsts;
    }

    private static int[] byFirstBytes(ByteBuffer bytes, List<Item> items, int frames) {
        int[] firsts = new int[frames + 1];
        int frame = 0;
        for (int i = 0; i < items.size(); i++) {
            if (beginsCodestream(bytes, items.get(i))) {
                if (frame == frames) {
                    return new int[0];
                }
                firsts[frame++] = i;
            }
        }
        firsts[frames] = items.size();
        return frame == frames && firsts[0] == 0 ? firsts : new int[0];
    }

    private static boolean beginsCodestream(ByteBuffer bytes, Item item) {
        if (item.length < 4) {
            return false;
        }
        // SOI and a marker, SOC and SIZ, or the first box of a JP2 file
        int start = Integer.reverseBytes(bytes.getInt(item.start));
        return start >>> 8 == 0xFFD8FF || start == 0xFF4FFF51 || start == 0x0000000C;
    }
}
