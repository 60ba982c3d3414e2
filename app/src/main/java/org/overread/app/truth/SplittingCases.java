// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.viewer.volume.GeometryVerdict.Kind;
import org.overread.viewer.volume.PatientVector;

/// Series that are more than one volume, and some that only look so.
final class SplittingCases {
    private static final PatientVector STEP = new PatientVector(0, 0, 2.5);
    private static final String ROW = "Multi-echo / multi-phase / DWI";
    private static final int COUNT = 6;

    private SplittingCases() {}

    static List<TruthCase> all() {
        return List.of(
                rounds("Duplicate positions", "without a reason", 2, (_, _) -> {}),
                TruthCase.opened(
                        "Duplicate positions", "two slices twice", SplittingCases::repeated),
                TruthCase.opened(
                        "Mixed frames of reference", "two", SplittingCases::framesOfReference),
                TruthCase.opened(ROW, "last phase incomplete", SplittingCases::incomplete),
                TruthCase.opened(
                        "Localizer inside series", "coronal and axial", SplittingCases::localizers),
                TruthCase.opened(
                        "Mixed orientations", "scout in three planes", SplittingCases::scout),
                TruthCase.opened("Mixed orientations", "radial", SplittingCases::radial),
                TruthCase.opened(
                        "Acquisition number varies inside one volume",
                        "every second slice",
                        SplittingCases::acquisitions),
                rounds(ROW, "echoes", 3, (image, n) -> image.text(0x0018_0081, "DS", "4." + n)),
                rounds(
                        ROW,
                        "phases by index",
                        3,
                        (image, n) -> image.text(0x0020_0100, "IS", "" + (n + 1))),
                rounds(
                        ROW,
                        "phases by trigger time",
                        3,
                        (image, n) -> image.text(0x0018_1060, "DS", "" + 40 * n)),
                rounds(ROW, "b-values and directions", 4, SplittingCases::diffusion));
    }

    private static void diffusion(DataSet image, int n) {
        image.text(0x2001_0010, "LO", "Philips Imaging DD 001");
        image.bytes(0x2001_1003, "FL", floats(n == 0 ? 0 : 1000));
        if (n > 0) {
            image.items(
                    0x0018_9076,
                    new DataSet()
                            .bytes(
                                    0x0018_9089,
                                    "FD",
                                    doubles(n == 1 ? 1 : 0, n == 2 ? 1 : 0, n == 3 ? 1 : 0)));
        }
    }

    private static byte[] floats(float value) {
        return java.nio.ByteBuffer.allocate(4)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putFloat(value)
                .array();
    }

    private static byte[] doubles(double... values) {
        var bytes =
                java.nio.ByteBuffer.allocate(8 * values.length)
                        .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }

    /// The same places several times over, with other beads each time.
    private static TruthCase rounds(
            String row, String name, int rounds, BiConsumer<DataSet, Integer> mark) {
        return TruthCase.opened(
                row,
                name,
                folder -> {
                    var parts = new ArrayList<Part>();
                    for (int n = 0; n < rounds; n++) {
                        var slices = BeadSlice.axial(COUNT * n, COUNT, GeometryCases.ORIGIN, STEP);
                        int round = n;
                        write(folder, slices, (image, _) -> mark.accept(image, round));
                        parts.add(Part.of(slices, Kind.REGULAR));
                    }
                    return Truth.of(parts.toArray(Part[]::new));
                });
    }

    /// Taken again after the whole was done.
    private static Truth repeated(Path folder) throws IOException {
        var slices = BeadSlice.axial(0, 2 * COUNT, GeometryCases.ORIGIN, STEP);
        var again = BeadSlice.axial(2 * COUNT, 2, GeometryCases.ORIGIN.plus(STEP.times(4)), STEP);
        write(folder, slices, (_, _) -> {});
        write(folder, again, (_, _) -> {});
        return Truth.of(Part.of(slices, Kind.REGULAR), Part.of(again, Kind.REGULAR));
    }

    private static Truth framesOfReference(Path folder) throws IOException {
        var slices = BeadSlice.axial(0, COUNT, GeometryCases.ORIGIN, STEP);
        var above = GeometryCases.ORIGIN.plus(STEP.times(COUNT));
        var others = BeadSlice.axial(COUNT, COUNT, above, STEP);
        write(folder, slices, (_, _) -> {});
        write(folder, others, (image, _) -> image.text(0x0020_0052, "UI", "2.25.9999"));
        return Truth.of(Part.of(slices, Kind.REGULAR), Part.of(others, Kind.REGULAR));
    }

