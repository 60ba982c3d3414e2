// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nrrd;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.overread.viewer.formats.file.PackedStream;
import org.overread.viewer.formats.file.StagedFiles;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.volume.GridSize;

/// Writes label maps as NRRD (version 5, LPS) with the key/value fields by which 3D Slicer names segments.
///
/// NRRD knows one step from slice to slice: uneven stacks are refused, not resampled. Blocks on the disk; the file is
/// there whole or not at all. Volumes go through [ImageFiles].
public final class NrrdWriter {
    private static final String ANATOMY = "SCT^123037004^Anatomical Structure";
    private static final String ALTERED = "SCT^49755003^Morphologically Altered Structure";

    /// Lesion, mass, nodule, neoplasm, cyst, hematoma and edema: what DICOM's list of categories calls altered.
    private static final Set<String> ALTERATIONS =
            Set.of(
                    "52988006",
                    "4147007",
                    "27925004",
                    "108369006",
                    "441457006",
                    "35566002",
                    "79654002");

    private NrrdWriter() {}

    /// How the values are stored.
    public enum Encoding {
        RAW("raw"),
        GZIP("gzip");

        private final String word;

        Encoding(String word) {
            this.word = word;
        }
    }

    public static void write(LabelMap map, Encoding encoding, Path file) throws IOException {
        String header = header(map, encoding);
        try (StagedFiles files = new StagedFiles()) {
            OutputStream out = Channels.newOutputStream(files.create(file));
            out.write(header.getBytes(StandardCharsets.UTF_8));
            switch (encoding) {
                case RAW -> writeSlices(map, out);
                case GZIP -> {
                    PackedStream packed =
                            new PackedStream(
                                    out,
                                    PackedStream.Wrapper.GZIP,
                                    PackedStream.LABEL_LEVEL,
                                    Runnable::run);
                    writeSlices(map, packed);
                    packed.finish();
                }
            }
            files.publish();
        }
    }

    private static void writeSlices(LabelMap map, OutputStream out) throws IOException {
        GridSize size = map.geometry().size();
        for (int k = 0; k < size.k(); k++) {
            byte[] slice = map.slices().slice(k);
            if (slice.length != size.i() * size.j()) {
                throw new IllegalArgumentException(
                        "slice %d has %d values for %s".formatted(k, slice.length, size));
            }
            out.write(slice);
        }
    }

    private static String header(LabelMap map, Encoding encoding) {
        GridSize size = map.geometry().size();
        GridFrame frame =
                GridFrame.of(map.geometry())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "NRRD cannot say slices of uneven distance"));
        List<String> segments = new ArrayList<>();
        for (int n = 0; n < map.labels().size(); n++) {
            LabelMap.Label label = map.labels().get(n);
            String key = "Segment" + n;
            segments.add("%s_ID:=Segment_%d".formatted(key, label.value()));
            segments.add("%s_Name:=%s".formatted(key, escaped(label.name())));
            label.look().ifPresent(look -> segments.add(key + "_Color:=" + color(look)));
            segments.add("%s_LabelValue:=%d".formatted(key, label.value()));
            segments.add("%s_Layer:=0".formatted(key));
            segments.add(
                    "%s_Extent:=0 %d 0 %d 0 %d"
                            .formatted(key, size.i() - 1, size.j() - 1, size.k() - 1));
            label.term().ifPresent(term -> segments.add(key + "_Tags:=" + tags(term)));
        }
        return new NrrdText(StoredType.UINT8, size, frame, encoding.word, segments, "").header();
    }

    /// Red, green and blue as fractions.
    private static String color(LabelMap.Look look) {
        return String.format(
                Locale.ROOT,
                "%.6f %.6f %.6f",
                (look.rgb() >> 16 & 0xFF) / 255.0,
                (look.rgb() >> 8 & 0xFF) / 255.0,
                (look.rgb() & 0xFF) / 255.0);
    }

    /// Slicer's words: list, category, type and its modifier, and an anatomic region, each a code between carets.
    private static String tags(LabelMap.Term term) {
        return "TerminologyEntry:Segmentation category and type - DICOM master list~"
                + (term.scheme().equals("SCT") && ALTERATIONS.contains(term.value())
                        ? ALTERED
                        : ANATOMY)
                + "~%s^%s^%s"
                        .formatted(code(term.scheme()), code(term.value()), code(term.meaning()))
                + "~^^~Anatomic codes - DICOM master list~^^~^^|";
    }

    /// Without the signs that part codes.
    private static String code(String value) {
        return escaped(value.replaceAll("[~^|]", " "));
    }

    /// Key/value text keeps to one line: the format escapes line feeds and backslashes.
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
