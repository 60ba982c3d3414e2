// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.opening.VolumeOpening;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// What is shown after a person gave up loading from the status bar. Needs no toolkit: the test runs the FX thread's
/// and the reading thread's work itself, in the order it wants.
final class StoppedLoadingTest {
    private final Queue<Runnable> ui = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> io = new ConcurrentLinkedQueue<>();
    private final ExecutorService compute = Executors.newSingleThreadExecutor();
    private final ReadingModel reading = new ReadingModel(Runnable::run, Runnable::run);
    private final Workshop workshop = new Workshop(ui::add, Runnable::run, io::add, () -> 0);
    private final VolumeOpening opening = new VolumeOpening(workshop, compute, ui::add, reading);
    private int stopped;

    @TempDir private Path folder = Path.of("");
    private List<OpenableVolume> volumes = List.of();

    @BeforeEach
    void write() throws IOException, InterruptedException {
        CoarseSample.writeAll(folder, Runnable::run);
        volumes =
                VolumeFinder.find(
                                List.of(folder), compute, Progress.Listener.NONE, new CancelToken())
                        .volumes();
        opening.onStopped(() -> stopped++);
    }

    @AfterEach
    void close() {
        compute.shutdownNow();
    }

    @Test
    void firstSeriesGivenUpWhileItFillsIsSaidToBeStopped() {
        opening.open(volumes.getFirst());
        io.remove().run();
        ui.remove().run(); // the first slice is shown, the end is not told yet
        assertInstanceOf(Content.Loading.class, reading.content().get());
        workshop.running().getFirst().cancel();
        assertEquals(new Content.Stopped(volumes.getFirst().title()), reading.content().get());
        drain();
        assertEquals(new Content.Stopped(volumes.getFirst().title()), reading.content().get());
        assertEquals(1, stopped);
    }

    @Test
    void seriesGivenUpBeforeItsFirstSliceLeavesTheOneBefore() {
        opening.open(volumes.get(0));
        drain();
        assertInstanceOf(Content.Ready.class, reading.content().get());
        opening.open(volumes.get(1));
        workshop.running().getFirst().cancel();
        drain();
        var shown = assertInstanceOf(Content.Ready.class, reading.content().get());
        assertEquals(volumes.get(0).id(), shown.volume().id());
        assertEquals(1, stopped);
    }

    @Test
    void newSeriesInPlaceOfOneThatLoadsIsNoStop() {
        opening.open(volumes.get(0));
        opening.open(volumes.get(1));
        drain();
        var shown = assertInstanceOf(Content.Ready.class, reading.content().get());
        assertEquals(volumes.get(1).id(), shown.volume().id());
        assertEquals(0, stopped);
    }

    @Test
    void windowOfAModalityIsKeptForItsNextSeries() {
        List<OpenableVolume> tomograms =
                volumes.stream().filter(v -> v.modality().equals("CT")).toList();
        OpenableVolume resonance =
                volumes.stream().filter(v -> v.modality().equals("MR")).findFirst().orElseThrow();
        opening.open(tomograms.get(0));
        drain();
        reading.tones().choosePreset(2);
        var lung = reading.tones().window();
        opening.open(resonance);
        drain();
        assertTrue(!lung.equals(reading.tones().window()), "the lung window is no window for MR");
        assertEquals(ToneWish.NONE, reading.tones().wish().get());
        opening.open(tomograms.get(1));
        drain();
        assertEquals(lung, reading.tones().window());
    }

    private void drain() {
        while (!io.isEmpty() || !ui.isEmpty()) {
            if (!io.isEmpty()) {
                io.remove().run();
            }
            if (!ui.isEmpty()) {
                ui.remove().run();
            }
        }
    }
}
