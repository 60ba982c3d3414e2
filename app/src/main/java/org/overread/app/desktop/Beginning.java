// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.opening.SampleFolder;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.viewer.bricks.BrickFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows what a person wants to see first: a folder, what was open last, or the sample study. FX thread.
final class Beginning {
    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

    private final Workstation workstation;
    private final ExecutorService compute;
    private final SampleFolder sample;
    private final Notices notices;

    Beginning(
            Workstation workstation,
            ExecutorService compute,
            SampleFolder sample,
            Notices notices) {
        this.workstation = workstation;
        this.compute = compute;
        this.sample = sample;
        this.notices = notices;
        compute.execute(Beginning::tidy);
        workstation
                .actions()
                .add(
                        Action.of("file.sample", "File", "Open the sample study", this::openSample)
                                .withIcon(RemixiconAL.BODY_SCAN_LINE));
    }

    /// What an earlier program that was killed left of its large volumes.
    private static void tidy() {
        try {
            BrickFolder.here().removeLeftOvers();
        } catch (IOException e) {
            LOG.warn("old bricks were not removed", e);
        }
    }

    void fulfil(StartWish wish, @Nullable Training training) throws IOException {
        switch (wish) {
            case StartWish.Open(Path place) -> workstation.open(List.of(place));
            case StartWish.Sample() -> openSample();
            case StartWish.GoOn() ->
                    workstation
                            .lastFolder()
                            .ifPresentOrElse(
                                    folder -> workstation.open(List.of(folder)), this::openSample);
            case StartWish.Train() -> {
                if (training != null) {
                    ObliqueDrawing.rehearse(); // nobody waits for this thread
                    workstation.open(List.of(training.series(compute)));
                }
            }
        }
    }

    private void openSample() {
        if (sample.isThere()) {
            workstation.open(List.of(sample.images()));
            return;
        }
        workstation
                .studies()
                .make(
                        "Making the sample study",
                        "slices",
                        (cancel, progress) -> sample.make(compute, progress, cancel),
                        this::notMade);
    }

    private void notMade(Throwable cause) {
        LOG.warn("the sample study was not made", cause);
        notices.show(
                Notice.bad(
                        "The sample study could not be made.",
                        "Nothing else is affected.",
                        "Check that the disk is not full, or open a folder of your own (Ctrl+O)."));
    }
}
