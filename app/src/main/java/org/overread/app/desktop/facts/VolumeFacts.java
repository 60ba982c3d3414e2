// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.overread.app.desktop.reading.GeometryWords;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.dicom.value.LossyCompression.Certainty;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// A volume in words: figures by name, then what should be known of them, a sentence each. Holds no patient data but
/// what a title may hold.
public record VolumeFacts(String title, List<Fact> facts, List<String> remarks) {
    public record Fact(String name, String value) {}

    public VolumeFacts {
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
    }

    public static VolumeFacts of(OpenableVolume volume) {
        var facts = new ArrayList<Fact>();
        String format = volume.format();
        facts.add(
                new Fact(
                        "Kind",
                        volume.modality().isEmpty() ? format : volume.modality() + ", " + format));
        int files = volume.files().size();
        facts.add(new Fact("Files", String.format(Locale.ROOT, "%,d", files)));
        GridSize size = volume.geometry().size();
        facts.add(new Fact("Voxels", "%d × %d × %d".formatted(size.i(), size.j(), size.k())));
        facts.add(
                new Fact(
                        "Spacing",
                        volume.verdict().isCalibrated()
                                ? spacing(volume.geometry())
                                : pixels(volume)));
        facts.add(
                new Fact("Geometry", GeometryWords.brief(volume.verdict()).orElse("regular grid")));
        String unit = volume.unit().symbol();
        facts.add(new Fact("Values", unit.isEmpty() ? "no unit stated" : unit));
        volume.lossy().ifPresent(lossy -> facts.add(new Fact("Compression", compression(lossy))));
        return new VolumeFacts(volume.title(), facts, volume.remarks());
    }

    private static String compression(LossySlices lossy) {
        String steps =
                lossy.steps().stream()
                        .map(LossySlices.Step::words)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", then "));
        String loses = lossy.certainty() == Certainty.CERTAIN ? "lossy" : "possibly lossy";
        return steps.isEmpty() ? loses : loses + ", " + steps;
    }

    /// Of a picture that lies nowhere.
    private static String pixels(OpenableVolume volume) {
        VolumeGeometry geometry = volume.geometry();
        String mm =
                String.format(
                        Locale.ROOT, "%.3g × %.3g mm", geometry.spacingI(), geometry.spacingJ());
        PixelMeasure measure =
                switch (volume) {
                    case DicomVolume dicom -> dicom.source().pixelMeasure();
                    case FileVolume _ -> PixelMeasure.NONE;
                };
        return switch (measure) {
            case PATIENT -> mm;
            case ULTRASOUND_REGION -> mm + " inside the ultrasound region";
            case DETECTOR -> mm + " at the detector";
            case NONE -> "not stated in the file";
        };
    }

    private static String spacing(VolumeGeometry geometry) {
        return switch (geometry.slices()) {
            case SliceStack.Even(_, var step) ->
                    String.format(
                            Locale.ROOT,
                            "%.2f × %.2f × %.2f mm",
                            geometry.spacingI(),
                            geometry.spacingJ(),
                            step.length());
            case SliceStack.Table _ ->
                    String.format(
                            Locale.ROOT,
                            "%.2f × %.2f mm, slices unevenly",
                            geometry.spacingI(),
                            geometry.spacingJ());
        };
    }
}
