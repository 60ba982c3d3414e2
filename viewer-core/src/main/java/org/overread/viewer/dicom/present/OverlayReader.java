// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.present.PresentationState.Missing;

/// Reads the overlays that a state has itself (PS3.3 C.9.2): those that it shows, and the one that is its shutter. Those
/// that lie in the images are noted alone.
final class OverlayReader {
    private static final int GROUPS = 16;
    private static final int MOST_BITS = 1 << 22;

    private final Attributes header;
    private final Named named;
    private final Set<Missing> missing;
    private final List<Stencil> all = new ArrayList<>();

    OverlayReader(Attributes header, Named named, Set<Missing> missing) {
        this.header = header;
        this.named = named;
        this.missing = missing;
    }

    /// A shutter lies below all others.
    List<Stencil> read(LayerReader layers, int shutterRgb) {
        if (header.texts(PresentationTags.SHUTTER).contains("BITMAP")) {
            int group = header.whole(PresentationTags.SHUTTER_OVERLAY).orElse(0);
            boolean known = group >= 0x6000 && group < 0x6000 + 2 * GROUPS && group % 2 == 0;
            add(
                    known ? (group - 0x6000) / 2 : GROUPS,
                    Optional.of(shutterRgb),
                    Missing.BROKEN_SHUTTER);
        }
        for (int n = 0; n < GROUPS; n++) {
            String layer = header.text(tag(PresentationTags.OVERLAY_LAYER, n));
            if (!layer.isEmpty()) {
                add(n, layers.rgb(layer), Missing.OVERLAYS);
            }
        }
        return all;
    }

    private static int tag(int ofFirst, int n) {
        return ofFirst + (n << 17); // every other group
    }

    private void add(int n, Optional<Integer> rgb, Missing otherwise) {
        Optional<Stencil> stencil = n < GROUPS ? stencil(n, rgb) : Optional.empty();
        stencil.ifPresentOrElse(all::add, () -> missing.add(otherwise));
    }

    private Optional<Stencil> stencil(int n, Optional<Integer> rgb) {
        int columns = header.whole(tag(PresentationTags.OVERLAY_COLUMNS, n)).orElse(0);
        int rows = header.whole(tag(PresentationTags.OVERLAY_ROWS, n)).orElse(0);
        List<Double> origin = header.numbers(tag(PresentationTags.OVERLAY_ORIGIN, n));
        boolean single = header.whole(tag(PresentationTags.OVERLAY_FRAMES, n)).orElse(1) == 1;
        byte[] bytes = bytes(tag(PresentationTags.OVERLAY_BITS, n));
        boolean sane =
                columns > 0
                        && rows > 0
                        && (long) columns * rows <= MOST_BITS
                        && origin.size() == 2
                        && origin.stream().allMatch(at -> Math.abs(at) <= ShapeReader.FARTHEST);
        if (!single || !sane || bytes.length * 8L < (long) columns * rows) {
            return Optional.empty();
        }
        int top = origin.get(0).intValue() - 1; // the first pixel is 1, 1
        int left = origin.get(1).intValue() - 1;
        return Optional.of(
                new Stencil(named.images(), rgb, left, top, columns, rows, BitSet.valueOf(bytes)));
    }

    /// The lowest bit of each word, and so of each byte, is the first.
    private byte[] bytes(int tag) {
        byte[] bytes = header.bytes(tag);
        int[] words = header.words(tag);
        for (int n = 0; n < words.length; n++) { // in whichever order the file has its bytes
            bytes[2 * n] = (byte) words[n];
            bytes[2 * n + 1] = (byte) (words[n] >> 8);
        }
        return bytes;
    }
}
