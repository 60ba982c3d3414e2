// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.viewer.volume.GeometryVerdict.Kind;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Many slices in one file: with their places, without them, by one distance, or as tiles of one picture.
final class MultiFrameCases {
    private static final PatientVector STEP = new PatientVector(0, 0, 2.5);
    private static final int COUNT = 12;
    private static final int SHARED = 0x5200_9229;
    private static final int PER_FRAME = 0x5200_9230;

    private MultiFrameCases() {}

    static List<TruthCase> all() {
        return List.of(
                TruthCase.opened("Enhanced multi-frame", "one file", folder -> enhanced(folder, 1)),
                TruthCase.opened(
                        "Enhanced multi-frame", "three files", folder -> enhanced(folder, 3)),
                TruthCase.opened(
                        "Enhanced multi-frame", "two echoes in turn", MultiFrameCases::echoes),
                TruthCase.opened(
                        "Multi-frame with no positions",
                        "secondary capture",
                        MultiFrameCases::unplaced),
                nuclear("negative", -2.5),
                nuclear("positive", 2.5),
                TruthCase.opened(
                        "Negative SpacingBetweenSlices (NM)",
                        "CT, where positions hold",
                        MultiFrameCases::negativeBesidePositions),
                TruthCase.opened("Mosaic", "Siemens, ascending", folder -> mosaic(folder, 1)),
                TruthCase.opened("Mosaic", "Siemens, descending", folder -> mosaic(folder, -1)));
    }

    private static int[] cells(List<BeadSlice> slices, List<Coding> codings) {
        return IntStream.range(0, slices.size())
                .boxed()
                .flatMapToInt(n -> Arrays.stream(codings.get(n).cells(slices.get(n).values())))
                .toArray();
    }

