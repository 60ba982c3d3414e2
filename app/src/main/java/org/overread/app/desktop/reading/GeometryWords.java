// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

/// What a person must know of a volume's geometry before measuring on it; no words where it is regular.
public final class GeometryWords {
    private static final double WORTH_SAYING_MM = 0.05;

    private GeometryWords() {}

    /// For a row of a list: the most limiting fact in a few words.
    public static Optional<String> brief(GeometryVerdict verdict) {
        return switch (verdict.kind()) {
            case REGULAR -> Optional.empty();
            case SHEARED -> Optional.of(tilt(verdict));
            case VARIABLE -> Optional.of("uneven slices");
            case GAPPED -> Optional.of(missing(verdict.missingSlices()));
            case UNCALIBRATED -> Optional.of("no positions");
        };
    }

    /// For a pane: every fact on a line of its own, with its size. `measure` tells what the millimetres of a picture
    /// mean that lies nowhere.
    public static String full(Volume volume, PixelMeasure measure) {
        GeometryVerdict verdict = volume.verdict();
        var lines = new ArrayList<String>();
        switch (verdict.kind()) {
            case REGULAR -> {}
            case SHEARED -> lines.add(sentence(tilt(verdict)));
            case VARIABLE -> lines.add(distances(volume.geometry()));
            case GAPPED -> {
                lines.add(sentence(missing(verdict.missingSlices())));
                verdict.gaps().stream().limit(2).map(GeometryWords::gap).forEach(lines::add);
                if (verdict.gaps().size() > 2) {
                    int more = verdict.gaps().size() - 2;
                    lines.add(
                            more == 1
                                    ? "and at 1 more place"
                                    : "and at %d more places".formatted(more));
                }
            }
            case UNCALIBRATED -> lines.add(unplaced(measure));
        }
        boolean leans = verdict.kind() != GeometryVerdict.Kind.SHEARED;
        if (leans && verdict.isCalibrated() && verdict.tiltDegrees() >= 0.05) {
            lines.add(sentence(tilt(verdict)));
        }
        if (verdict.isCalibrated() && verdict.worstCornerErrorMm() >= WORTH_SAYING_MM) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Positions exact to %.1f mm",
                            verdict.worstCornerErrorMm()));
        }
        return String.join("\n", lines);
    }

    private static String unplaced(PixelMeasure measure) {
        return switch (measure) {
            case PATIENT -> "No position; mm within the picture";
            case ULTRASOUND_REGION -> "mm inside the ultrasound region";
            case DETECTOR -> "mm at the detector";
            case NONE -> "No sizes in the file: no mm";
        };
    }

    private static String tilt(GeometryVerdict verdict) {
        return String.format(Locale.ROOT, "gantry tilt %.1f°", verdict.tiltDegrees());
    }

    private static String missing(int slices) {
        return slices == 1 ? "1 slice missing" : slices + " slices missing";
    }

    private static String gap(GeometryVerdict.Gap gap) {
        return "%d after slice %d".formatted(gap.missing(), gap.after() + 1);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String distances(VolumeGeometry geometry) {
        if (!(geometry.slices() instanceof SliceStack.Table(List<PatientPoint> origins))) {
            return "Uneven slices";
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int k = 1; k < origins.size(); k++) {
            double mm = Math.abs(origins.get(k).from(origins.get(k - 1)).dot(geometry.normal()));
            least = Math.min(least, mm);
            most = Math.max(most, mm);
        }
        return String.format(Locale.ROOT, "Uneven slices, %.2f to %.2f mm apart", least, most);
    }
}
