// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.overread.app.truth.TruthCase.Expected;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.viewer.volume.GeometryVerdict.Kind;
import org.overread.viewer.volume.PatientVector;

/// What numbers mean: rescales, signs, bits, colours, uptake.
final class ValueCases {
    private static final String BITS = "Signed/unsigned, BitsStored, sign mismatch";
    private static final String COLOUR = "Palette / RGB / YBR";
    private static final String PHILIPS = "Philips three scalings";
    private static final int COUNT = 10;

    private ValueCases() {}

    static List<BeadSlice> stack() {
        return BeadSlice.axial(0, COUNT, GeometryCases.ORIGIN, new PatientVector(0, 0, 2.5));
    }

    static List<TruthCase> all() {
        return List.of(
                TruthCase.opened(
                        "Rescale differs per slice", "slopes 1 and 2", folder -> slopes(folder, 1)),
                TruthCase.opened(
                        "Rescale differs per slice",
                        "slopes 0.25 and 0.5",
                        folder -> slopes(folder, 0.25)),
                TruthCase.opened(PHILIPS, "real world value map", ValueCases::realWorld),
                TruthCase.opened(PHILIPS, "private scale", ValueCases::privateScale),
                bits("signed, 12 of 16, noise above", new Coding(1, 0, 12, 11, true)),
                bits("unsigned, all 16", new Coding(0.0625, -1024, 16, 15, false)),
                bits("12 bits at the top of 16", new Coding(1, -1024, 12, 15, false)),
                bits("signed, all 16", new Coding(0.125, 500, 16, 15, true)),
                colour("RGB", ValueCases::rgb),
                colour("YBR_FULL", ValueCases::ybr),
                colour("palette", ValueCases::palette),
                uptake("corrected to the injection", "ADMIN", 80_000 / 3.7e8),
                // two half-lives from the injection to the scan
                uptake("corrected to the scan", "START", 4 * 80_000 / 3.7e8));
    }

    private static Truth slopes(Path folder, double least) throws IOException {
        for (BeadSlice slice : stack()) {
            double slope = least * (1 + slice.number() % 2);
            Coding coding = new Coding(slope, -1024, 16, 15, false);
            GeometryCases.write(folder, slice.number(), Ct.image(slice, coding));
        }
        return Truth.of(Part.of(stack(), Kind.REGULAR));
    }

    private static TruthCase bits(String name, Coding coding) {
        return TruthCase.opened(
                BITS,
                name,
                folder -> {
                    for (BeadSlice slice : stack()) {
                        GeometryCases.write(
                                folder,
                                slice.number(),
                                Ct.image(slice, coding)
                                        .shorts(
                                                DataSet.PIXELS,
                                                "OW",
                                                coding.noisyCells(slice.values())));
                    }
                    return Truth.of(Part.of(stack(), Kind.REGULAR));
                });
    }

    /// The map is to hertz: half the stored number less 700.
    private static Truth realWorld(Path folder) throws IOException {
        for (BeadSlice slice : stack()) {
            DataSet map =
                    new DataSet()
                            .items(
                                    0x0040_08ea,
                                    new DataSet()
                                            .text(0x0008_0100, "SH", "Hz")
                                            .text(0x0008_0102, "SH", "UCUM")
                                            .text(0x0008_0104, "LO", "Hertz"))
                            .us(0x0040_9216, 0)
                            .us(0x0040_9211, 4095)
                            .bytes(0x0040_9224, "FD", real(-700))
                            .bytes(0x0040_9225, "FD", real(0.5));
            GeometryCases.write(
                    folder, slice.number(), magnetic(slice, "Hz").items(0x0040_9096, map));
        }
        return Truth.of(Part.of(stack(), Kind.REGULAR).with(hu -> (hu + 1024) * 0.5 - 700, 1e-3));
    }

    private static byte[] real(double value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
    }

