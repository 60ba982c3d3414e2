// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.overread.viewer.codec.EncapsulatedBytes;
import org.overread.viewer.codec.FragmentTable;
import org.overread.viewer.codec.Fragments;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.Structure.Span;

/// The compressed bytes of frames; the decoders of one volume share it. Of a file with several frames only those asked
/// for are read. Members of archives cannot be read here and there: they stay in memory, compressed, until this is
/// given up.
final class CompressedFiles {
    /// Of one frame or one archive member; a header may claim any.
    private static final long MAX_BYTES = 1 << 30;

    private static final int FIRST_PART = 1 << 20;

    private final Archives archives;
    private final Map<DicomFile, Fragments> members = new HashMap<>();
    private final Map<DicomFile, FragmentTable> tables = new HashMap<>();

    CompressedFiles(Archives archives) {
        this.archives = archives;
    }

    /// The codestream of one frame; its bytes are shared, or lie in `room`.
    ByteBuffer frame(SliceSource slice, Packing.Encapsulated packing, FrameRoom room)
            throws IOException {
        DicomFile file = slice.file();
        int frame = slice.frame() - 1;
        try {
            return packing.frames() == 1
                    ? whole(file, packing, room).frame(frame)
                    : file.isArchived()
                            ? member(file, packing).frame(frame)
                            : part(file, packing, frame, room);
        } catch (BrokenPictureException e) {
            throw new DicomReadException(Undecoded.reason(e.reason(), e.clause()), e);
        }
    }

    private synchronized Fragments member(DicomFile file, Packing.Encapsulated packing)
            throws IOException, BrokenPictureException {
        Fragments known = members.get(file);
        if (known == null) {
            known = whole(file, packing, new FrameRoom());
            members.put(file, known);
        }
        return known;
    }

    private Fragments whole(DicomFile file, Packing.Encapsulated packing, FrameRoom room)
            throws IOException, BrokenPictureException {
        try (ByteSource source = archives.openForward(file)) {
            long[] offsets = offsets(source, packing);
            ByteBuffer items = read(source, packing.value(), source.size() - packing.value(), room);
            return Fragments.read(items, packing.frames(), offsets);
        }
    }

    private ByteBuffer part(DicomFile file, Packing.Encapsulated packing, int frame, FrameRoom room)
            throws IOException, BrokenPictureException {
        try (ByteSource source = archives.openForward(file)) {
            List<FragmentTable.Range> ranges = table(file, packing, source).frame(frame);
            long total = ranges.stream().mapToLong(FragmentTable.Range::length).sum();
            requireModest(total);
            ByteBuffer joined = ByteBuffer.wrap(room.atLeast((int) total), 0, (int) total);
            for (FragmentTable.Range range : ranges) {
                joined.limit(joined.position() + range.length());
                if (!source.read(packing.value() + range.start(), joined)) {
                    throw shrunk();
                }
            }
            return joined.flip();
        }
    }

    /// Where the frames of a file lie, found out once.
    private synchronized FragmentTable table(
            DicomFile file, Packing.Encapsulated packing, ByteSource source)
            throws IOException, BrokenPictureException {
        FragmentTable known = tables.get(file);
        if (known == null) {
            known =
                    FragmentTable.read(
                            new InFile(source, packing.value()),
                            packing.frames(),
                            offsets(source, packing));
            tables.put(file, known);
        }
        return known;
    }

    private record InFile(ByteSource source, long start) implements EncapsulatedBytes<IOException> {
        @Override
        public long size() {
            return source.size() - start;
        }

        @Override
        public void read(long position, byte[] target) throws IOException {
            if (!source.read(start + position, ByteBuffer.wrap(target))) {
                throw shrunk();
            }
        }
    }

    private static long[] offsets(ByteSource source, Packing.Encapsulated packing)
            throws IOException {
        if (packing.offsets().isEmpty()) {
            return new long[0];
        }
        Span table = packing.offsets().get();
        return numbers(read(source, table.start(), table.length(), new FrameRoom()));
    }

    private static DicomReadException shrunk() {
        return new DicomReadException(
                new SkipReason.Truncated("there are fewer pixels than when it was scanned"));
    }

    private static void requireModest(long length) throws DicomReadException {
        if (length > MAX_BYTES) {
            throw new DicomReadException(
                    new SkipReason.TooLarge("%d bytes of compressed pixels".formatted(length)));
        }
    }

    /// What there is of `length` bytes; an archive member may hold fewer than it claims, so memory is taken in steps.
    private static ByteBuffer read(ByteSource source, long start, long length, FrameRoom room)
            throws IOException {
        requireModest(length);
        byte[] bytes = room.atLeast(Math.clamp(length, 0, FIRST_PART));
        int there = 0;
        while (true) {
            int end = (int) Math.min(length, bytes.length);
            ByteBuffer target = ByteBuffer.wrap(bytes, there, end - there);
            boolean whole = source.read(start + there, target);
            there = target.position();
            if (!whole || there >= length) {
                return ByteBuffer.wrap(bytes, 0, there);
            }
            bytes = room.more((int) Math.min(length, 2L * bytes.length));
        }
    }

    private static long[] numbers(ByteBuffer table) {
        long[] numbers = new long[table.remaining() / Long.BYTES];
        table.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(numbers);
        return numbers;
    }
}
