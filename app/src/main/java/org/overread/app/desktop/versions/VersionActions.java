// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.workspace.AskPlace;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.volume.VolumeGeometry;

/// What a person can do with versions.
public final class VersionActions {
    private static final String GROUP = "Versions";

    private final VersionsModel model;
    private final VersionsView view;
    private final AskPlace places;

    private VersionActions(VersionsModel model, VersionsView view, AskPlace places) {
        this.model = model;
        this.view = view;
        this.places = places;
    }

    /// Those that stand below the list.
    public static List<Action> ofChosen(
            VersionsModel model, VersionsView view, AskPlace places, Layer layer) {
        var actions = new VersionActions(model, view, places);
        return List.of(
                Action.of(
                                "versions.open",
                                GROUP,
                                "Show the version over the images",
                                actions.one(model.drawn()::show))
                        .withIcon(RemixiconAL.EYE_LINE)
                        .enabledWhen(actions.count(n -> n == 1)),
                Action.of("versions.compare", GROUP, "Compare two versions", actions::compare)
                        .withIcon(RemixiconMZ.SPLIT_CELLS_HORIZONTAL)
                        .withKey("Shortcut+D")
                        .enabledWhen(actions.count(n -> n == 1 || n == 2)),
                Action.of(
                                "versions.restore",
                                GROUP,
                                "Restore as a new version",
                                actions.one(model.deeds()::restore))
                        .withIcon(RemixiconAL.HISTORY_LINE)
                        .enabledWhen(actions.changeable(1).and(actions.own())),
                Action.of(
                                "versions.branch",
                                GROUP,
                                "Continue from here, beside what came since",
                                actions.one(model.deeds()::branch))
                        .withIcon(RemixiconAL.GIT_BRANCH_LINE)
                        .enabledWhen(actions.changeable(1)),
                Action.of("versions.rename", GROUP, "Rename the version", view::rename)
                        .withIcon(RemixiconAL.EDIT_2_LINE)
                        .enabledWhen(actions.changeable(1).and(actions.own())),
                Action.of(
                                "versions.sign",
                                GROUP,
                                "Sign the version, or see who did",
                                actions.one(model::sign))
                        .withIcon(RemixiconMZ.SHIELD_CHECK_LINE)
                        .enabledWhen(actions.count(n -> n == 1)),
                Action.of(
                                "versions.export",
                                GROUP,
                                "Export the labels as one file",
                                actions.one(actions::exportMap))
                        .withIcon(RemixiconAL.DOWNLOAD_LINE)
                        .enabledWhen(actions.count(n -> n == 1)),
                Action.of(
                                "versions.export-folder",
                                GROUP,
                                "Export a file for each structure",
                                actions.one(actions::exportFolder))
                        .withIcon(RemixiconAL.FOLDER_DOWNLOAD_LINE)
                        .enabledWhen(actions.count(n -> n == 1)),
                Action.of(
                                "versions.withdraw",
                                GROUP,
                                "Withdraw the reading: erase its labels",
                                () -> WithdrawSheet.open(model, layer))
                        .withIcon(RemixiconAL.DELETE_BIN_LINE)
                        .enabledWhen(actions.changeable(0)));
    }

    /// Those that stand in lists and under keys only.
    public static List<Action> ofPanel(VersionsView view, VersionsModel model, Runnable show) {
        var comparing =
                Bindings.createBooleanBinding(
                        () -> model.drawn().compared().get().isPresent(), model.drawn().compared());
        return List.of(
                Action.of("versions.panel", GROUP, "Versions", show)
                        .withIcon(RemixiconAL.GIT_BRANCH_LINE)
                        .withKey("Shortcut+H"),
                Action.of(
                                "versions.next-place",
                                GROUP,
                                "Next place that differs",
                                () -> view.step(1))
                        .withIcon(RemixiconAL.ARROW_DOWN_S_LINE)
                        .withKey("Alt+Down")
                        .enabledWhen(comparing),
                Action.of(
                                "versions.previous-place",
                                GROUP,
                                "Previous place that differs",
                                () -> view.step(-1))
                        .withIcon(RemixiconAL.ARROW_UP_S_LINE)
                        .withKey("Alt+Up")
                        .enabledWhen(comparing),
                Action.of(
                                "versions.end-compare",
                                GROUP,
                                "End comparing",
                                model.drawn()::endComparison)
                        .withIcon(RemixiconAL.CLOSE_LINE)
                        .enabledWhen(comparing));
    }

