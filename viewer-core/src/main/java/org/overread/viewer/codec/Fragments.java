// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// Encapsulated pixel data in memory, shared out among the frames by a [FragmentTable]. Nothing is copied until
/// [#frame(int)].
public final class Fragments {
    private final ByteBuffer bytes;
    private final FragmentTable table;

    private Fragments(ByteBuffer bytes, FragmentTable table) {
        this.bytes = bytes;
        this.table = table;
    }

    /// Reads what follows the header of the pixel data element, from the item of the basic offset table on.
    public static Fragments read(ByteBuffer encapsulated, int frames)
            throws BrokenPictureException {
        return read(encapsulated, frames, new long[0]);
    }

    /// The same with the extended offset table (7FE0,0001): bytes from the first fragment's item to each frame's.
    public static Fragments read(ByteBuffer encapsulated, int frames, long[] extendedOffsets)
            throws BrokenPictureException {
        ByteBuffer bytes = encapsulated.slice();
        return new Fragments(
                bytes, FragmentTable.read(new InMemory(bytes), frames, extendedOffsets));
    }

    private record InMemory(ByteBuffer bytes) implements EncapsulatedBytes<RuntimeException> {
        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public void read(long position, byte[] target) {
            bytes.get((int) position, target);
        }
    }

    public int frames() {
        return table.frames();
    }

    /// The codestream of a frame; a view where it is one fragment, else a copy of its fragments in a row.
    public ByteBuffer frame(int index) {
        List<FragmentTable.Range> ranges = table.frame(index);
        if (ranges.size() == 1) {
            return view(ranges.getFirst());
        }
        int total = 0;
        for (FragmentTable.Range range : ranges) {
            total += range.length(); // all lie in one buffer: no overflow
        }
        ByteBuffer joined = ByteBuffer.allocate(total);
        ranges.forEach(range -> joined.put(view(range)));
        return joined.flip();
    }

    private ByteBuffer view(FragmentTable.Range range) {
        return bytes.slice((int) range.start(), range.length());
    }
}
