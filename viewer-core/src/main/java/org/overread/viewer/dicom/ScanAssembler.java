// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.SkippedFile;
import org.overread.viewer.dicom.frame.FileHeader;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.sort.SeriesSplitter;

/// Frames of all files to studies and series, in an order that does not depend on the order of the files.
final class ScanAssembler {
    private ScanAssembler() {}

    static ScanResult assemble(
            List<List<Frame>> files,
            List<FoundPresentation> presentations,
            List<SkippedFile> skipped) {
        var sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(frames -> frames.getFirst().header().file()));
        var all = new ArrayList<>(skipped);
        Map<SeriesKey, List<Frame>> series = new LinkedHashMap<>();
        for (List<Frame> frames : withoutDuplicates(sorted, all)) {
            series.computeIfAbsent(SeriesKey.of(frames.getFirst()), _ -> new ArrayList<>())
                    .addAll(frames);
        }
        Map<String, List<PresentationState>> states = new HashMap<>();
        Set<String> known =
                series.keySet().stream().map(SeriesKey::series).collect(Collectors.toSet());
        for (FoundPresentation found : presentations) {
            if (found.state().series().stream().noneMatch(known::contains)) {
                all.add(found.file());
            }
            for (String uid : found.state().series()) {
                states.computeIfAbsent(uid, _ -> new ArrayList<>()).add(found.state());
            }
        }
        states.values()
                .forEach(
                        of ->
                                of.sort(
                                        Comparator.comparing(PresentationState::label)
                                                .thenComparing(PresentationState::instance)));
        all.sort(Comparator.comparing(SkippedFile::file));
        Map<String, List<SkippedFile>> leftOut =
                all.stream()
                        .filter(file -> !file.seriesUid().isEmpty())
                        .collect(Collectors.groupingBy(SkippedFile::seriesUid));
        return new ScanResult(studies(series, new Beside(states, leftOut)), all);
    }

    /// A series is what has one identifier and one patient; careless software gives its slices different studies. Series
    /// without an identifier are told apart by their folder.
    private record SeriesKey(String patient, String series, String folder) {
        static SeriesKey of(Frame frame) {
            FileHeader header = frame.header();
            String uid = header.series().seriesUid();
            return new SeriesKey(
                    header.patient().id(),
                    uid,
                    uid.isEmpty() ? String.valueOf(header.file().path().getParent()) : "");
        }
    }

    /// One instance identifier, one image: copies of a file are listed, not stacked.
    private static List<List<Frame>> withoutDuplicates(
            List<List<Frame>> files, List<SkippedFile> skipped) {
        Map<String, Frame> seen = new HashMap<>();
        var kept = new ArrayList<List<Frame>>();
        for (List<Frame> frames : files) {
            Frame frame = frames.getFirst();
            FileHeader header = frame.header();
            if (!header.sopInstanceUid().isEmpty()) {
                Frame first = seen.putIfAbsent(header.sopInstanceUid(), frame);
                if (first != null && isCopy(first, frame)) {
                    skipped.add(
                            new SkippedFile(
                                    header.file(),
                                    new SkipReason.Duplicate(first.header().file().path())));
                    continue;
                }
            }
            kept.add(frames);
        }
        return kept;
    }

    /// Careless software gives one identifier to all slices; those differ in place or number.
    private static boolean isCopy(Frame one, Frame other) {
        return one.header().frameCount() == other.header().frameCount()
                && one.header().instanceNumber() == other.header().instanceNumber()
                && one.header().series().seriesUid().equals(other.header().series().seriesUid())
                && one.plane().equals(other.plane());
    }

    /// What belongs to series beside their frames, by their identifiers.
    private record Beside(
            Map<String, List<PresentationState>> states, Map<String, List<SkippedFile>> leftOut) {}

    private record StudyKey(String patient, String uid) {
        static StudyKey of(Frame frame) {
            FileHeader header = frame.header();
            return new StudyKey(header.patient().id(), header.series().studyUid());
        }
    }

    private static List<Study> studies(Map<SeriesKey, List<Frame>> series, Beside beside) {
        Map<StudyKey, List<List<Frame>>> studies = new LinkedHashMap<>();
        for (List<Frame> frames : series.values()) {
            studies.computeIfAbsent(StudyKey.of(frames.getFirst()), _ -> new ArrayList<>())
                    .add(frames);
        }
        return studies.entrySet().stream()
                .map(study -> study(study.getKey().uid(), study.getValue(), beside))
                .sorted(
                        Comparator.comparing(Study::patientName)
                                .thenComparing(Study::date)
                                .thenComparing(Study::uid))
                .toList();
    }

    private static Study study(String uid, List<List<Frame>> series, Beside beside) {
        FileHeader.Patient patient = series.getFirst().getFirst().header().patient();
        return new Study(
                uid,
                patient.name(),
                patient.id(),
                patient.studyDate(),
                patient.studyDescription(),
                series.stream()
                        .map(frames -> series(frames, beside))
                        .sorted(Comparator.comparingInt(Series::number).thenComparing(Series::uid))
                        .toList());
    }

    private static Series series(List<Frame> frames, Beside beside) {
        FileHeader header = frames.getFirst().header();
        return new Series(
                header.series().seriesUid(),
                header.words().number(),
                header.series().modality(),
                header.words().description(),
                header.words().bodyPart(),
                VolumeTitles.distinct(
                        SeriesSplitter.split(frames).stream()
                                .map(VolumeAssembler::assemble)
                                .toList()),
                beside.states().getOrDefault(header.series().seriesUid(), List.of()),
                beside.leftOut().getOrDefault(header.series().seriesUid(), List.of()));
    }
}
