// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nrrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.header.HeaderNumbers;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.FileAxis;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Which axes of an NRRD are columns, rows and slices, what the others are, and where the first three lie.
final class NrrdAxes {
    private static final int MOST_AXES = 16;

    private final NrrdHeader header;
    private final HeaderNumbers numbers;
    private final String file;
    private final NrrdSpace space;
    private final List<ReadWarning> warnings;
    private final List<Integer> spatial = new ArrayList<>();
    private final List<FileAxis> fileAxes = new ArrayList<>();
    private boolean colours;

    NrrdAxes(String file, NrrdHeader header, List<ReadWarning> warnings) throws UnreadableImage {
        this.file = file;
        this.header = header;
        this.numbers = new HeaderNumbers(file);
        this.warnings = warnings;
        List<Integer> sizes = sizes();
        this.space = NrrdSpace.of(file, header, sizes.size(), warnings);
        List<String> kinds = perAxis("kinds", sizes.size());
        findSpatial(kinds, sizes.size());
        for (int axis = 0; axis < sizes.size(); axis++) {
            int direction = spatial.indexOf(axis);
            if (direction >= 0) {
                fileAxes.add(new FileAxis.Spatial(direction, sizes.get(axis)));
            } else if (isColour(axis, kinds)) {
                requireSideBySide(axis, sizes.get(axis));
                colours = true;
            } else {
                fileAxes.add(further(axis, sizes.get(axis), kinds));
            }
        }
    }

    List<FileAxis> fileAxes() {
        return List.copyOf(fileAxes);
    }

    /// Whether each sample is three bytes, a colour.
    boolean holdsColours() {
        return colours;
    }

    /// As the file names it; empty where it has no name.
    String space() {
        return space.name();
    }

    private List<Integer> sizes() throws UnreadableImage {
        String dimension =
                header.field("dimension").orElseThrow(() -> numbers.missing("dimension"));
        long count = numbers.whole("dimension", dimension);
        if (count < 1 || count > MOST_AXES) {
            throw numbers.wrong("it has " + count + " dimensions");
        }
        List<String> words = header.words("sizes");
        numbers.requireCount("sizes", words, (int) count);
        List<Integer> sizes = new ArrayList<>();
        for (String word : words) {
            sizes.add(numbers.length("sizes", word));
        }
        return sizes;
    }

    /// One word an axis, or nothing at all.
    private List<String> perAxis(String field, int axes) throws UnreadableImage {
        List<String> words = header.words(field);
        if (!words.isEmpty()) {
            numbers.requireCount(field, words, axes);
        }
        return words;
    }

    private void findSpatial(List<String> kinds, int axes) throws UnreadableImage {
        for (int axis = 0; axis < axes; axis++) {
            String kind = kinds.isEmpty() ? "domain" : kinds.get(axis).toLowerCase(Locale.ROOT);
            boolean isSpatial =
                    space.hasDirections()
                            ? space.isSpatial(axis)
                            : (kind.equals("domain") || kind.equals("space")) && spatial.size() < 3;
            if (isSpatial) {
                spatial.add(axis);
            }
        }
        if (spatial.size() < 2 || spatial.size() > 3) {
            throw new UnreadableImage(
                    new ReadRefusal.Unsupported(
                            file, "samples along " + spatial.size() + " directions of space"));
        }
    }

    private static boolean isColour(int axis, List<String> kinds) {
        return !kinds.isEmpty() && kinds.get(axis).equalsIgnoreCase("RGB-color");
    }

    private void requireSideBySide(int axis, int channels) throws UnreadableImage {
        if (axis != 0 || channels != 3) {
            throw unsupported("colours whose three channels do not lie side by side");
        }
    }

    private FileAxis further(int axis, int length, List<String> kinds) throws UnreadableImage {
        String kind = kinds.isEmpty() ? "list" : kinds.get(axis).toLowerCase(Locale.ROOT);
        if (space.isTime(axis)) {
            kind = "time";
        }
        return switch (kind) {
            case "time" -> time(axis, length);
            case "complex", "quaternion" -> throw unsupported("complex numbers or quaternions");
            case "rgba-color", "hsv-color", "xyz-color", "3-color", "4-color" ->
                    throw unsupported("colours other than red, green and blue");
            case "list", "point", "none", "???", "domain", "space", "stub", "scalar" ->
                    new FileAxis.Further("entry", length);
            default -> new FileAxis.Further("component", length); // vectors, matrices, tensors
        };
    }

    private FileAxis time(int axis, int length) throws UnreadableImage {
        List<String> spacings = header.words("spacings");
        double step = axis < spacings.size() ? numbers.real("spacings", spacings.get(axis)) : 0;
        List<String> units = header.quotedTexts("units");
        return new FileAxis.Time(length, 0, step, axis < units.size() ? units.get(axis) : "");
    }

    /// LPS, millimetres.
    GridFrame frame() throws UnreadableImage {
        return space.isGiven() ? space.frame(spatial) : uncalibrated();
    }

    private GridFrame uncalibrated() throws UnreadableImage {
        warnings.add(new ReadWarning.Uncalibrated());
        double[] steps = {1, 1, 1};
        double[] origin = {0, 0, 0};
        int axes = fileAxes.size() + (colours ? 1 : 0);
        List<String> spacings = perAxis("spacings", axes);
        List<String> mins = perAxis("axis mins", axes);
        List<String> centers = perAxis("centers", axes);
        boolean assumed = false;
        for (int n = 0; n < spatial.size(); n++) {
            int axis = spatial.get(n);
            double step =
                    spacings.isEmpty() ? Double.NaN : numbers.real("spacings", spacings.get(axis));
            assumed |= Double.isNaN(step);
            steps[n] = Double.isNaN(step) ? 1 : Math.abs(step);
            double min = mins.isEmpty() ? Double.NaN : numbers.real("axis mins", mins.get(axis));
            boolean cell = !centers.isEmpty() && centers.get(axis).equals("cell");
            origin[n] = Double.isNaN(min) ? 0 : cell ? min + steps[n] / 2 : min;
        }
        if (assumed) {
            warnings.add(new ReadWarning.SpacingAssumed());
        }
        return new GridFrame(
                new PatientPoint(origin[0], origin[1], origin[2]),
                new PatientVector(steps[0], 0, 0),
                new PatientVector(0, steps[1], 0),
                new PatientVector(0, 0, steps[2]));
    }

    private UnreadableImage unsupported(String feature) {
        return new UnreadableImage(new ReadRefusal.Unsupported(file, feature));
    }
}
