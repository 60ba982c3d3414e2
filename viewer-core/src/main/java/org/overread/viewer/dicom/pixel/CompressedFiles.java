// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.overread.viewer.codec.Fragments;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.Structure.Span;

/// The compressed bytes of frames; the decoders of one volume share it. Files with several frames are read once and stay
/// in memory, compressed, until this is given up.
final class CompressedFiles {
    /// Of one file; a header may claim any.
    private static final long MAX_BYTES = 1 << 30;

    private static final int FIRST_PART = 1 << 20;

    private final Archives archives;
    private final Map<DicomFile, Fragments> several = new HashMap<>();

    CompressedFiles(Archives archives) {
        this.archives = archives;
    }

    /// The codestream of one frame; its bytes are shared.
    ByteBuffer frame(SliceSource slice, Packing.Encapsulated packing) throws IOException {
        Fragments fragments =
                packing.frames() == 1 ? read(slice.file(), packing) : shared(slice.file(), packing);
        return fragments.frame(slice.frame() - 1);
    }

    private synchronized Fragments shared(DicomFile file, Packing.Encapsulated packing)
            throws IOException {
        Fragments known = several.get(file);
        if (known == null) {
            known = read(file, packing);
            several.put(file, known);
        }
        return known;
    }

    private Fragments read(DicomFile file, Packing.Encapsulated packing) throws IOException {
        try (ByteSource source = archives.openForward(file)) {
            long[] offsets = new long[0];
            if (packing.offsets().isPresent()) {
                Span table = packing.offsets().get();
                offsets = numbers(read(source, table.start(), table.length()));
            }
            ByteBuffer items = read(source, packing.value(), source.size() - packing.value());
            return Fragments.read(items, packing.frames(), offsets);
        } catch (BrokenPictureException e) {
            throw new DicomReadException(Undecoded.reason(e.reason(), e.clause()), e);
        }
    }

    /// What there is of `length` bytes; an archive member may hold fewer than it claims, so memory is taken in steps.
    private static ByteBuffer read(ByteSource source, long start, long length) throws IOException {
        if (length > MAX_BYTES) {
            throw new DicomReadException(
                    new SkipReason.TooLarge("%d bytes of compressed pixels".formatted(length)));
        }
        byte[] bytes = new byte[Math.clamp(length, 0, FIRST_PART)];
        int there = 0;
        while (true) {
            ByteBuffer target = ByteBuffer.wrap(bytes, there, bytes.length - there);
            boolean whole = source.read(start + there, target);
            there = target.position();
            if (!whole || there >= length) {
                return ByteBuffer.wrap(bytes, 0, there);
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * bytes.length));
        }
    }

    private static long[] numbers(ByteBuffer table) {
        long[] numbers = new long[table.remaining() / Long.BYTES];
        table.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(numbers);
        return numbers;
    }
}
