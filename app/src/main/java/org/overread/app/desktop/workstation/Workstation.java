// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workstation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.overread.app.desktop.about.About;
import org.overread.app.desktop.about.AboutSheet;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.NoticeList;
import org.overread.app.desktop.notice.NoticeStack;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.palette.CheatSheet;
import org.overread.app.desktop.palette.Palette;
import org.overread.app.desktop.palette.PaletteModel;
import org.overread.app.desktop.settings.RecentFolders;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.shell.MainWindow;
import org.overread.app.desktop.shell.ShellModel;
import org.overread.app.desktop.studies.FolderWords;
import org.overread.app.desktop.studies.SkippedFile;
import org.overread.app.desktop.studies.SkippedFilesSheet;
import org.overread.app.desktop.studies.StudiesModel;
import org.overread.app.desktop.studies.StudiesView;
import org.overread.app.desktop.studies.WelcomeView;
import org.overread.app.desktop.theme.Theme;
import org.overread.app.desktop.watch.FxWatch;
import org.overread.app.desktop.work.WorkLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desktop program in one window: puts its parts together and holds them. FX thread.
public final class Workstation {
    private static final Logger LOG = LoggerFactory.getLogger(Workstation.class);

    private final Stage stage;
    private final WorkstationParts parts;
    private final Actions actions = new Actions();
    private final ShellModel shell = new ShellModel();
    private final Layer layer = new Layer();
    private final Palette palette;
    private final RecentFolders recentFolders;
    private final ObservableList<String> recentActions;
    private final StudiesModel studies;
    private final MainWindow window;
    private final WelcomeView welcome;
    private final WindowPlacement placement;
    private Supplier<Settings.Look> look;
    private Supplier<Settings.Habits> habits;
    private FxWatch watch = new FxWatch();
    private final DropTarget drops = new DropTarget(this::open);

    public Workstation(Stage stage, WorkstationParts parts) {
        this.stage = stage;
        this.parts = parts;
        Settings settings = parts.settings();
        recentFolders = new RecentFolders(settings.recentFolders());
        recentActions = FXCollections.observableArrayList(settings.recentActions());
        restore(shell, settings.panels());
        placement = new WindowPlacement(stage);
        look = settings::look;
        habits = settings::habits;
        studies = new StudiesModel(parts.source(), parts.workshop(), this::folderNotRead);
        studies.onFound(this::remember);
        palette = new Palette(new PaletteModel(actions, recentActions), layer);
        var left =
                new StudiesView(
                        studies, this::openFolder, files -> SkippedFilesSheet.open(files, layer));
        window =
                new MainWindow(
                        shell, actions, left, new WorkLine(parts.workshop()), layer, palette::open);
        welcome =
                new WelcomeView(
                        studies.state(),
                        recentFolders.all(),
                        this::openFolder,
                        this::openFiles,
                        () -> actions.find("file.sample").ifPresent(actions::run),
                        folder -> open(List.of(folder)),
                        recentFolders::remove);
        window.setCentre(welcome);
        addNotices();
        actions.addAll(StandardActions.file(this::openFolder, this::openFiles));
        recentFolders.all().addListener((ListChangeListener<String>) _ -> offerRecent());
        offerRecent();
        actions.addAll(
                StandardActions.view(shell, this::toggleFullScreen, window::focusNextRegion));
        actions.addAll(
                StandardActions.help(
                        palette::open,
                        () -> CheatSheet.open(actions, layer),
                        () -> NoticeList.open(parts.notices(), layer),
                        () -> AboutSheet.open(About.now(parts.renderer().get()), layer)));
    }

    /// Where views add what a person can do.
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

    /// Stands in the middle while nothing is open.
    public Node welcome() {
        return welcome;
    }

    /// Who measures the window; given before it is shown.
    public void watchWith(FxWatch newWatch) {
        watch = newWatch;
    }

    /// How busy the FX thread is.
    public FxWatch watch() {
        return watch;
    }

    /// What is opened again and again comes into the window, unseen, a bit with each call; whether there was one to come.
    public boolean standBy() {
        return palette.standBy();
    }

    /// Takes cards that lie over the window for a moment.
    public Layer layer() {
        return layer;
    }

    /// Says something to the person.
    public void tell(Notice notice) {
        parts.notices().show(notice);
    }

