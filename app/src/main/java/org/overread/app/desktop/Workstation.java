// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.palette.Palette;
import org.overread.app.desktop.palette.PaletteModel;
import org.overread.app.desktop.shell.MainWindow;
import org.overread.app.desktop.shell.ShellModel;
import org.overread.app.desktop.studies.StudiesModel;
import org.overread.app.desktop.studies.StudiesView;
import org.overread.app.desktop.studies.StudySource;
import org.overread.app.desktop.theme.Theme;
import org.overread.app.desktop.work.WorkLine;
import org.overread.app.desktop.work.Workshop;

/// The desktop program in one window: puts its parts together and holds them. FX thread.
public final class Workstation {
    private final Stage stage;
    private final Actions actions = new Actions();
    private final ShellModel shell = new ShellModel();
    private final Layer layer = new Layer();
    private final StudiesModel studies;
    private final MainWindow window;
    private final Palette palette;

    public Workstation(Stage stage, StudySource source, Workshop workshop) {
        this.stage = stage;
        studies = new StudiesModel(source, workshop, _ -> {});
        palette =
                new Palette(new PaletteModel(actions, FXCollections.observableArrayList()), layer);
        var left = new StudiesView(studies, this::openFolder, _ -> {});
        window = new MainWindow(shell, actions, left, new WorkLine(workshop), layer, palette::open);
        addActions();
    }

    /// Where colleagues add what a person can do.
    public Actions actions() {
        return actions;
    }

    public ShellModel shell() {
        return shell;
    }

    public StudiesModel studies() {
        return studies;
    }

    public MainWindow window() {
        return window;
    }

    public void show() {
        var scene = new Scene(window.root(), 1280, 720);
        Theme.dress(scene);
        actions.install(scene);
        window.install(scene);
        acceptDrops(scene);
        stage.setTitle("Overread");
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setScene(scene);
        stage.show();
        window.root().requestFocus();
    }

    private void addActions() {
        actions.add(
                Action.of("file.open", "File", "Open folder", this::openFolder)
                        .withIcon(RemixiconAL.FOLDER_OPEN_LINE)
                        .withKey("Shortcut+O"));
        actions.add(
                Action.of("file.quit", "File", "Quit", Platform::exit)
                        .withIcon(RemixiconMZ.SHUT_DOWN_LINE)
                        .withKey("Shortcut+Q"));
        actions.add(
                Action.of("view.left", "View", "Show or hide studies", shell::toggleLeft)
                        .withIcon(RemixiconAL.LAYOUT_LEFT_LINE)
                        .withKey("F8"));
        actions.add(
                Action.of("view.right", "View", "Show or hide segments", shell::toggleRight)
                        .withIcon(RemixiconAL.LAYOUT_RIGHT_LINE)
                        .withKey("F9"));
        actions.add(
                Action.of("view.picture", "View", "Picture only", shell::togglePictureOnly)
                        .withIcon(RemixiconAL.IMAGE_LINE)
                        .withKey("Tab"));
        actions.add(
                Action.of("view.full-screen", "View", "Full screen", this::toggleFullScreen)
                        .withIcon(RemixiconAL.FULLSCREEN_LINE)
                        .withKey("F11"));
        actions.add(
                Action.of(
                                "go.next-region",
                                "Go",
                                "Next part of the window",
                                window::focusNextRegion)
                        .withKey("F6"));
        actions.add(
                Action.of("help.palette", "Help", "Search actions", palette::open)
                        .withIcon(RemixiconMZ.SEARCH_LINE)
                        .withKey("Shortcut+K"));
    }

    private void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    private void openFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder of DICOM files");
        var folder = chooser.showDialog(stage);
        if (folder != null) {
            studies.read(List.of(folder.toPath()));
        }
    }

    private void acceptDrops(Scene scene) {
        scene.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                    }
                    event.consume();
                });
        scene.setOnDragDropped(
                event -> {
                    var files = event.getDragboard().getFiles();
                    List<Path> places = files.stream().map(java.io.File::toPath).toList();
                    studies.read(places);
                    event.setDropCompleted(!places.isEmpty());
                    event.consume();
                });
    }
}
