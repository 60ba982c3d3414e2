// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.WindowPreset;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.value.ValueMeaning;
import org.overread.viewer.formats.ImageReadException;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.Polarity;
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
    private int opened;

    public VolumeOpening(
            Workshop workshop, ExecutorService compute, Executor ui, ReadingModel reading) {
        this.workshop = workshop;
        this.compute = compute;
        this.ui = ui;
        this.reading = reading;
    }

    public void open(OpenableVolume source) {
        var arrival = new Arrival(source, ++opened);
        loading.replace(
                () ->
                        workshop.readOrWrite(
                                "Opening " + source.title(),
                                (cancel, progress) ->
                                        source.open(compute, arrival.following(progress), cancel),
                                _ -> arrival.completed(),
                                this::fail));
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

    private static List<WindowPreset> windows(OpenableVolume volume) {
        return switch (volume) {
            case DicomVolume dicom ->
                    dicom.source().meaning().windows().stream()
                            .map(
                                    window ->
                                            WindowPreset.of(
                                                    window.name().isEmpty()
                                                            ? "From the file"
                                                            : window.name(),
                                                    window.center(),
                                                    window.width()))
                            .toList();
            case FileVolume _ -> List.of();
        };
    }

    private static Polarity polarity(OpenableVolume volume) {
        boolean inverted =
                volume instanceof DicomVolume dicom
                        && dicom.source().meaning().polarity()
                                == ValueMeaning.Polarity.HIGH_IS_BLACK;
        return inverted ? Polarity.INVERTED : Polarity.NORMAL;
    }

    /// Brings what the reading threads say to the FX thread, not more often than that can show it.
    private final class Arrival {
        private final OpenableVolume source;
        private final int ticket;
        private final AtomicReference<@Nullable Volume> started = new AtomicReference<>();
        private final AtomicReference<Progress> latest = new AtomicReference<>(new Progress(0, 0));
        private final AtomicBoolean told = new AtomicBoolean();
        private @Nullable Volume shown;

        Arrival(OpenableVolume source, int ticket) {
            this.source = source;
            this.ticket = ticket;
        }

        LoadListener following(Progress.Listener work) {
            return new LoadListener() {
                @Override
                public void started(Volume volume) {
                    started.set(volume);
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

        /// Also where the last word of the loading threads is still on its way.
        void completed() {
            tell();
            reading.completed();
        }

        private void tell() {
            told.set(false);
            Volume volume = started.get();
            if (ticket != opened || volume == null) {
                return; // late answers are dropped
            }
            if (!volume.equals(shown)) {
                shown = volume;
                reading.polarity().set(polarity(source));
                reading.showWhileLoading(volume, windows(source));
            }
            reading.sliceArrived(latest.get());
        }
    }
}
