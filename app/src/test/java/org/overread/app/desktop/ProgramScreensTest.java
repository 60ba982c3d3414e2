// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.ArrivedSlices;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.settings.SettingsFile;
import org.overread.app.desktop.studies.SeriesRow;
import org.overread.app.desktop.studies.StudiesModel.State;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.desktop.studies.StudyRow;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.work.Progress;

/// Brings the real program into its states and writes what the screen shows to target/screens, for people to look at.
///
/// `-Dscreen.width`, `-Dscreen.height` choose the size, `-Dscreen.study` a folder such as the sample study in full.
@RequiresDisplay
final class ProgramScreensTest {
    private static final double WIDTH =
            Double.parseDouble(System.getProperty("screen.width", "1280"));
    private static final double HEIGHT =
            Double.parseDouble(System.getProperty("screen.height", "720"));

    @TempDir private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    private Path study = Path.of(System.getProperty("screen.study", ""));

    @BeforeEach
    void begin() throws TimeoutException, IOException {
        var first = Settings.FIRST;
        new SettingsFile(home.resolve("settings").resolve("settings.json"))
                .save(
                        new Settings(
                                first.recentFolders(),
                                first.recentActions(),
                                Optional.of(new Settings.WindowPlace(0, 0, WIDTH, HEIGHT, false)),
                                first.panels(),
                                first.look()));
        if (study.toString().isEmpty()) {
            study = CoarseSample.writeAll(home.resolve("study"), Runnable::run);
        }
        open = new OpenProgram(home);
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    @Test
    void everyStateOfTheProgram() throws IOException {
        write("welcome");
        open.open(study);
        open.awaitPictures();
        open.robot.interact(
                () -> open.program.desk().reading().jumpTo(new PatientPoint(-58, 5, -60)));
        open.awaitPictures();
        open.robot.moveTo(
                open.onFx(
                        () ->
                                open.panes()
                                        .getFirst()
                                        .localToScreen(
                                                open.panes().getFirst().getWidth() * 0.4,
                                                open.panes().getFirst().getHeight() * 0.45)));
        write("ct");
        open.robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        write("palette");
        open.robot.write("win");
        write("palette-typed");
        open.robot.type(KeyCode.ESCAPE).type(KeyCode.F1);
        write("keys");
        open.robot.type(KeyCode.ESCAPE);
        open.run("help.about");
        write("about");
        open.robot.type(KeyCode.ESCAPE);
        open.robot.clickOn(".ov-title-row .ov-icon");
        open.robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.RIGHT);
        write("menu");
        open.robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
        open.notices.show(Notice.good("The reading is saved."));
        open.notices.show(
                Notice.bad(
                        "“chest” was not opened: it holds no image.",
                        "None of its 10,000 files is a DICOM image that can be shown.",
                        "What is open stays as it is."));
        write("notices");
        open.run("view.segments");
        write("notices-folded");
        open.run("view.segments");
        open.robot.interact(
                () ->
                        open.notices.showing().stream()
                                .toList()
                                .forEach(e -> open.notices.dismiss(e.number())));
        openRow(1);
        write("mr");
        open.robot.interact(this::loadHalf);
        write("loading");
        open.robot.interact(() -> open.program.desk().reading().stop());
        write("stopped");
        open.robot.interact(
                () ->
                        open.program
                                .desk()
                                .reading()
                                .fail(
                                        "The files of this series could not be read.",
                                        "Check that the folder is still there, then open the"
                                                + " series again."));
        write("failed");
        Path text = Files.writeString(home.resolve("notes.dcm"), "no image");
        Path mixed = Files.createDirectory(home.resolve("mixed"));
        CoarseSample.write(mixed, Runnable::run);
        for (int n = 0; n < 12; n++) {
            Files.copy(text, mixed.resolve("note " + n + ".txt"));
        }
        open.open(mixed);
        open.awaitPictures();
        open.robot.clickOn("12 files skipped: why");
        write("skipped");
        open.robot.type(KeyCode.ESCAPE);
        assertEquals(WIDTH, open.stage.getWidth());
    }

    private void openRow(int row) {
        open.robot.interact(
                () -> {
                    var studies = open.program.workstation().studies();
                    if (studies.state().get() instanceof State.Found(_, StudyList list)) {
                        var all =
                                list.studies().stream()
                                        .flatMap(s -> s.series().stream().map(r -> new Row(s, r)))
                                        .toList();
                        var wanted = all.get(Math.min(row, all.size() - 1));
                        studies.open(wanted.study(), wanted.series());
                    }
                });
        open.awaitPictures();
    }

    private record Row(StudyRow study, SeriesRow series) {}

    private void loadHalf() {
        var reading = open.program.desk().reading();
        var volume = reading.volume();
        if (volume != null) {
            int slices = volume.geometry().size().k();
            reading.showWhileLoading(volume, List.of());
            reading.slicesArrived(
                    new Progress(slices / 2, slices),
                    new ArrivedSlices(slices / 4, slices / 4 + slices / 2));
        }
    }

    private void write(String name) throws IOException {
        open.robot.sleep(700); // tips, fades and menus come to rest
        double scale = open.stage.getOutputScaleX();
        WritableImage image =
                open.onFx(
                        () ->
                                new Robot()
                                        .getScreenCapture(
                                                null,
                                                new Rectangle2D(
                                                        open.stage.getX(),
                                                        open.stage.getY(),
                                                        WIDTH,
                                                        HEIGHT),
                                                false));
        var file =
                Path.of(
                        "target",
                        "screens",
                        "program-%s-%.0fx%.0f@%.0f.png"
                                .formatted(name, WIDTH, HEIGHT, scale * 100));
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }
}
