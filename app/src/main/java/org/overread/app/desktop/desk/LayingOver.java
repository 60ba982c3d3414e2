// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.opening.LabelFiles;
import org.overread.app.desktop.opening.LabelFiles.NoLabelsException;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.overlay.LabelVersion;
import org.overread.app.desktop.reading.overlay.Layers;
import org.overread.app.desktop.work.Workshop;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Presets;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lays labels and other series over the column that has the keyboard, and says why where that is not possible. FX
/// thread.
public final class LayingOver {
    private static final Logger LOG = LoggerFactory.getLogger(LayingOver.class);

    private final Comparison comparison;
    private final Workshop workshop;
    private final ExecutorService compute;
    private final Notices notices;

    public LayingOver(
            Comparison comparison, Workshop workshop, ExecutorService compute, Notices notices) {
        this.comparison = comparison;
        this.workshop = workshop;
        this.compute = compute;
        this.notices = notices;
    }

    /// Version A of the labels of the column, or B where there is an A.
    public void labels(Path file) {
        Column column = comparison.active();
        String name = String.valueOf(file.getFileName());
        workshop.readOrWrite(
                "Reading labels",
                (cancel, _) -> LabelFiles.read(file, Crew.of(compute, cancel), cancel),
                version -> laid(column, version),
                cause -> notRead(name, cause));
    }

    private void laid(Column column, LabelVersion version) {
        refuse(version.title(), column.layers().add(version));
    }

    private void notRead(String name, Throwable cause) {
        LOG.warn("labels were not read: {}", cause.getClass().getSimpleName());
        String why =
                cause instanceof NoLabelsException refused
                        ? String.valueOf(refused.getMessage())
                        : "Check that the file is still there.";
        notices.show(
                Notice.caution(
                        "No labels could be read from “%s”.".formatted(name),
                        "Nothing was changed.",
                        why));
    }

    /// Fuses a series over the first column as soon as that shows its volume whole.
    void seriesWhenReady(OpenableVolume source) {
        var main = comparison.main();
        var waiting = new Subscription[1];
        var laid = new boolean[1];
        waiting[0] =
                main.content()
                        .subscribe(
                                content -> {
                                    if (content instanceof Content.Ready && !laid[0]) {
                                        laid[0] = true;
                                        comparison.focused().set(main);
                                        series(source);
                                    }
                                    if (laid[0] && waiting[0] != null) {
                                        waiting[0].unsubscribe();
                                    }
                                });
    }

    /// Fuses a series over the column's volume; read first where it is open nowhere.
    public void series(OpenableVolume source) {
        Column column = comparison.active();
        Optional<Volume> open =
                comparison.columns().stream()
                        .filter(
                                other ->
                                        other.reading().content().get() instanceof Content.Ready
                                                && isOf(other.reading().volume(), source))
                        .map(other -> other.reading().volume())
                        .findFirst();
        if (open.isPresent()) {
            fuse(column, source, open.get());
            return;
        }
        workshop.readOrWrite(
                        "Opening " + source.title(),
                        (cancel, progress) ->
                                source.open(compute, new ProgressOnly(progress), cancel),
                        volume -> fuse(column, source, volume),
                        cause -> {
                            LOG.warn("a series was not laid over", cause);
                            notices.show(
                                    Notice.caution(
                                            "“%s” could not be opened.".formatted(source.title()),
                                            "What is open stays as it is.",
                                            "Open it by itself to see why."));
                        })
                .counting("slices");
    }

    private static boolean isOf(@Nullable Volume volume, OpenableVolume s) {
        return volume != null && volume.id().equals(s.id());
    }

    private void fuse(Column column, OpenableVolume source, Volume volume) {
        refuse(source.title(), column.layers().fuse(volume, tone(source, volume)));
    }

    private static Tone tone(OpenableVolume source, Volume volume) {
        List<Preset> fromFile =
                source instanceof DicomVolume dicom
                        ? dicom.source().meaning().presets()
                        : List.of();
        ToneCurve curve =
                fromFile.stream()
                        .findFirst()
                        .or(() -> Presets.of(volume.unit()).stream().findFirst())
                        .map(Preset::curve)
                        .orElseGet(() -> new ToneCurve.LinearExact(AutoWindow.of(volume)));
        Tone grey = Tone.grey(curve.window());
        return volume.voxels() instanceof Voxels.Colours ? grey : grey.withCurve(curve);
    }

    private void refuse(String name, Layers.Outcome outcome) {
        switch (outcome) {
            case Layers.Outcome.Done _ -> {}
            case Layers.Outcome.NothingBelow _ ->
                    say(
                            name,
                            "There is no picture that it could lie over.",
                            "Open a series first.");
            case Layers.Outcome.Coloured _ ->
                    say(
                            name,
                            "It has colours of its own, which cannot be mixed with another picture.",
                            "Open it beside instead.");
            case Layers.Outcome.OtherGrid _ ->
                    say(
                            name,
                            "Its voxels are not those of the labels that are shown.",
                            "Take those away first (Y), then open it again.");
            case Layers.Outcome.Apart(Joining.Reason reason) ->
                    say(
                            name,
                            switch (reason) {
                                case DIFFERENT_FRAMES ->
                                        "It has another frame of reference: the patient may have"
                                                + " moved between the two.";
                                case UNNAMED_FRAME ->
                                        "One of the two does not say where in the patient its"
                                                + " positions are measured.";
                            },
                            "Open it beside, show the same place in both, link them (Shift+K), then"
                                    + " lay it over.");
        }
    }

    private void say(String name, String why, String next) {
        notices.show(Notice.caution("“%s” was not laid over.".formatted(name), why, next));
    }

    /// The picture comes when all of it is there.
    private record ProgressOnly(Progress.Listener work) implements LoadListener {
        @Override
        public void progress(Progress progress) {
            work.progress(progress);
        }
    }
}
