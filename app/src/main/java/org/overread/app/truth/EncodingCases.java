// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.overread.app.truth.TruthCase.NotHereException;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.viewer.volume.GeometryVerdict.Kind;

/// The same slices, written and compressed in other ways.
final class EncodingCases {
    private static final String PLAIN = "Deflated, big endian, implicit private VR";
    private static final String FRAGMENTS = "Frame over several fragments";

    private EncodingCases() {}

    static List<TruthCase> all() {
        return List.of(
                compressed("JPEG-LS", "lossless, signed", Encoder.JPEG_LS, signed()),
                compressed("J2K / HTJ2K", "J2K lossless", Encoder.JPEG_2000, Coding.USUAL),
                compressed("J2K / HTJ2K", "J2K lossless, signed", Encoder.JPEG_2000, signed()),
                TruthCase.opened("J2K / HTJ2K", "HTJ2K lossless", EncodingCases::highThroughput),
                TruthCase.opened(
                        "Signed/unsigned, BitsStored, sign mismatch",
                        "J2K unsigned, header signed",
                        EncodingCases::signMismatch),
                TruthCase.opened("RLE", "12 of 16 bits", EncodingCases::rle),
                compressed("JPEG lossless", "first order", Encoder.JPEG_LOSSLESS, Coding.USUAL),
                TruthCase.opened(FRAGMENTS, "three, without offsets", EncodingCases::fragmented),
                plain("implicit, private elements", Syntax.IMPLICIT),
                plain("big endian", Syntax.BIG),
                plain("deflated", Syntax.DEFLATED),
                plain("unknown sequence", Syntax.EXPLICIT));
    }

    private static Coding signed() {
        return new Coding(1, 0, 12, 11, true);
    }

    private static Truth write(
            Path folder, Coding coding, Syntax syntax, UnaryOperator<DataSet> change)
            throws IOException {
        for (BeadSlice slice : ValueCases.stack()) {
            Files.write(
                    folder.resolve("i%03d.dcm".formatted(slice.number())),
                    change.apply(Ct.image(slice, coding)).file(syntax));
        }
        return Truth.of(Part.of(ValueCases.stack(), Kind.REGULAR));
    }

    private static TruthCase compressed(String row, String name, Encoder encoder, Coding coding) {
        return TruthCase.opened(
                row,
                name,
                folder -> {
                    Truth truth = write(folder, coding, Syntax.EXPLICIT, image -> image);
                    encoder.encode(folder);
                    return truth;
                });
    }

    private static Truth highThroughput(Path folder)
            throws IOException, InterruptedException, NotHereException {
        for (BeadSlice slice : ValueCases.stack()) {
            int[] cells = Coding.USUAL.cells(slice.values());
            byte[] frame = Encoder.highThroughput(cells, BeadSlice.COLUMNS, folder);
            DataSet image = Ct.image(slice, Coding.USUAL).fragments(frame);
            Files.write(
                    folder.resolve("i%03d.dcm".formatted(slice.number())),
                    image.file(Syntax.HTJ2K));
        }
        return Truth.of(Part.of(ValueCases.stack(), Kind.REGULAR));
    }