    private static Truth incomplete(Path folder) throws IOException {
        var first = BeadSlice.axial(0, COUNT, GeometryCases.ORIGIN, STEP);
        var second = BeadSlice.axial(COUNT, COUNT - 2, GeometryCases.ORIGIN, STEP);
        write(folder, first, (image, _) -> image.text(0x0020_0100, "IS", "1"));
        write(folder, second, (image, _) -> image.text(0x0020_0100, "IS", "2"));
        return Truth.of(Part.of(first, Kind.REGULAR), Part.of(second, Kind.REGULAR));
    }

    private static void write(
            Path folder, List<BeadSlice> slices, BiConsumer<DataSet, Integer> mark)
            throws IOException {
        for (BeadSlice slice : slices) {
            DataSet image = Ct.image(slice, Coding.USUAL);
            mark.accept(image, slice.number());
            GeometryCases.write(folder, slice.number(), image);
        }
    }

    private static Truth localizers(Path folder) throws IOException {
        var slices = BeadSlice.axial(0, 2 * COUNT, GeometryCases.ORIGIN, STEP);
        write(folder, slices, (_, _) -> {});
        var coronal =
                new BeadSlice(
                        20,
                        GeometryCases.ORIGIN,
                        new PatientVector(1, 0, 0),
                        new PatientVector(0, 0, -1));
        var axial = BeadSlice.axial(21, GeometryCases.ORIGIN.plus(STEP.times(3.5)));
        for (BeadSlice alone : List.of(coronal, axial)) {
            GeometryCases.write(
                    folder,
                    alone.number(),
                    Ct.image(alone, Coding.USUAL)
                            .text(Ct.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER"));
        }
        return Truth.of(
                Part.of(slices, Kind.REGULAR),
                Part.of(List.of(coronal), Kind.REGULAR),
                Part.of(List.of(axial), Kind.REGULAR));
    }

    private static Truth scout(Path folder) throws IOException {
        var x = new PatientVector(1, 0, 0);
        var y = new PatientVector(0, 1, 0);
        var down = new PatientVector(0, 0, -1);
        var parts = new ArrayList<Part>();
        int number = 0;
        for (List<PatientVector> plane :
                List.of(List.of(x, y), List.of(y, down), List.of(x, down))) {
            PatientVector normal = plane.get(0).cross(plane.get(1));
            var slices = new ArrayList<BeadSlice>();
            for (int n = 0; n < 3; n++) {
                var slice =
                        new BeadSlice(
                                number++,
                                GeometryCases.ORIGIN.plus(normal.times(9.0 * n)),
                                plane.get(0),
                                plane.get(1));
                slices.add(slice);
                GeometryCases.write(folder, slice.number(), Ct.image(slice, Coding.USUAL));
            }
            parts.add(Part.of(slices, Kind.REGULAR));
        }
        return Truth.of(parts.toArray(Part[]::new));
    }

    /// Slices that turn around one axis, 15 degrees each.
    private static Truth radial(Path folder) throws IOException {
        var parts = new ArrayList<Part>();
        for (int n = 0; n < 12; n++) {
            double angle = Math.toRadians(15.0 * n);
            var row = new PatientVector(Math.cos(angle), Math.sin(angle), 0);
            var column = new PatientVector(0, 0, -1);
            var slice = new BeadSlice(n, GeometryCases.ORIGIN.plus(row.times(-18.8)), row, column);
            GeometryCases.write(folder, n, Ct.image(slice, Coding.USUAL));
            parts.add(Part.of(List.of(slice), Kind.REGULAR));
        }
        return Truth.of(parts.toArray(Part[]::new));
    }

    private static Truth acquisitions(Path folder) throws IOException {
        var slices = BeadSlice.axial(0, 2 * COUNT, GeometryCases.ORIGIN, STEP);
        write(folder, slices, (image, n) -> image.text(0x0020_0012, "IS", "" + n % 2));
        return Truth.of(Part.of(slices, Kind.REGULAR));
    }
}
