// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
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
import org.overread.app.desktop.watch.FxWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts and ends the desktop program: log, last resort, then the program in its window.
public final class OverreadApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(OverreadApplication.class);

    private final Notices notices = new Notices(Platform::runLater, Clock.systemUTC());
    private @Nullable Program program;
    private @Nullable Training training;

    @Override
    public void start(Stage stage) throws IOException {
        StartWish wish = StartWish.of(getParameters().getRaw());
        if (wish instanceof StartWish.Train) {
            training = Training.begin();
        }
        var places = training == null ? PlatformPlaces.here() : training.places();
        startLog(places.logs());
        var opened =
                new Program(stage, places, new SampleFolder(places.data()), notices, new FxWatch());
        program = opened;
        opened.drawWith(StartWish.renderer(getParameters().getRaw()));
        opened.begin(wish, training);
        LOG.info("started on Java {}", Runtime.version());
    }

    @Override
    public void stop() throws IOException {
        var open = program;
        if (open != null) {
            open.close();
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
}
