// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.log.LogFile;
import org.overread.app.desktop.notice.LastResort;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.opening.SampleFolder;
import org.overread.app.desktop.settings.PlatformPlaces;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.settings.SettingsFile;
import org.overread.app.desktop.settings.SettingsKeeper;
import org.overread.app.desktop.work.Pools;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.slice.CpuSliceRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts and ends the desktop program: log, threads, settings, then the workstation and its window.
public final class OverreadApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(OverreadApplication.class);
    private static final long SAVE_AFTER_MS = 500;
    private static final long WAIT_AT_END_MS = 2000;

    private final ExecutorService compute = Pools.compute();
    private final ExecutorService io = Pools.io();
    private final Workshop workshop =
            new Workshop(Platform::runLater, compute, io, System::nanoTime);
    private final Notices notices = new Notices(Platform::runLater, Clock.systemUTC());
    private @Nullable SettingsKeeper keeper;
    private @Nullable ReadingDesk reading;
    private @Nullable Training training;

    @Override
    public void start(Stage stage) throws IOException {
        StartWish wish = StartWish.of(getParameters().getRaw());
        if (wish instanceof StartWish.Train) {
            training = Training.begin();
        }
        var places = training == null ? PlatformPlaces.here() : training.places();
        startLog(places.logs());
        var file = new SettingsFile(places.settings().resolve("settings.json"));
        var saving =
                new SettingsKeeper(
                        file,
                        CompletableFuture.delayedExecutor(SAVE_AFTER_MS, TimeUnit.MILLISECONDS, io),
                        _ -> notices.show(SETTINGS_NOT_SAVED));
        keeper = saving;
        var cpu = new CpuSliceRenderer(compute, Runtime.getRuntime().availableProcessors());
        var desk = new ReadingDesk(workshop, compute, Platform::runLater, cpu);
        reading = desk;
        var drawing = new Drawing(desk, notices, workshop);
        var parts =
                new WorkstationParts(
                        desk.studies(),
                        workshop,
                        notices,
                        settings(file.load()),
                        saving,
                        drawing::words);
        var workstation = new Workstation(stage, parts);
        DeskInWindow.place(workstation, desk);
        workstation.show();
        var sample = new SampleFolder(places.data());
        new Beginning(workstation, workshop, compute, sample, notices).fulfil(wish, training);
        // nobody waits for a graphics driver: the processor draws until it is known what is faster
        FirstPicture.await(
                desk.area(),
                () -> {
                    if (wish instanceof StartWish.Train) {
                        Platform.exit();
                    } else {
                        drawing.choose(cpu);
                    }
                });
        LOG.info("started on Java {}", Runtime.version());
    }

    @Override
    public void stop() throws InterruptedException, IOException {
        workshop.cancelAll();
        var desk = reading;
        if (desk != null) {
            desk.close();
        }
        var saving = keeper;
        if (saving != null) {
            io.execute(saving::flush);
        }
        compute.shutdownNow();
        io.shutdown();
        if (!io.awaitTermination(WAIT_AT_END_MS, TimeUnit.MILLISECONDS)) {
            io.shutdownNow();
        }
        LOG.info("ended");
        var trained = training;
        if (trained != null) {
            trained.close();
        }
    }

    private void startLog(Path folder) {
        Optional<Notice.Offer> showLog = Optional.empty();
        try {
            LogFile.start(folder);
            showLog =
                    Optional.of(
                            new Notice.Offer(
                                    "Open the folder of the log",
                                    () ->
                                            getHostServices()
                                                    .showDocument(folder.toUri().toString())));
        } catch (IOException e) {
            LOG.warn("the log goes to stderr only", e);
        }
        new LastResort(notices, showLog).install();
    }

    private Settings settings(SettingsFile.Found found) {
        switch (found) {
            case SettingsFile.Found.Kept _, SettingsFile.Found.Fresh _ -> {}
            case SettingsFile.Found.Damaged(_, Path keptAs) ->
                    notices.show(
                            Notice.caution(
                                    "Your settings could not be understood.",
                                    "They are kept in %s.".formatted(keptAs.getFileName()),
                                    "The program starts with its first settings."));
            case SettingsFile.Found.Unreadable _ ->
                    notices.show(
                            Notice.caution(
                                    "Your settings could not be read.",
                                    "They are unchanged.",
                                    "Check the rights of the settings folder."));
        }
        return found.settings();
    }

    private static final Notice SETTINGS_NOT_SAVED =
            Notice.caution(
                    "Your settings were not saved.",
                    "Labels and images are not affected.",
                    "Check that the disk is not full.");
}
