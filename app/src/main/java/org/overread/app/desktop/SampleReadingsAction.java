// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.app.store.SampleReadings;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.phantom.SampleStudy;

/// Makes two readings of the sample study by code, so that there is something to compare. FX thread.
final class SampleReadingsAction {
    static final String ID = "file.sample-readings";

    private SampleReadingsAction() {}

    static Action of(
            WorkspaceModel workspace,
            ShownReading shown,
            ExecutorService compute,
            Consumer<Notice> notices) {
        return Action.of(
                        ID,
                        "File",
                        "Make two readings of the sample study",
                        () ->
                                shown.shown()
                                        .get()
                                        .ifPresent(
                                                volume ->
                                                        make(
                                                                workspace, shown, volume, compute,
                                                                notices)))
                .withIcon(RemixiconAL.BODY_SCAN_LINE)
                .enabledWhen(
                        Bindings.createBooleanBinding(
                                () ->
                                        workspace.state().get().toWrite().isPresent()
                                                && shown.shown()
                                                        .get()
                                                        .filter(SampleReadingsAction::isSample)
                                                        .isPresent(),
                                shown.shown(),
                                workspace.state()));
    }

    /// Whether a volume is the series of the sample whose truth is drawn, by its title: making the phantom takes longer
    /// than the window may wait.
    private static boolean isSample(Shown shown) {
        return shown.volume().title().contains(SampleStudy.FIRST_TITLE);
    }

    private static void make(
            WorkspaceModel workspace,
            ShownReading shown,
            Shown volume,
            ExecutorService compute,
            Consumer<Notice> notices) {
        workspace.ask( // it computes for seconds, and strokes must not wait
                open ->
                        new SampleReadings(open, compute)
                                .make(
                                        SampleStudy.series().getFirst(),
                                        volume.volume().geometry(),
                                        volume.seen()),
                made -> {
                    notices.accept(Notice.good(words(made)));
                    shown.refresh();
                },
                cause ->
                        notices.accept(
                                Notice.bad(
                                        "The two readings were not made.",
                                        "Nothing else is affected.",
                                        cause instanceof IOException
                                                ? String.valueOf(cause.getMessage())
                                                : "")));
    }

    private static String words(List<StoredVersion> made) {
        return "Two readings of the sample study are there, in %d versions.".formatted(made.size());
    }
}