    private Runnable one(Consumer<StoredVersion> run) {
        return () -> view.chosen().stream().findFirst().ifPresent(run);
    }

    private ObservableBooleanValue count(IntPredicate wanted) {
        return Bindings.createBooleanBinding(
                () -> isThere() && wanted.test(view.chosen().size()),
                view.selection(),
                model.state());
    }

    /// @param least how many versions must be chosen
    private BooleanBinding changeable(int least) {
        return Bindings.createBooleanBinding(
                () ->
                        isThere()
                                && view.chosen().size() >= least
                                && model.workspace().state().get().toWrite().isPresent(),
                view.selection(),
                model.state(),
                model.workspace().state());
    }

    private BooleanBinding own() {
        return Bindings.createBooleanBinding(model::isOwn, model.state());
    }

    private boolean isThere() {
        return model.listed()
                .flatMap(VersionsState.Listed::reading)
                .filter(reading -> reading.availability() == Reading.Availability.THERE)
                .isPresent();
    }

    /// The two that are chosen, or the one and what it continues.
    private void compare() {
        List<StoredVersion> chosen = view.chosen();
        if (chosen.size() == 2) {
            model.drawn().compare(chosen.getFirst(), chosen.getLast());
            return;
        }
        chosen.stream()
                .findFirst()
                .ifPresent(
                        one ->
                                model.listed().stream()
                                        .flatMap(now -> now.versions().stream())
                                        .filter(other -> one.parents().contains(other.id()))
                                        .findFirst()
                                        .ifPresentOrElse(
                                                parent -> model.drawn().compare(parent, one),
                                                () ->
                                                        model.tell(
                                                                Notice.caution(
                                                                        "This version continues none of the list.",
                                                                        "",
                                                                        "Choose a second one with Ctrl and a click, then compare."))));
    }

    private void exportMap(StoredVersion version) {
        String name = "%s-v%d.seg.nrrd".formatted(version.reading(), version.number());
        places.newFile("Export the labels", name)
                .ifPresent(
                        file ->
                                export(
                                        file,
                                        (open, grid) ->
                                                VersionFiles.map(open, version, grid, file)));
    }

    private void exportFolder(StoredVersion version) {
        places.folder("Where the folder of label files goes")
                .ifPresent(
                        folder ->
                                export(
                                        folder,
                                        (open, grid) ->
                                                VersionFiles.folder(open, version, grid, folder)));
    }

    private interface Export {
        VersionFiles.Written run(Workspace open, VolumeGeometry grid) throws IOException;
    }

    private void export(Path to, Export export) {
        model.listed()
                .map(listed -> listed.shown().volume().geometry())
                .ifPresent(
                        grid ->
                                model.workspace()
                                        .ask(
                                                open -> export.run(open, grid),
                                                written -> written(to, written),
                                                cause ->
                                                        model.refused(
                                                                "The labels were not exported.",
                                                                cause)));
    }

    private void written(Path to, VersionFiles.Written written) {
        String what =
                written.files().size() == 1
                        ? "“%s” was written.".formatted(written.files().getFirst().getFileName())
                        : "%d files were written into “%s”."
                                .formatted(written.files().size(), to.getFileName());
        model.tell(
                written.overlapping() == 0
                        ? Notice.good(what)
                        : Notice.caution(
                                what,
                                "%,d voxels belong to several structures; the file shows the one named last."
                                        .formatted(written.overlapping()),
                                "A file for each structure keeps all of them."));
    }
}