    public Notices notices() {
        return parts.notices();
    }

    public void show() {
        var scene = new Scene(window.root());
        Theme.dress(scene);
        watch.install(scene);
        actions.install(scene);
        window.install(scene);
        drops.install(scene);
        stage.setTitle("Overread");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setScene(scene);
        placement.restore(parts.settings().window());
        stage.show();
        window.root().requestFocus();
        keepSettings();
    }

    /// Reads folders or files into the left panel; one in which studies are found is remembered as recent.
    public void open(List<Path> places) {
        studies.read(places);
    }

    private void remember(List<Path> places) {
        if (places.size() == 1) {
            recentFolders.add(places.getFirst());
        }
    }

    private void offerRecent() {
        actions.replace(
                StandardActions.RECENT_IDS,
                StandardActions.recent(
                        recentFolders.all(), folder -> open(List.of(Path.of(folder)))));
    }

    /// The folder that was opened last, if it is still there.
    public Optional<Path> lastFolder() {
        return recentFolders.all().stream().findFirst().map(Path::of).filter(Files::isDirectory);
    }

    private void openFolder() {
        var places = OpenDialogs.folder(stage, recentFolders.all());
        if (!places.isEmpty()) {
            open(places);
        }
    }

    /// Asks for files; none where a person thought better of it.
    public List<Path> askForFiles() {
        return OpenDialogs.files(stage, recentFolders.all());
    }

    private void openFiles() {
        var places = OpenDialogs.files(stage, recentFolders.all());
        if (!places.isEmpty()) {
            open(places);
        }
    }

    private void folderNotRead(StudiesModel.Refusal refusal) {
        switch (refusal) {
            case StudiesModel.Refusal.Unreadable(_, IOException e) -> {
                LOG.warn("a folder was not read: {}", e.getClass().getSimpleName());
                parts.notices().show(FolderWords.notice(refusal));
            }
            case StudiesModel.Refusal.Unreadable(_, Throwable fault) ->
                    // a fault of ours, not of the folder
                    Thread.currentThread()
                            .getUncaughtExceptionHandler()
                            .uncaughtException(Thread.currentThread(), fault);
            case StudiesModel.Refusal.NothingThere(_, List<SkippedFile> skipped) ->
                    nothingThere(FolderWords.notice(refusal), skipped);
        }
    }

    /// Where the left panel is empty it says so itself.
    private void nothingThere(Notice notice, List<SkippedFile> skipped) {
        if (studies.state().get() instanceof StudiesModel.State.Found) {
            parts.notices()
                    .show(
                            skipped.size() < 2
                                    ? notice
                                    : notice.withOffer(
                                            "Show why",
                                            () -> SkippedFilesSheet.open(skipped, layer)));
        }
    }

    private void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    private void addNotices() {
        window.setNotices(new NoticeStack(parts.notices()));
        window.addFloating(drops);
    }

    private static void restore(ShellModel shell, Settings.Panels panels) {
        shell.widenLeft(panels.leftWidth());
        shell.widenRight(panels.rightWidth());
        shell.leftOpen().set(panels.leftOpen());
        shell.rightOpen().set(panels.rightOpen());
    }

    /// Who knows how pictures are shown; asked each time that something is kept.
    public void look(Supplier<Settings.Look> now) {
        look = now;
    }

    /// Who knows what a person made their own; asked each time that something is kept.
    public void habits(Supplier<Settings.Habits> now) {
        habits = now;
    }

    private void keepSettings() {
        for (var value :
                List.of(
                        shell.leftWidth(),
                        shell.rightWidth(),
                        shell.leftOpen(),
                        shell.rightOpen())) {
            value.addListener((_, _, _) -> keep());
        }
        recentActions.addListener((ListChangeListener<String>) _ -> keep());
        recentFolders.all().addListener((ListChangeListener<String>) _ -> keep());
        placement.follow(this::keep);
    }

    /// Keeps what a person has set until now.
    public void keep() {
        parts.keeper()
                .keep(
                        new Settings(
                                recentFolders.all(),
                                recentActions,
                                Optional.of(placement.now()),
                                new Settings.Panels(
                                        shell.leftWidth().get(),
                                        shell.rightWidth().get(),
                                        shell.leftOpen().get(),
                                        shell.rightOpen().get()),
                                look.get(),
                                habits.get()));
    }
}
