// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.overread.app.truth.TruthCase.Expected;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.app.truth.TruthLine.Outcome;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FoundVolumes;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.SkippedEntry;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Opens the files of a case as a person would and says whether what comes is what was written.
final class Judge {
    private static final double VOXELS = 0.1;
    private static final double SMALLEST_MM = Math.min(BeadSlice.COLUMN_MM, BeadSlice.ROW_MM);

    private final ExecutorService compute;

    Judge(ExecutorService compute) {
        this.compute = compute;
    }

    TruthLine judge(TruthCase one, Truth truth, Path folder) throws InterruptedException {
        FoundVolumes found =
                VolumeFinder.find(
                        List.of(folder), compute, Progress.Listener.NONE, new CancelToken());
        var refusals = new ArrayList<>(found.skipped().stream().map(SkippedEntry::reason).toList());
        var opened = new ArrayList<Opened>();
        for (OpenableVolume volume : found.volumes()) {
            try {
                opened.add(
                        new Opened(
                                volume,
                                Grid.of(
                                        volume.open(
                                                compute, LoadListener.NONE, new CancelToken()))));
            } catch (IOException e) {
                refusals.add(String.valueOf(e.getMessage()));
            }
        }
        return judged(one, truth, opened, refusals);
    }

    private record Opened(OpenableVolume volume, Grid grid) {}

    private static TruthLine judged(
            TruthCase one, Truth truth, List<Opened> opened, List<String> refusals) {
        String verdict =
                opened.stream()
                        .map(o -> o.volume.verdict().kind().name())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "));
        boolean refused =
                !refusals.isEmpty() && refusals.stream().allMatch(reason -> reason.length() > 10);
        if (opened.isEmpty() && refused) {
            return line(
                    one, truth, verdict, 0, Deviation.NONE, Outcome.REFUSED, refusals.getFirst());
        }
        var left = new ArrayList<>(opened);
        Deviation worst = Deviation.NONE;
        var wrong = new ArrayList<String>();
        for (Part part : truth.parts()) {
            Opened best = best(part, left);
            if (best == null) {
                wrong.add("a volume is missing");
                worst = Deviation.LOST;
                continue;
            }
            left.remove(best);
            Deviation deviation = Deviation.of(part, best.grid);
            worst = worst.worse(deviation);
            if (!part.verdicts().contains(best.volume.verdict().kind())) {
                wrong.add("it is not said to be " + part.verdicts());
            }
            double unit = part.isPlaced() ? SMALLEST_MM : 1;
            if (deviation.distance() > VOXELS * unit) {
                wrong.add("beads are elsewhere");
            }
            if (deviation.value() > part.toleranceOfValue()) {
                wrong.add("values are others");
            }
            truth.patientName()
                    .filter(name -> !nameOf(best.volume).equals(name))
                    .ifPresent(name -> wrong.add("the patient is not called " + name));
        }
        if (!left.isEmpty()) {
            wrong.add(left.size() + " volumes too many");
        }
        if (!refusals.isEmpty() && one.expected() == Expected.OPENED) {
            wrong.add("left out: " + refusals.getFirst());
        }
        return line(
                one,
                truth,
                verdict,
                opened.size(),
                worst,
                wrong.isEmpty() ? Outcome.RIGHT : Outcome.SILENT_MISTAKE,
                wrong.stream().distinct().collect(Collectors.joining("; ")));
    }

    private static String nameOf(OpenableVolume volume) {
        return volume instanceof DicomVolume dicom ? dicom.study().patientName() : "";
    }

    private static @org.jspecify.annotations.Nullable Opened best(Part part, List<Opened> left) {
        Opened best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Opened candidate : left) {
            Deviation deviation = Deviation.of(part, candidate.grid);
            double score = deviation.distance() + deviation.value();
            if (best == null || score < least) {
                best = candidate;
                least = score;
            }
        }
        return best;
    }

    static TruthLine notRun(TruthCase one, String why) {
        return line(one, Truth.of(), "", 0, Deviation.NONE, Outcome.NOT_RUN, why);
    }

    private static TruthLine line(
            TruthCase one,
            Truth truth,
            String verdict,
            int parts,
            Deviation worst,
            Outcome outcome,
            String words) {
        return new TruthLine(
                one.row(),
                one.name(),
                verdict,
                parts,
                truth.parts().stream().mapToInt(part -> part.beads().size()).sum(),
                worst.distance(),
                worst.value(),
                outcome,
                words,
                List.of());
    }
}
