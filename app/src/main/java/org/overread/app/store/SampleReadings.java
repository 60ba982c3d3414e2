// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.overread.app.exchange.OutgoingReading;
import org.overread.app.sample.SampleTruth;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.morphology.Kernel;
import org.overread.segmentation.mask.morphology.Morphology;
import org.overread.segmentation.work.Crew;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.audit.Actor;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.SeenVolume;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.phantom.PhantomStructure;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;

/// Two readings of a series of the sample study, made from its truth: the first reader draws everything in two versions,
/// the second draws organs a little wider and lesions a little tighter, and misses the last lesion.
public final class SampleReadings {
    private static final String PROJECT = "sample";
    private static final List<String> COLORS =
            List.of("#d9774a", "#5fa8d3", "#8cbf6f", "#c78bc9", "#e0c04c", "#5bbfae", "#d67a8f");

    private final Workspace workspace;
    private final ExecutorService compute;

    public SampleReadings(Workspace workspace, ExecutorService compute) {
        this.workspace = workspace;
        this.compute = compute;
    }

    /// Makes them anew beside what is there; the versions in the order in which they were committed. Blocks.
    ///
    /// @param grid of the files, which may be coarser
    /// @param seen the series as its files are read
    public List<StoredVersion> make(SampleSeries sample, VolumeGeometry grid, SeenVolume seen)
            throws IOException, InterruptedException {
        var cancel = new CancelToken();
        SampleSeries series = sample.on(grid);
        Crew crew = Crew.of(compute, cancel);
        List<PhantomStructure> structures = series.phantom().structures();
        var truth = new ArrayList<Mask>();
        for (PhantomStructure structure : structures) {
            truth.add(SampleTruth.mask(series, structure, compute, cancel));
        }
        var versions = new ArrayList<StoredVersion>();
        var first = new StoredLabels(as("reader-a"));
        Reading reading = first.reading(PROJECT, seen);
        var begun = segments(structures, truth.subList(0, Math.max(1, truth.size() / 2)));
        versions.add(commit(first, reading, begun, "organs"));
        versions.add(commit(first, reading, segments(structures, truth), "all structures"));

        var second = new StoredLabels(as("reader-b"));
        Kernel ball = Kernel.box(1, 1, 0);
        var drawn = new ArrayList<Mask>();
        for (int n = 0; n < truth.size() - 1; n++) {
            Mask mask = truth.get(n);
            drawn.add(
                    isLesion(structures.get(n))
                            ? Morphology.erode(mask, ball, crew)
                            : Morphology.dilate(mask, ball, crew));
        }
        Reading other = second.reading(PROJECT, seen);
        versions.add(commit(second, other, segments(structures, drawn), "second reading"));
        // what was newest may have been continued since
        var made = new ArrayList<StoredVersion>();
        for (StoredVersion version : versions) {
            made.add(workspace.versions().find(version.id()).orElseThrow());
        }
        return List.copyOf(made);
    }

    private static boolean isLesion(PhantomStructure structure) {
        return structure.name().toLowerCase(Locale.ROOT).contains("lesion");
    }

    private Workspace as(String person) {
        Session session = workspace.session();
        return new Workspace(
                workspace.database(),
                new Session(
                        new Actor(
                                person, session.actor().workstation(), session.actor().software()),
                        session.clock()));
    }

    private StoredVersion commit(
            StoredLabels labels,
            Reading reading,
            List<OutgoingReading.Segment> segments,
            String reason)
            throws IOException, InterruptedException {
        return labels.commit(
                reading,
                segments,
                new Terms(Optional.empty(), Optional.empty()),
                reason,
                compute,
                Runtime.getRuntime().availableProcessors());
    }

    private static List<OutgoingReading.Segment> segments(
            List<PhantomStructure> structures, List<Mask> masks) {
        var segments = new ArrayList<OutgoingReading.Segment>();
        for (int n = 0; n < masks.size(); n++) {
            PhantomStructure structure = structures.get(n);
            segments.add(
                    new OutgoingReading.Segment(
                            masks.get(n),
                            new SegmentEntry(
                                    1,
                                    structure.value(),
                                    structure.name(),
                                    "structure-" + structure.value(),
                                    Optional.of(
                                            new SegmentEntry.Term(
                                                    "SCT", structure.snomed(), structure.name())),
                                    COLORS.get(n % COLORS.size()),
                                    "completed",
                                    Optional.empty(),
                                    Origin.HAND)));
        }
        return segments;
    }
}
