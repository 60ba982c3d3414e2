// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.formats.outcome.ImageReadException;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads a volume into the reading: the picture appears with the first slice and fills as the others arrive.
///
/// FX thread. What was being loaded is given up when another volume is asked for.
public final class VolumeOpening {
    private static final Logger LOG = LoggerFactory.getLogger(VolumeOpening.class);

    private final Workshop workshop;
    private final ExecutorService compute;
    private final Executor ui;
    private final ReadingModel reading;
    private final Latest loading = new Latest();
    private final ObservableMap<String, ToneWish> tones;
    private Runnable onStopped = () -> {};
    private String modality = "";
    private int opened;

    public VolumeOpening(
            Workshop workshop, ExecutorService compute, Executor ui, ReadingModel reading) {
        this(workshop, compute, ui, reading, FXCollections.observableHashMap());
    }

    /// With windows and colours that it shares with others.
    public VolumeOpening(
            Workshop workshop,
            ExecutorService compute,
            Executor ui,
            ReadingModel reading,
            ObservableMap<String, ToneWish> tones) {
        this.tones = tones;
        this.workshop = workshop;
        this.compute = compute;
        this.ui = ui;
        this.reading = reading;
        reading.tones().wish().addListener((_, _, wish) -> keep(wish));
    }

    /// The windows and colours that a person set, by modality: kept here, and used for what is opened next.
    public ObservableMap<String, ToneWish> tones() {
        return tones;
    }

    /// Who hears that a person gave up loading; the reading then shows what was open, or that nothing is.
    public void onStopped(Runnable newListener) {
        onStopped = newListener;
    }

    /// Gives up what is being loaded; nobody hears of it.
    public void giveUp() {
        opened++;
        loading.cancel();
    }

    public void open(OpenableVolume source) {
        int ticket = ++opened;
        var arrival = new Arrival(source, ticket);
        var running =
                loading.replace(
                        () ->
                                workshop.readOrWrite(
                                        "Opening " + source.title(),
                                        (cancel, progress) ->
                                                source.open(
                                                        compute,
                                                        arrival.following(progress),
                                                        cancel),
                                        arrival::complete,
                                        this::fail));
        running.counting(source instanceof FileVolume ? Workshop.BYTES : "slices");
        running.whenCancelled(
                () -> {
                    if (ticket == opened) { // not where another volume took its place
                        opened++;
                        reading.stop();
                        onStopped.run();
                    }
                });
    }

    private void keep(ToneWish wish) {
        if (modality.isEmpty()) {
            return;
        }
        if (wish.equals(ToneWish.NONE)) {
            tones.remove(modality);
        } else {
            tones.put(modality, wish);
        }
    }

    private void fail(Throwable cause) {
        LOG.warn("a series could not be opened", cause);
        switch (cause) {
            case DicomReadException refused ->
                    reading.fail("This series could not be opened.", refused.reason().describe());
            case ImageReadException refused ->
                    reading.fail("This file could not be opened.", refused.reason().describe());
            case IOException _ ->
                    reading.fail(
                            "The files of this series could not be read.",
                            "Check that the folder is still there, then open the series again.");
            case OutOfMemoryError _ ->
                    reading.fail(
                            "This series needs more memory than there is.",
                            "Close other programs, then open the series again.");
            default ->
                    reading.fail(
                            "This series could not be opened.",
                            "Nothing is lost. The log says more; another series may open.");
        }
    }

    /// What has begun to arrive.
    private record Started(Volume volume, SourceFacts facts) {}

    /// Brings what the reading threads say to the FX thread, not more often than that can show it.
    private final class Arrival {
        private final OpenableVolume source;
        private final int ticket;
        private final AtomicReference<@Nullable Started> started = new AtomicReference<>();
        private final AtomicReference<Progress> latest = new AtomicReference<>(new Progress(0, 0));
        private final AtomicBoolean told = new AtomicBoolean();
        private final SliceCount slices;
        private @Nullable Volume shown;

        Arrival(OpenableVolume source, int ticket) {
            this.source = source;
            this.ticket = ticket;
            slices = new SliceCount(source.geometry().size().k());
        }

        LoadListener following(Progress.Listener work) {
            return new LoadListener() {
                @Override
                public void started(Volume volume) {
                    slices.clear();
                    started.set(new Started(volume, SourceFacts.of(source)));
                }

                @Override
                public void sliceComplete(int k) {
                    slices.add(k);
                }

                @Override
                public void progress(Progress progress) {
                    latest.set(progress);
                    work.progress(progress);
                    if (told.compareAndSet(false, true)) {
                        ui.execute(Arrival.this::tell);
                    }
                }
            };
        }

        private void tell() {
            told.set(false);
            Started now = started.get();
            if (ticket != opened || now == null) {
                return; // late answers are dropped
            }
            if (!now.volume.equals(shown)) {
                show(now.volume, now.facts);
                ui.execute(this::tell); // what has arrived of it is enough for a turn of its own
            } else {
                reading.slicesArrived(latest.get(), slices.run());
            }
        }

        private void show(Volume volume, SourceFacts facts) {
            shown = volume;
            modality = ""; // the wish that is set now is the old one, not a person's new one
            reading.tones().wish().set(tones.getOrDefault(source.modality(), ToneWish.NONE));
            modality = source.modality();
            reading.tones().usual(facts.polarity());
            facts.tell(reading.kind());
            reading.showWhileLoading(volume, facts.presets());
        }

        /// Also where the last word of the loading threads is still on its way, or all came at once.
        private void complete(Volume volume) {
            tell();
            ui.execute(
                    () -> {
                        if (ticket == opened) {
                            reading.completed(volume);
                        }
                    });
        }
    }
}
