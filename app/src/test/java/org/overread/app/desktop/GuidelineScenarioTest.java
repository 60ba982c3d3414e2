// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.ImageView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.store.TermFiles;
import org.overread.app.store.WorkspacePlace;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;

/// The guideline that labels are made under is read in the window, with its examples; a new revision comes into force.
@RequiresDisplay
final class GuidelineScenarioTest {
    @TempDir private Path home = Path.of("");

    @Test
    void whereThereIsNoneItSaysHowOneIsWritten() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            open.awaitThat("the workspace", () -> open.words("#workspace-chip").contains("saved"));
            assertEquals(List.of(), open.words("#guideline-chip"));
            open.run("guideline.show");
            open.awaitThat(
                    "the sentence", () -> open.words(".ov-empty-head").contains("No guideline"));
            new Screens(open.program.workstation(), "guideline").write("none");
        }
    }

    @Test
    void textAndExamplesOfTheNewestRevisionStandThereAndEarlierOnesToo()
            throws IOException, TimeoutException {
        keep("# Livers\n\nVeins are liver, the vena cava is not.");
        keep(
                """
                # Livers

                Veins are liver, the vena cava is not.

                ## Margins

                The label ends where the organ ends: half a voxel of fat is too much.

                ![right: The label follows the capsule](%s)
                ![wrong: The label takes the gallbladder in](%s)
                """
                        .formatted(picture("right", Color.GRAY), picture("wrong", Color.WHITE)));
        try (var open = new OpenProgram(home)) {
            open.awaitThat(
                    "the chip", () -> open.words("#guideline-chip").equals(List.of("guideline 2")));
            open.robot.clickOn("#guideline-chip");
            open.awaitThat("two pictures", () -> pictures(open).size() == 2);
            assertEquals(List.of("Right", "Wrong"), open.words(".ov-example-sign"));
            assertEquals(List.of("Margins"), open.words(".ov-guideline-heading"));
            assertTrue(
                    open.words(".ov-example .label")
                            .contains("The label takes the gallbladder in"));
            // the middle of the picture is what was drawn there
            assertEquals(
                    List.of(javafx.scene.paint.Color.GRAY, javafx.scene.paint.Color.WHITE),
                    pictures(open));
            new Screens(open.program.workstation(), "guideline").write("shown");

            double small = width(open);
            open.robot.clickOn(".ov-example-picture");
            open.awaitThat("a large picture", () -> width(open) > 2 * small);
            new Screens(open.program.workstation(), "guideline").write("large");
            open.robot.clickOn(".ov-example-picture");
            open.awaitThat("a small one", () -> width(open) == small);

            open.robot.interact(
                    () ->
                            open.robot
                                    .lookup("#guideline-revision")
                                    .queryComboBox()
                                    .getSelectionModel()
                                    .selectLast());
            open.awaitThat("the first revision", () -> pictures(open).isEmpty());
            assertEquals(List.of(), open.words(".ov-guideline-heading"));
            assertFalse(open.words(".ov-guideline-words").isEmpty());
        }
    }

    /// What stands in the middle of each picture that is shown.
    private static List<javafx.scene.paint.Color> pictures(OpenProgram open) {
        return open.onFx(
                () ->
                        open
                                .robot
                                .lookup(".ov-example .image-view")
                                .queryAllAs(ImageView.class)
                                .stream()
                                .filter(view -> view.getImage() != null)
                                .map(
                                        view ->
                                                view.getImage()
                                                        .getPixelReader()
                                                        .getColor(
                                                                (int) view.getImage().getWidth()
                                                                        / 2,
                                                                (int) view.getImage().getHeight()
                                                                        / 2))
                                .toList());
    }

    private static double width(OpenProgram open) {
        return open.onFx(
                () ->
                        open.robot
                                .lookup(".ov-example .image-view")
                                .queryAs(ImageView.class)
                                .getFitWidth());
    }

    private String picture(String name, Color color) throws IOException {
        var image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setColor(color);
        drawing.fillOval(80, 60, 320, 240);
        drawing.dispose();
        ImageIO.write(image, "png", home.resolve(name + ".png").toFile());
        return name + ".png";
    }

    /// As a study lead takes one from a file.
    private void keep(String text) throws IOException {
        Path file = Files.createDirectories(home.resolve("data")).resolve(WorkspacePlace.FILE);
        Path guideline = Files.writeString(home.resolve("livers.md"), text);
        if (!(Workspace.open(file, WorkspacePlace.session("lead", "test"))
                instanceof WorkspaceOpening.Open(Workspace open))) {
            throw new AssertionError("the workspace does not open");
        }
        try (open) {
            open.projects().open("local", "local");
            TermFiles.guideline(open, "local", guideline);
        }
    }
}
