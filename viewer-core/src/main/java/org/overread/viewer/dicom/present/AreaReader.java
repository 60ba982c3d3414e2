// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.present.PresentationState.Area;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Sizing;

/// Reads which part of an image is shown and how large (PS3.3 C.10.4), and how it is turned (C.10.6).
final class AreaReader {
    private final Attributes header;
    private final Named named;
    private final Set<Missing> missing;

    AreaReader(Attributes header, Named named, Set<Missing> missing) {
        this.header = header;
        this.named = named;
        this.missing = missing;
    }

    List<Area> areas() {
        var all = new ArrayList<Area>();
        for (Attributes item : header.items(PresentationTags.AREAS)) {
            List<Double> from = item.numbers(PresentationTags.AREA_FROM);
            List<Double> to = item.numbers(PresentationTags.AREA_TO);
            boolean sane =
                    Stream.concat(from.stream(), to.stream())
                            .allMatch(at -> Math.abs(at) <= ShapeReader.FARTHEST);
            if (from.size() == 2 && to.size() == 2 && sane) {
                // whole pixels, counted from 1, the last one inside; of a turned image the first
                // corner may be any
                double left = Math.min(from.get(0), to.get(0)) - 1;
                double top = Math.min(from.get(1), to.get(1)) - 1;
                double right = Math.max(from.get(0), to.get(0));
                double bottom = Math.max(from.get(1), to.get(1));
                all.add(
                        new Area(
                                named.images(item),
                                new Point(left, top),
                                new Point(right, bottom),
                                sizing(item)));
            } else {
                missing.add(Missing.BROKEN_AREA);
            }
        }
        return all;
    }

    private Sizing sizing(Attributes item) {
        return switch (item.text(PresentationTags.SIZE_MODE)) {
            case "SCALE TO FIT" -> new Sizing.Fit();
            case "TRUE SIZE" -> {
                // the second is between columns
                List<Double> spacing = item.numbers(PresentationTags.SPACING);
                boolean said = spacing.size() == 2 && isSize(spacing.get(1));
                yield new Sizing.Life(
                        said ? OptionalDouble.of(spacing.get(1)) : OptionalDouble.empty());
            }
            case "MAGNIFY" -> {
                double ratio = item.number(PresentationTags.MAGNIFICATION).orElse(Double.NaN);
                yield isSize(ratio) ? new Sizing.Magnified(ratio) : unsaid();
            }
            default -> unsaid();
        };
    }

    private Sizing unsaid() {
        missing.add(Missing.BROKEN_AREA);
        return new Sizing.Fit();
    }

    private static boolean isSize(double number) {
        return number >= 0.01 && number <= 100; // NaN is not
    }

    /// None where the state has nothing to say about it.
    Optional<Turning> turning() {
        OptionalDouble rotation = header.number(PresentationTags.ROTATION);
        String flip = header.text(PresentationTags.FLIP);
        if (rotation.isEmpty() && flip.isEmpty()) {
            return Optional.empty();
        }
        double quarters = rotation.orElse(0) / 90;
        boolean known = flip.isEmpty() || flip.equals("Y") || flip.equals("N");
        if (!known || quarters != Math.rint(quarters) || Math.abs(quarters) > 1e6) {
            missing.add(Missing.TURNED);
            return Optional.empty();
        }
        return Optional.of(
                new Turning(
                        Math.floorMod((int) quarters, 4),
                        flip.equals("Y")
                                ? Turning.Mirroring.LEFT_TO_RIGHT
                                : Turning.Mirroring.NONE));
    }
}