    private static DataSet frames(List<BeadSlice> slices, List<Coding> codings) {
        return Ct.header(slices.getFirst().number(), Coding.USUAL)
                .text(Ct.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.2.1")
                .text(Ct.FRAMES, "IS", "" + slices.size())
                .items(SHARED, shared(slices.getFirst()))
                .shorts(DataSet.PIXELS, "OW", cells(slices, codings));
    }

    private static DataSet shared(BeadSlice first) {
        var measures = new DataSet();
        Ct.measure(measures);
        var orientation = new DataSet();
        Ct.turn(orientation, first);
        return new DataSet().items(0x0028_9110, measures).items(0x0020_9116, orientation);
    }

    private static DataSet item(BeadSlice slice, Coding coding) {
        var position = new DataSet();
        Ct.place(position, slice.origin());
        var values = new DataSet();
        Ct.rescale(values, coding);
        return new DataSet().items(0x0020_9113, position).items(0x0028_9145, values);
    }

    /// Frames lie in no order, and each has a rescale of its own.
    private static Truth enhanced(Path folder, int files) throws IOException {
        var slices = BeadSlice.axial(0, COUNT, GeometryCases.ORIGIN, STEP);
        for (int file = 0; file < files; file++) {
            int own = file;
            List<BeadSlice> some =
                    IntStream.range(0, COUNT)
                            .map(n -> 5 * n % COUNT)
                            .filter(n -> n % files == own)
                            .mapToObj(slices::get)
                            .toList();
            List<Coding> codings =
                    some.stream()
                            .map(s -> Coding.USUAL.withSlope(s.number() % 2 == 0 ? 1 : 2))
                            .toList();
            DataSet image =
                    frames(some, codings)
                            .items(
                                    PER_FRAME,
                                    IntStream.range(0, some.size())
                                            .mapToObj(n -> item(some.get(n), codings.get(n)))
                                            .toArray(DataSet[]::new));
            GeometryCases.write(folder, file, image);
        }
        return Truth.of(Part.of(slices, Kind.REGULAR));
    }

    private static Truth echoes(Path folder) throws IOException {
        var first = BeadSlice.axial(0, COUNT / 2, GeometryCases.ORIGIN, STEP);
        var second = BeadSlice.axial(COUNT / 2, COUNT / 2, GeometryCases.ORIGIN, STEP);
        List<BeadSlice> inTurn =
                IntStream.range(0, COUNT)
                        .mapToObj(n -> (n % 2 == 0 ? first : second).get(n / 2))
                        .toList();
        List<Coding> codings = inTurn.stream().map(_ -> Coding.USUAL).toList();
        DataSet[] items =
                IntStream.range(0, COUNT)
                        .mapToObj(
                                n ->
                                        item(inTurn.get(n), Coding.USUAL)
                                                .items(
                                                        0x0018_9114,
                                                        new DataSet()
                                                                .bytes(
                                                                        0x0018_9082,
                                                                        "FD",
                                                                        twice(n % 2 == 0 ? 5 : 9))))
                        .toArray(DataSet[]::new);
        DataSet image =
                frames(inTurn, codings)
                        .text(Ct.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.4.1")
                        .text(Ct.MODALITY, "CS", "MR")
                        .items(PER_FRAME, items);
        GeometryCases.write(folder, 0, image);
        return Truth.of(Part.of(first, Kind.REGULAR), Part.of(second, Kind.REGULAR));
    }

    private static byte[] twice(double value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
    }

    private static Truth unplaced(Path folder) throws IOException {
        var slices = BeadSlice.axial(0, COUNT, GeometryCases.ORIGIN, STEP);
        DataSet image =
                frames(slices, slices.stream().map(_ -> Coding.USUAL).toList())
                        .text(Ct.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.7.3")
                        .text(Ct.MODALITY, "CS", "OT")
                        .without(SHARED)
                        .without(0x0020_0052);
        Ct.measure(image);
        Ct.rescale(image, Coding.USUAL);
        GeometryCases.write(folder, 0, image);
        return Truth.of(Part.onGrid(slices));
    }

    /// The detector's item places the first frame; the sign of the distance says to which side the others lie.
    private static TruthCase nuclear(String name, double distance) {
        return TruthCase.opened(
                "Negative SpacingBetweenSlices (NM)",
                name,
                folder -> {
                    var slices =
                            BeadSlice.axial(
                                    0,
                                    COUNT,
                                    GeometryCases.ORIGIN,
                                    new PatientVector(0, 0, distance));
                    var detector = new DataSet();
                    Ct.place(detector, slices.getFirst().origin());
                    Ct.turn(detector, slices.getFirst());
                    DataSet image =
                            frames(slices, slices.stream().map(_ -> Coding.USUAL).toList())
                                    .text(Ct.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.20")
                                    .text(Ct.MODALITY, "CS", "NM")
                                    .text(Ct.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\RECON TOMO")
                                    .text(0x0018_0088, "DS", Ct.numbers(distance))
                                    .without(SHARED)
                                    .items(0x0054_0022, detector);
                    Ct.measure(image);
                    Ct.rescale(image, Coding.USUAL);
                    GeometryCases.write(folder, 0, image);
                    return Truth.of(Part.of(slices, Kind.REGULAR));
                });
    }

    private static Truth negativeBesidePositions(Path folder) throws IOException {
        var slices = BeadSlice.axial(0, COUNT, GeometryCases.ORIGIN, STEP);
        for (BeadSlice slice : slices) {
            GeometryCases.write(
                    folder,
                    slice.number(),
                    Ct.image(slice, Coding.USUAL).text(0x0018_0088, "DS", "-2.5"));
        }
        return Truth.of(Part.of(slices, Kind.REGULAR));
    }

    /// Sixteen tiles, four in a row. The header's position is the corner of a picture as large as all tiles, around the
    /// same middle as one of them.
    private static Truth mosaic(Path folder, int sense) throws IOException {
        int side = 4;
        var slices = BeadSlice.axial(0, COUNT, GeometryCases.ORIGIN, STEP.times(sense));
        int[] picture = new int[side * side * BeadSlice.COLUMNS * BeadSlice.ROWS];
        int width = side * BeadSlice.COLUMNS;
        for (int n = 0; n < COUNT; n++) {
            int[] cells = Coding.USUAL.cells(slices.get(n).values());
            int start = n / side * BeadSlice.ROWS * width + n % side * BeadSlice.COLUMNS;
            for (int row = 0; row < BeadSlice.ROWS; row++) {
                System.arraycopy(
                        cells,
                        row * BeadSlice.COLUMNS,
                        picture,
                        start + row * width,
                        BeadSlice.COLUMNS);
            }
        }
        BeadSlice first = slices.getFirst();
        double left = (side - 1) * BeadSlice.COLUMNS / 2.0 * BeadSlice.COLUMN_MM;
        double up = (side - 1) * BeadSlice.ROWS / 2.0 * BeadSlice.ROW_MM;
        PatientPoint corner =
                first.origin().plus(first.row().times(-left)).plus(first.column().times(-up));
        DataSet image =
                Ct.image(new BeadSlice(0, corner, first.row(), first.column()), Coding.USUAL)
                        .text(Ct.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.4")
                        .text(Ct.MODALITY, "CS", "MR")
                        .text(Ct.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\M\\MOSAIC")
                        .text(0x0018_0088, "DS", "2.5")
                        .text(0x0019_0010, "LO", "SIEMENS MR HEADER")
                        .us(0x0019_100a, COUNT)
                        .text(0x0029_0010, "LO", "SIEMENS CSA HEADER")
                        .bytes(0x0029_1010, "OB", csa(0, 0, sense))
                        .us(0x0028_0010, side * BeadSlice.ROWS)
                        .us(0x0028_0011, side * BeadSlice.COLUMNS)
                        .shorts(DataSet.PIXELS, "OW", picture);
        GeometryCases.write(folder, 0, image);
        return Truth.of(Part.of(slices, Kind.REGULAR));
    }

    /// Siemens' private header, second version, with one entry.
    private static byte[] csa(double... normal) {
        var out = new java.io.ByteArrayOutputStream();
        try {
            out.write("SV10".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[] {4, 3, 2, 1, 1, 0, 0, 0, 77, 0, 0, 0});
            out.write(Arrays.copyOf("SliceNormalVector".getBytes(StandardCharsets.US_ASCII), 64));
            out.write(new byte[] {3, 0, 0, 0});
            out.write("FD\0\0".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[] {3, 0, 0, 0, (byte) normal.length, 0, 0, 0, 77, 0, 0, 0});
            for (double part : normal) {
                byte[] text = "%.8f".formatted(part).getBytes(StandardCharsets.US_ASCII);
                byte length = (byte) text.length;
                byte[] four = {length, 0, 0, 0};
                out.write(four);
                out.write(four);
                out.write(new byte[] {77, 0, 0, 0});
                out.write(four);
                out.write(Arrays.copyOf(text, (text.length + 3) / 4 * 4));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no such troubles
        }
        return out.toByteArray();
    }
}
