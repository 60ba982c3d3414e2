// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingKind;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Target;
import org.overread.viewer.measure.Figure;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Figures.Remark;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.volume.ValueUnit;

/// Figures in words: a point whatever the locale, a true minus sign, no more digits than mean something.
public final class MeasureWords {
    private static final double ML = 1000;

    private MeasureWords() {}

    /// What a kind of measure is called.
    public static String name(MeasureKind kind) {
        return switch (kind) {
            case PROBE -> "Probe";
            case LENGTH -> "Length";
            case POLYLINE -> "Path";
            case ANGLE -> "Angle";
            case COBB -> "Cobb angle";
            case BIDIRECTIONAL -> "Long and short axis";
            case ELLIPSE -> "Ellipse";
            case RECTANGLE -> "Rectangle";
            case SPHERE -> "Sphere";
            case LANDMARK -> "Landmark";
            case FLAT_BOX -> "Box";
            case SOLID_BOX -> "3D box";
            case POLYGON -> "Polygon";
        };
    }

    /// What a single figure is called.
    public static String name(Quantity quantity) {
        return switch (quantity) {
            case LENGTH -> "Length";
            case RADIUS -> "Radius";
            case WIDTH -> "Width";
            case HEIGHT -> "Height";
            case DEPTH -> "Depth";
            case PERIMETER -> "Perimeter";
            case LONG_AXIS -> "Long axis";
            case SHORT_AXIS -> "Short axis";
            case ANGLE -> "Angle";
            case AREA -> "Area";
            case DIAMETER -> "Diameter";
            case VOLUME -> "Volume";
            case VALUE -> "Value";
            case MEAN -> "Mean";
            case SD -> "SD";
            case LEAST -> "Minimum";
            case MOST -> "Maximum";
            case MEDIAN -> "Median";
            case VOXELS -> "Voxels";
        };
    }

    /// The most important figure alone, for a row of a list; a dash where there is none.
    public static String brief(Figures figures) {
        if (figures.find(Quantity.DEPTH).isPresent() && figures.find(Quantity.VOLUME).isPresent()) {
            return text(figures.find(Quantity.VOLUME).get(), figures.valueUnit());
        }
        Optional<String> both = bothAxes(figures).or(() -> sides(figures));
        if (both.isPresent()) {
            return both.get();
        }
        return figures.all().isEmpty() ? "–" : text(figures.all().getFirst(), figures.valueUnit());
    }

