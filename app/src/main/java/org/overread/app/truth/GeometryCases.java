// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.viewer.volume.GeometryVerdict.Kind;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Where slices lie: tilted, uneven, missing, turned.
final class GeometryCases {
    static final PatientPoint ORIGIN = new PatientPoint(-17.3, 11.9, -40.6);
    private static final String NON_AXIAL = "Non-axial series in MPR";
    private static final int COUNT = 10;

    private GeometryCases() {}

    static List<TruthCase> all() {
        var cases = new ArrayList<TruthCase>();
        add(cases, "Gantry tilt", "18.5 degrees", tilted(COUNT), Kind.SHEARED);
        add(
                cases,
                "Variable spacing",
                "1.1 to 7 mm",
                at(new PatientVector(0, 0, 1), 0, 1.1, 2.2, 4.7, 7.2, 9.7, 16.7, 23.7, 30.7, 33.2),
                Kind.VARIABLE);
        add(
                cases,
                "Variable spacing",
                "with gantry tilt",
                at(
                        new PatientVector(0, -0.2, 1),
                        0,
                        1.1,
                        2.2,
                        4.7,
                        7.2,
                        9.7,
                        16.7,
                        23.7,
                        30.7,
                        33.2),
                Kind.VARIABLE);
        add(
                cases,
                "Missing slice",
                "two places",
                at(new PatientVector(0, 0, 1), 0, 2.5, 5, 10, 12.5, 15, 17.5, 25, 27.5, 30),
                Kind.GAPPED);
        add(
                cases,
                NON_AXIAL,
                "sagittal",
                turned(new PatientVector(0, 1, 0), new PatientVector(0, 0, -1)),
                Kind.REGULAR);
        add(
                cases,
                NON_AXIAL,
                "coronal",
                turned(new PatientVector(1, 0, 0), new PatientVector(0, 0, -1)),
                Kind.REGULAR);
        PatientVector row = new PatientVector(0.8, 0.36, -0.48);
        PatientVector column = new PatientVector(0, 0.8, 0.6);
        add(cases, NON_AXIAL, "double oblique", turned(row, column), Kind.REGULAR);
        cases.add(
                TruthCase.opened(
                        "First file differs slightly",
                        "digits, zeros",
                        GeometryCases::writtenInMoreDigits));
        return cases;
    }

    private static void add(
            List<TruthCase> cases, String row, String name, List<BeadSlice> slices, Kind verdict) {
        cases.add(
                TruthCase.opened(
                        row,
                        name,
                        folder -> {
                            write(folder, slices);
                            return Truth.of(Part.of(slices, verdict));
                        }));
    }

    /// File names and instance numbers ascend the other way round than slices do in space.
    static void write(Path folder, List<BeadSlice> slices) throws IOException {
        for (int n = 0; n < slices.size(); n++) {
            DataSet image =
                    Ct.image(slices.get(n), Coding.USUAL)
                            .text(0x0020_0013, "IS", "" + (slices.size() - n));
            write(folder, slices.size() - n, image);
        }
    }

    static void write(Path folder, int number, DataSet image) throws IOException {
        Files.write(folder.resolve("i%03d.dcm".formatted(number)), image.file(Syntax.EXPLICIT));
    }

    private static List<BeadSlice> tilted(int count) {
        double along = Math.tan(Math.toRadians(18.5)) * 2.5;
        return BeadSlice.axial(0, count, ORIGIN, new PatientVector(0, -along, 2.5));
    }

    private static List<BeadSlice> at(PatientVector direction, double... mm) {
        return IntStream.range(0, mm.length)
                .mapToObj(n -> BeadSlice.axial(n, ORIGIN.plus(direction.times(mm[n]))))
                .toList();
    }

    private static List<BeadSlice> turned(PatientVector row, PatientVector column) {
        PatientVector step = row.cross(column).times(2.5);
        return IntStream.range(0, COUNT)
                .mapToObj(n -> new BeadSlice(n, ORIGIN.plus(step.times(n)), row, column))
                .toList();
    }

    private static Truth writtenInMoreDigits(Path folder) throws IOException {
        var slices = BeadSlice.axial(0, COUNT, ORIGIN, new PatientVector(0, 0, 2.5));
        for (int n = 0; n < COUNT; n++) {
            DataSet image = Ct.image(slices.get(n), Coding.USUAL);
            if (n == 0) {
                image.text(Ct.SPACING, "DS", "0.7000001\\0.8");
                image.text(Ct.ORIENTATION, "DS", "1.000000\\0.000000\\-0.0\\0.0\\1.00000\\1e-7");
                image.text(Ct.SLOPE, "DS", "1.0000");
            } else {
                image.text(Ct.SPACING, "DS", "0.70\\.800 ");
            }
            write(folder, n, image);
        }
        return Truth.of(Part.of(slices, Kind.REGULAR));
    }
}