    /// Patterns of signed numbers, compressed as if they were unsigned; then the header tells the truth.
    private static Truth signMismatch(Path folder)
            throws IOException, InterruptedException, NotHereException {
        Truth truth =
                write(
                        folder,
                        new Coding(1, 0, 16, 15, true),
                        Syntax.EXPLICIT,
                        image -> image.us(0x0028_0103, 0));
        Encoder.JPEG_2000.encode(folder);
        byte[] unsigned = {0x28, 0, 3, 1, 'U', 'S', 2, 0, 0, 0};
        for (Path file : filesOf(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[find(bytes, unsigned) + 8] = 1;
            Files.write(file, bytes);
        }
        return truth;
    }

    /// The second fragment begins in the middle of a code.
    private static Truth fragmented(Path folder)
            throws IOException, InterruptedException, NotHereException {
        Truth truth = write(folder, Coding.USUAL, Syntax.EXPLICIT, image -> image);
        Encoder.JPEG_LOSSLESS.encode(folder);
        byte[] item = {(byte) 0xfe, (byte) 0xff, 0, (byte) 0xe0};
        byte[] pixels = {(byte) 0xe0, 0x7f, 0x10, 0, 'O', 'B', 0, 0, -1, -1, -1, -1};
        for (Path file : filesOf(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            int start = find(bytes, pixels) + pixels.length;
            int table = number(bytes, start + 4);
            int frame = start + 8 + table;
            int length = number(bytes, frame + 4);
            var out = new ByteArrayOutputStream();
            out.write(bytes, 0, start);
            out.writeBytes(item);
            out.writeBytes(new byte[4]); // no offsets
            int from = 0;
            for (int to : new int[] {length / 3 / 2 * 2, length / 2 / 2 * 2 + 2, length}) {
                out.writeBytes(item);
                int part = to - from;
                out.writeBytes(
                        new byte[] {(byte) part, (byte) (part >> 8), (byte) (part >> 16), 0});
                out.write(bytes, frame + 8 + from, part);
                from = to;
            }
            int end = frame + 8 + length;
            out.write(bytes, end, bytes.length - end);
            Files.write(file, out.toByteArray());
        }
        return truth;
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | bytes[at + 3] << 24;
    }

    private static int find(byte[] bytes, byte[] part) throws NotHereException {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new NotHereException("the encoder wrote something else than was expected");
    }

    /// Two planes, the upper bytes first, in replicated runs and in literal ones.
    private static Truth rle(Path folder) throws IOException {
        for (BeadSlice slice : ValueCases.stack()) {
            int[] cells = Coding.USUAL.cells(slice.values());
            byte[] high = packed(cells, 8, 0x0f);
            byte[] low = packed(cells, 0, 0xff);
            var out = new ByteArrayOutputStream();
            int[] header = new int[16];
            header[0] = 2;
            header[1] = 64;
            header[2] = 64 + high.length;
            for (int number : header) {
                out.writeBytes(
                        new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), 0});
            }
            out.writeBytes(high);
            out.writeBytes(low);
            DataSet image = Ct.image(slice, Coding.USUAL).fragments(out.toByteArray());
            Files.write(
                    folder.resolve("i%03d.dcm".formatted(slice.number())), image.file(Syntax.RLE));
        }
        return Truth.of(Part.of(ValueCases.stack(), Kind.REGULAR));
    }

    private static byte[] packed(int[] cells, int shift, int mask) {
        var out = new ByteArrayOutputStream();
        for (int at = 0; at < cells.length; ) {
            int run = 1;
            while (run < 128 && at + run < cells.length && cells[at + run] == cells[at]) {
                run++;
            }
            if (run > 2) {
                out.write(1 - run);
                out.write((cells[at] >> shift) & mask);
            } else {
                out.write(run - 1);
                for (int n = 0; n < run; n++) {
                    out.write((cells[at + n] >> shift) & mask);
                }
            }
            at += run;
        }
        if (out.size() % 2 == 1) {
            out.write(0);
        }
        return out.toByteArray();
    }

    private static TruthCase plain(String name, Syntax syntax) {
        return TruthCase.opened(
                PLAIN,
                name,
                folder ->
                        write(
                                folder,
                                Coding.USUAL,
                                syntax,
                                image ->
                                        image.text(0x0029_0010, "LO", "TRUTH SET")
                                                .items(
                                                        0x0029_1001,
                                                        new DataSet()
                                                                .us(0x0028_0010, 7)
                                                                .text(0x0028_1053, "DS", "77"))
                                                .bytes(
                                                        0x0029_1002,
                                                        "UN",
                                                        new byte[] {1, 2, 3, 4})));
    }
}