    /// All of them in few lines, for beside the measure on a picture.
    public static String full(Figures figures) {
        var lines = new ArrayList<String>();
        if (figures.value(Quantity.MEAN).isPresent()) {
            lines.add(joined(figures, Quantity.MEAN, Quantity.SD));
            lines.add(joined(figures, Quantity.MEDIAN));
            lines.add(joined(figures, Quantity.LEAST, Quantity.MOST));
        }
        String sizes =
                figures.all().stream()
                        .filter(f -> isSize(f.quantity()))
                        .map(f -> text(f, figures.valueUnit()))
                        .collect(Collectors.joining("  "));
        String main = bothAxes(figures).or(() -> sides(figures)).orElse(sizes);
        if (!main.isEmpty()) {
            lines.add(main);
        }
        if (sides(figures).isPresent()) {
            figures.find(Quantity.AREA)
                    .or(() -> figures.find(Quantity.VOLUME))
                    .ifPresent(f -> lines.add(text(f, figures.valueUnit())));
        }
        figures.find(Quantity.VALUE).ifPresent(f -> lines.add(text(f, figures.valueUnit())));
        figures.remarks().stream().sorted().map(MeasureWords::remark).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static boolean isSize(Quantity quantity) {
        return switch (quantity) {
            case LENGTH,
                    RADIUS,
                    WIDTH,
                    HEIGHT,
                    DEPTH,
                    PERIMETER,
                    LONG_AXIS,
                    SHORT_AXIS,
                    ANGLE,
                    AREA,
                    DIAMETER,
                    VOLUME,
                    VOXELS ->
                    true;
            case VALUE, MEAN, SD, LEAST, MOST, MEDIAN -> false;
        };
    }

    private static Optional<String> bothAxes(Figures figures) {
        OptionalDouble longer = figures.value(Quantity.LONG_AXIS);
        Optional<Figure> shorter = figures.find(Quantity.SHORT_AXIS);
        return longer.isPresent() && shorter.isPresent()
                ? Optional.of(
                        fixed(1, longer.getAsDouble())
                                + " × "
                                + text(shorter.get(), figures.valueUnit()))
                : Optional.empty();
    }

    /// Width, height and depth in one line.
    private static Optional<String> sides(Figures figures) {
        List<Figure> sides =
                List.of(Quantity.WIDTH, Quantity.HEIGHT, Quantity.DEPTH).stream()
                        .map(figures::find)
                        .flatMap(Optional::stream)
                        .toList();
        if (sides.size() < 2) {
            return Optional.empty();
        }
        String numbers =
                sides.subList(0, sides.size() - 1).stream()
                        .map(f -> fixed(1, f.value()) + " × ")
                        .collect(Collectors.joining());
        return Optional.of(numbers + text(sides.getLast(), figures.valueUnit()));
    }

    private static String joined(Figures figures, Quantity... quantities) {
        return List.of(quantities).stream()
                .map(figures::find)
                .flatMap(Optional::stream)
                .map(f -> shortName(f.quantity()) + " " + text(f, figures.valueUnit()))
                .collect(Collectors.joining("  "));
    }

    private static String shortName(Quantity quantity) {
        return switch (quantity) {
            case LEAST -> "Min";
            case MOST -> "Max";
            default -> name(quantity);
        };
    }

    /// A figure with its unit.
    public static String text(Figure figure, ValueUnit valueUnit) {
        double value = figure.value();
        return switch (figure.unit()) {
            case MILLIMETRES -> sign(figure.quantity()) + fixed(1, value) + " mm";
            case SQUARE_MILLIMETRES -> fixed(value < 100 ? 1 : 0, value) + " mm²";
            case CUBIC_MILLIMETRES ->
                    value < ML
                            ? fixed(0, value) + " mm³"
                            : fixed(value < 100 * ML ? 2 : 1, value / ML) + " ml";
            case PIXELS -> fixed(1, value) + " px";
            case SQUARE_PIXELS -> fixed(0, value) + " px²";
            case DEGREES -> fixed(1, value) + "°";
            case OF_VALUES -> (value(value, valueUnit) + " " + valueUnit.symbol()).strip();
            case NUMBER -> fixed(0, value) + (value == 1 ? " voxel" : " voxels");
        };
    }

    private static String sign(Quantity quantity) {
        return switch (quantity) {
            case DIAMETER -> "⌀ ";
            case RADIUS -> "± ";
            default -> "";
        };
    }

    /// What a kind of finding is called, of many.
    public static String plural(FindingKind kind) {
        return switch (kind) {
            case LANDMARK -> "Landmarks";
            case BOX -> "Boxes";
            case POLYGON -> "Polygons";
            case MEASUREMENT -> "Measurements";
            case CLASSIFICATION -> "Classifications";
        };
    }

    /// What something is called in a list: its figure, or what a classification is of.
    public static String brief(Finding finding) {
        return switch (finding.observed()) {
            case Observed.Shaped(_, Figures figures) -> brief(figures);
            case Observed.Classified(Target of) -> target(of);
        };
    }

    /// What is classified.
    public static String target(Target target) {
        return switch (target) {
            case Target.OfCase _ -> "case";
            case Target.OfSeries _ -> "series";
            case Target.OfStructure _ -> "structure";
            case Target.OfFinding _ -> "finding";
        };
    }

    /// The unit alone, for a table; values keep theirs.
    public static String unit(Figure figure, ValueUnit valueUnit) {
        return switch (figure.unit()) {
            case MILLIMETRES -> "mm";
            case SQUARE_MILLIMETRES -> "mm2";
            case CUBIC_MILLIMETRES -> "mm3";
            case PIXELS -> "px";
            case SQUARE_PIXELS -> "px2";
            case DEGREES -> "degrees";
            case OF_VALUES -> valueUnit.symbol();
            case NUMBER -> "";
        };
    }

    /// The number that a file holds where a value is computed from it.
    public static String stored(double number) {
        return "stored " + value(number, ValueUnit.ARBITRARY);
    }

    /// A value with as many digits as mean something in its unit, which is not said.
    public static String value(double value, ValueUnit unit) {
        return switch (unit) {
            case SQUARE_MILLIMETRES_PER_SECOND -> fixed(6, value);
            case SUV, GRAY -> fixed(2, value);
            case HU, BECQUERELS_PER_ML, COUNTS, COUNTS_PER_SECOND, HERTZ, MILLISECONDS, ARBITRARY ->
                    fixed(value == Math.rint(value) ? 0 : Math.abs(value) < 1 ? 3 : 1, value);
        };
    }

    private static String fixed(int digits, double value) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", Math.abs(value));
        boolean zero = text.chars().allMatch(c -> c == '0' || c == '.');
        return value < 0 && !zero ? "−" + text : text;
    }

    /// What a person has to know before believing figures.
    public static String remark(Remark remark) {
        return switch (remark) {
            case AT_DETECTOR -> "at the detector";
            case ULTRASOUND_REGION -> "inside the ultrasound region";
            case IN_PIXELS -> "no sizes in the file";
            case ACROSS_UNPLACED_SLICES -> "slice distances unknown";
            case BEYOND_VOLUME -> "reaches beyond the volume";
            case NO_VOXEL_INSIDE -> "no voxel's centre inside";
            case COLOURS -> "colours have no values";
            case NOT_ALL_READ -> "not all read yet";
        };
    }
}
