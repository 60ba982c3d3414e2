// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.overlay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.overlay.ImageOverlays.ImageOverlay;
import org.overread.viewer.dicom.overlay.ImageOverlays.LeftOut;
import org.overread.viewer.dicom.overlay.OverlayGroup.Corner;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.ElementWalker;
import org.overread.viewer.dicom.parse.OpenedFile;
import org.overread.viewer.dicom.parse.Structure;
import org.overread.viewer.dicom.parse.Structure.Span;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.pixel.PixelCells;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.work.TimeLimit;
import org.overread.viewer.work.TimeLimitExceededException;

/// Reads the overlays of one slice when it is shown. Bits lie in elements of their own, or, in files of old, in those
/// bits of the pixels that are no part of the numbers (retired, PS3.5-2004 8.1.2). What makes no sense is left out, and
/// noted.
public final class OverlayFile {
    /// On a slow share a header takes some hundred milliseconds.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Corner FIRST_PIXEL = new Corner(0, 0);

    private final SliceSource slice;
    private final Archives archives;
    private final OpenedFile opened;
    private final Structure structure;
    private final Attributes header;
    private final List<ImageOverlay> all = new ArrayList<>();
    private final Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);
    private int @Nullable [] cells;

    private OverlayFile(SliceSource slice, Archives archives, OpenedFile opened)
            throws IOException {
        this.slice = slice;
        this.archives = archives;
        this.opened = opened;
        structure = ElementWalker.walk(opened);
        header = Attributes.read(opened, structure);
    }

    /// Blocks: costs a look at the header, and the pixels where bits lie in them.
    public static ImageOverlays read(SliceSource slice) throws IOException {
        if (!slice.overlaid()) {
            return ImageOverlays.NONE;
        }
        try {
            return TimeLimit.<ImageOverlays, IOException>within(LONGEST, () -> readFile(slice));
        } catch (TimeLimitExceededException e) {
            throw new DicomReadException(new SkipReason.TooSlow(e.limit()), e);
        }
    }

    private static ImageOverlays readFile(SliceSource slice) throws IOException {
        try (var archives = new Archives();
                var opened = OpenedFile.of(archives.open(slice.file(), OpenedFile.MAX_INFLATED))) {
            return new OverlayFile(slice, archives, opened).read();
        }
    }

    private ImageOverlays read() throws IOException {
        for (int n = 0; n < OverlayGroup.COUNT; n++) {
            var group = new OverlayGroup(header, n);
            if (group.isThere()) {
                read(group);
            }
        }
        return new ImageOverlays(all, leftOut);
    }

    private void read(OverlayGroup group) throws IOException {
        Optional<Corner> corner = group.corner();
        OptionalInt frames = group.frames();
        int frame = frames.isEmpty() ? 0 : slice.frame() - group.firstFrame();
        if (!group.hasSize()) {
            leftOut.add(LeftOut.NO_SIZE);
        } else if (corner.isEmpty()) {
            leftOut.add(LeftOut.NO_PLACE);
        } else if (isTile()) {
            leftOut.add(LeftOut.TILED);
        } else if (isBeside(group, corner.get())) {
            leftOut.add(LeftOut.OUTSIDE);
        } else if (group.firstFrame() < 1 || frames.orElse(1) < 1) {
            leftOut.add(LeftOut.NO_FRAMES);
        } else if (frame >= 0 && frame < frames.orElse(1)) {
            bits(group, corner.get(), frame)
                    .map(bits -> group.plane(corner.get(), bits))
                    .flatMap(plane -> plane.within(columns(), rows()))
                    .ifPresent(
                            plane ->
                                    all.add(new ImageOverlay(group.number(), group.name(), plane)));
        }
    }

    private int columns() {
        return slice.layout().columns();
    }

    private int rows() {
        return slice.layout().rows();
    }

    private boolean isTile() {
        return header.whole(TagNumbers.COLUMNS).orElse(0) != columns()
                || header.whole(TagNumbers.ROWS).orElse(0) != rows();
    }

    private boolean isBeside(OverlayGroup group, Corner at) {
        return at.left() >= columns()
                || at.top() >= rows()
                || at.left() + group.columns() <= 0
                || at.top() + group.rows() <= 0;
    }

    private Optional<BitSet> bits(OverlayGroup group, Corner at, int frame) throws IOException {
        int tag = group.dataTag();
        long first = (long) frame * group.columns() * group.rows();
        int count = group.columns() * group.rows();
        Optional<Span> apart = structure.leftOut(tag);
        if (apart.isPresent()) {
            return ofPart(apart.get(), first, count);
        }
        if (header.hasAny(tag, tag)) {
            byte[] data = group.data();
            return enough(BitSet.valueOf(data), data.length, first, count);
        }
        return inPixels(group, at, count);
    }

    /// Frames follow one another without a gap, so that one may begin within a byte.
    private Optional<BitSet> enough(BitSet bits, long bytes, long first, int count) {
        if (bytes * 8 < first + count) {
            leftOut.add(LeftOut.TOO_SHORT);
            return Optional.empty();
        }
        return Optional.of(bits.get((int) first, (int) first + count));
    }

    /// Of what is large the bytes of the frame alone.
    private Optional<BitSet> ofPart(Span data, long first, int count) throws IOException {
        long from = first / 16 * 2; // a whole word, whose bytes may have to change places
        long to = Math.min(data.length(), (first + count + 15) / 16 * 2);
        byte[] bytes = new byte[(int) Math.max(0, to - from)];
        if (!opened.source().read(data.start() + from, ByteBuffer.wrap(bytes))) {
            leftOut.add(LeftOut.TOO_SHORT);
            return Optional.empty();
        }
        if (opened.start().encoding().isBigEndian()) {
            for (int n = 0; n + 1 < bytes.length; n += 2) {
                byte low = bytes[n + 1];
                bytes[n + 1] = bytes[n];
                bytes[n] = low;
            }
        }
        return enough(BitSet.valueOf(bytes), bytes.length, first - from * 8, count);
    }

    private Optional<BitSet> inPixels(OverlayGroup group, Corner at, int count) throws IOException {
        int cell = slice.layout().bitsAllocated();
        int position = group.bitPosition();
        int highest = slice.layout().highBit();
        boolean inNumber = position <= highest && position > highest - slice.layout().bitsStored();
        boolean whole =
                group.columns() == columns() && group.rows() == rows() && at.equals(FIRST_PIXEL);
        if (group.bitsAllocated() == 1) {
            leftOut.add(LeftOut.NO_BITS);
        } else if (group.bitsAllocated() != cell
                || position < 0
                || position >= cell
                || inNumber
                || !whole) {
            leftOut.add(LeftOut.IN_NUMBERS);
        } else if (!PixelCells.areKept(slice)) {
            leftOut.add(LeftOut.COMPRESSED);
        } else {
            return Optional.of(bits(cells(), position, count));
        }
        return Optional.empty();
    }

    private int[] cells() throws IOException {
        int[] known = cells;
        if (known == null) {
            known = PixelCells.read(slice, archives);
            cells = known;
        }
        return known;
    }

    private static BitSet bits(int[] cells, int position, int count) {
        var bits = new BitSet(count);
        for (int n = 0; n < count; n++) {
            if ((cells[n] >>> position & 1) != 0) {
                bits.set(n);
            }
        }
        return bits;
    }
}
