// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nrrd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.header.HeaderNumbers;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// The space of an NRRD header and the directions of the axes in it. An axis without a direction has an empty list.
public record NrrdSpace(
        String file,
        NrrdHeader header,
        String name,
        int dimension,
        List<List<Double>> directions,
        List<ReadWarning> warnings) {

    private static final Pattern VECTOR = Pattern.compile("none|\\(([^()]*)\\)|\\S+");

    static NrrdSpace of(String file, NrrdHeader header, int axes, List<ReadWarning> warnings)
            throws UnreadableImage {
        HeaderNumbers numbers = new HeaderNumbers(file);
        String name = fullName(header.field("space").orElse(""));
        int dimension;
        if (!name.isEmpty()) {
            dimension = name.endsWith("-time") ? 4 : 3;
        } else {
            String text = header.field("space dimension").orElse("0");
            dimension = Math.clamp(numbers.whole("space dimension", text), 0, 99);
        }
        List<List<Double>> directions = new ArrayList<>();
        if (dimension > 0 && header.field("space directions").isPresent()) {
            Matcher vectors = VECTOR.matcher(header.field("space directions").orElse(""));
            while (vectors.find()) {
                directions.add(vector(numbers, "space directions", vectors.group(), dimension));
            }
            numbers.requireCount("space directions", directions, axes);
        }
        if (dimension > 0 && dimension != 3 && dimension != 4) {
            throw new UnreadableImage(
                    new ReadRefusal.Unsupported(file, "a space of " + dimension + " dimensions"));
        }
        return new NrrdSpace(
                file, header, name, dimension, Collections.unmodifiableList(directions), warnings);
    }

    private static String fullName(String given) {
        String name = given.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "ras" -> "right-anterior-superior";
            case "las" -> "left-anterior-superior";
            case "lps" -> "left-posterior-superior";
            case "rast" -> "right-anterior-superior-time";
            case "last" -> "left-anterior-superior-time";
            case "lpst" -> "left-posterior-superior-time";
            default -> name;
        };
    }

    /// Numbers between brackets; none for `none` and where every number is NaN.
    private static List<Double> vector(
            HeaderNumbers numbers, String field, String text, int dimension)
            throws UnreadableImage {
        if (text.equals("none")) {
            return List.of();
        }
        if (!text.startsWith("(") || !text.endsWith(")")) {
            throw numbers.wrong(
                    "%s is no vector in %s"
                            .formatted(FileNames.quoted(text), FileNames.quoted(field)));
        }
        List<Double> vector = new ArrayList<>();
        for (String word : text.substring(1, text.length() - 1).split(",", -1)) {
            vector.add(numbers.real(field, word.strip()));
        }
        numbers.requireCount(field, vector, dimension);
        return vector.stream().allMatch(v -> v.isNaN()) ? List.of() : List.copyOf(vector);
    }

    boolean isGiven() {
        return dimension > 0;
    }

    boolean hasDirections() {
        return !directions.isEmpty();
    }

    boolean isTime(int axis) {
        return hasDirections()
                && directions.get(axis).size() == 4
                && directions.get(axis).get(3) != 0;
    }

    boolean isSpatial(int axis) {
        return !directions.get(axis).isEmpty() && !isTime(axis);
    }

    /// LPS, millimetres; `axes` are the axes of columns, rows and, unless there is one slice, slices.
    GridFrame frame(List<Integer> axes) throws UnreadableImage {
        for (int axis = 0; axis < directions.size(); axis++) {
            List<Double> d = directions.get(axis);
            if (isTime(axis) && (d.get(0) != 0 || d.get(1) != 0 || d.get(2) != 0)) {
                throw new UnreadableImage(
                        new ReadRefusal.Unsupported(file, "an axis that mixes space and time"));
            }
        }
        PatientVector missing = new PatientVector(0, 0, 0);
        GridFrame inFile =
                new GridFrame(
                        origin(),
                        direction(axes.get(0), 0),
                        direction(axes.get(1), 1),
                        axes.size() > 2 ? direction(axes.get(2), 2) : missing);
        GridFrame inMm = inFile.scaled(unitMm());
        return switch (name.replace("-time", "")) {
            case "left-posterior-superior" -> inMm;
            case "right-anterior-superior" -> inMm.turned();
            case "left-anterior-superior" -> inMm.mirrored(1, -1, 1);
            default -> {
                warnings.add(
                        new ReadWarning.OtherSpace(
                                name.isEmpty() ? "without a name" : FileNames.quoted(name)));
                yield inMm;
            }
        };
    }

    private PatientVector direction(int axis, int along) throws UnreadableImage {
        if (hasDirections()) {
            List<Double> d = directions.get(axis);
            return new PatientVector(d.get(0), d.get(1), d.get(2));
        }
        List<String> spacings = header.words("spacings");
        HeaderNumbers numbers = new HeaderNumbers(file);
        double step = 1;
        if (axis < spacings.size()) {
            step = Math.abs(numbers.real("spacings", spacings.get(axis)));
        } else {
            warnings.add(new ReadWarning.SpacingAssumed());
        }
        return List.of(PatientVector.LEFT, PatientVector.POSTERIOR, PatientVector.HEAD)
                .get(along)
                .times(step);
    }

    private PatientPoint origin() throws UnreadableImage {
        String text = header.field("space origin").orElse("none");
        List<Double> origin = vector(new HeaderNumbers(file), "space origin", text, dimension);
        if (origin.isEmpty()) {
            warnings.add(new ReadWarning.OriginAssumed());
            return PatientPoint.ORIGIN;
        }
        return new PatientPoint(origin.get(0), origin.get(1), origin.get(2));
    }

    private double unitMm() {
        List<String> units = header.quotedTexts("space units");
        if (units.isEmpty()) {
            return 1;
        }
        String unit = units.getFirst();
        boolean same = units.stream().limit(3).allMatch(unit::equals);
        double factor =
                switch (same ? unit.toLowerCase(Locale.ROOT) : "") {
                    case "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> 1;
                    case "cm" -> 10;
                    case "m", "meter", "metre" -> 1000;
                    case "um", "µm", "μm", "micron", "microns" -> 0.001;
                    case "nm" -> 1e-6;
                    default -> Double.NaN;
                };
        if (Double.isNaN(factor)) {
            warnings.add(new ReadWarning.UnitsUnknown(FileNames.quoted(unit)));
            return 1;
        }
        if (factor != 1) {
            warnings.add(new ReadWarning.UnitsConverted(unit));
        }
        return factor;
    }
}