    /// The maker's own scale stands beside the standard's, which holds.
    private static Truth privateScale(Path folder) throws IOException {
        for (BeadSlice slice : stack()) {
            byte[] scale =
                    ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.01f).array();
            GeometryCases.write(
                    folder,
                    slice.number(),
                    magnetic(slice, "normalized")
                            .text(0x2005_0010, "LO", "Philips MR Imaging DD 001")
                            .bytes(0x2005_100d, "FL", new byte[4])
                            .bytes(0x2005_100e, "FL", scale));
        }
        return Truth.of(Part.of(stack(), Kind.REGULAR));
    }

    private static DataSet magnetic(BeadSlice slice, String type) {
        return Ct.image(slice, Coding.USUAL)
                .text(Ct.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.4")
                .text(Ct.MODALITY, "CS", "MR")
                .text(0x0008_0070, "LO", "Philips Medical Systems")
                .text(0x0028_1054, "LO", type);
    }

    /// Grey as a colour, so that every way to one number gives the same: (HU + 1256) / 16.
    private static TruthCase colour(String name, BiConsumer<DataSet, int[]> paint) {
        Coding coding = new Coding(16, -1256, 8, 7, false);
        return new TruthCase(
                COLOUR,
                name,
                Expected.OPENED_OR_REFUSED,
                folder -> {
                    for (BeadSlice slice : stack()) {
                        DataSet image =
                                Ct.image(slice, coding)
                                        .us(0x0028_0100, 8)
                                        .us(0x0028_0006, 0)
                                        .without(Ct.INTERCEPT)
                                        .without(Ct.SLOPE);
                        paint.accept(image, coding.cells(slice.values()));
                        GeometryCases.write(folder, slice.number(), image);
                    }
                    return Truth.of(
                            Part.of(stack(), Kind.REGULAR)
                                    .with(hu -> Math.round((hu + 1256) / 16), 1));
                });
    }

    private static void rgb(DataSet image, int[] grey) {
        image.us(0x0028_0002, 3).text(0x0028_0004, "CS", "RGB");
        image.bytes(DataSet.PIXELS, "OB", bytes(grey, n -> n, n -> n));
    }

    private static void ybr(DataSet image, int[] grey) {
        image.us(0x0028_0002, 3).text(0x0028_0004, "CS", "YBR_FULL");
        image.bytes(DataSet.PIXELS, "OB", bytes(grey, _ -> 128, _ -> 128));
    }

    private static void palette(DataSet image, int[] grey) {
        int[] greys = IntStream.range(0, 256).map(n -> n * 257).toArray();
        image.text(0x0028_0004, "CS", "PALETTE COLOR");
        for (int colour = 0; colour < 3; colour++) {
            image.shorts(0x0028_1101 + colour, "US", 256, 0, 16);
            image.shorts(0x0028_1201 + colour, "OW", greys);
        }
        image.bytes(DataSet.PIXELS, "OB", bytes(grey));
    }

    /// Each number, and then what the others make of it.
    private static byte[] bytes(int[] grey, IntUnaryOperator... others) {
        var out = new ByteArrayOutputStream();
        for (int number : grey) {
            out.write(number);
            for (IntUnaryOperator other : others) {
                out.write(other.applyAsInt(number));
            }
        }
        return out.toByteArray();
    }

    /// Bq/ml become uptake: times the body's weight, divided by the dose that is left.
    private static TruthCase uptake(String name, String correction, double factor) {
        return TruthCase.opened(
                "PET SUV",
                name,
                folder -> {
                    for (BeadSlice slice : stack()) {
                        Coding coding = new Coding(1 + slice.number() % 2, -1024, 12, 11, false);
                        DataSet dose =
                                new DataSet()
                                        .text(0x0018_1072, "TM", "100000")
                                        .text(0x0018_1074, "DS", "370000000")
                                        .text(0x0018_1075, "DS", "3600");
                        GeometryCases.write(
                                folder,
                                slice.number(),
                                Ct.image(slice, coding)
                                        .text(Ct.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.128")
                                        .text(Ct.MODALITY, "CS", "PT")
                                        .text(0x0008_0021, "DA", "20260101")
                                        .text(0x0008_0022, "DA", "20260101")
                                        .text(0x0008_0031, "TM", "120000")
                                        .text(0x0010_1030, "DS", "80")
                                        .text(0x0028_0051, "CS", "ATTN\\DECY")
                                        .items(0x0054_0016, dose)
                                        .text(0x0054_1001, "CS", "BQML")
                                        .text(0x0054_1102, "CS", correction));
                    }
                    return Truth.of(Part.of(stack(), Kind.REGULAR).with(v -> v * factor, 1e-5));
                });
    }
}
