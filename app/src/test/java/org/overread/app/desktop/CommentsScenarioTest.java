// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.finding.PinnedComments.Comment;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// A reader pins words to a point, finds them at the edge of the panes, and takes them away again.
@RequiresDisplay
final class CommentsScenarioTest {
    private static final Color TICK = Color.rgb(0xF2, 0x9E, 0xC4);
    private static final PatientPoint HIGH = new PatientPoint(30, -20, 60);
    private static final PatientPoint LOW = new PatientPoint(-40, 10, -80);

    @TempDir private Path home = Path.of("");
    @TempDir private Path study = Path.of("");

    private static List<Comment> comments(OpenProgram open, Volume volume) {
        return open.onFx(() -> open.program.comments().in(volume.frame()));
    }

    private static void opened(OpenProgram open, Path study) {
        open.open(study);
        Volume volume = open.awaitPictures();
        open.awaitThat("where comments are kept", () -> open.program.comments().takes(volume));
    }

    private static void say(OpenProgram open, PatientPoint at, String words) {
        open.robot.interact(() -> open.program.desk().reading().jumpTo(at));
        open.run("comment.write");
        open.awaitThat("the field", () -> open.robot.lookup("#comment").query().isVisible());
        open.robot.write(words);
        open.robot.type(KeyCode.ENTER);
    }

    /// How far down the slider of a pane its ticks of comments are, parts of its height.
    private static List<Double> ticks(OpenProgram open, int pane) {
        return open.onFx(
                () -> {
                    PaneView view = open.panes().get(pane);
                    var group = (Group) view.lookup(".slice-slider .ticks");
                    return group.getChildren().stream()
                            .map(Rectangle.class::cast)
                            .filter(tick -> tick.getFill().equals(TICK))
                            .map(tick -> (tick.getY() + 1) / view.getHeight())
                            .sorted()
                            .toList();
                });
    }

    /// What is written on the picture of a pane.
    private static List<String> drawn(OpenProgram open, int pane) {
        return open.onFx(() -> words(open.panes().get(pane).lookup(".marks")).distinct().toList());
    }

    private static Stream<String> words(Node node) {
        return switch (node) {
            case Text text -> Stream.of(text.getText());
            case Parent parent ->
                    parent.getChildrenUnmodifiable().stream().flatMap(CommentsScenarioTest::words);
            default -> Stream.of();
        };
    }

    @Test
    void commentsArePinnedSeenAtTheSliderThereAgainAndTakenAway()
            throws IOException, TimeoutException {
        CoarseSample.write(study, Runnable::run);
        try (var open = new OpenProgram(home)) {
            opened(open, study);
            Volume volume = open.awaitPictures();
            say(open, HIGH, "Is this a vessel?");
            say(open, LOW, "Compare with March");
            assertEquals(
                    List.of("Is this a vessel?", "Compare with March"),
                    comments(open, volume).stream().map(Comment::words).toList());
            assertEquals(LOW, comments(open, volume).getLast().at());

            // a tick for each in every pane; the words on their own slices alone
            assertEquals(2, ticks(open, 0).size());
            assertEquals(List.of("Compare with March"), drawn(open, 0));
            double down = ticks(open, 0).getLast();
            new Screens(open.program.workstation(), "comments").write("pinned");

            // a click on the upper tick goes to the slice of the other comment
            open.run("comment.next");
            PatientPoint there = open.onFx(() -> open.program.desk().reading().cursor().get());
            assertTrue(there.equals(HIGH) || there.equals(LOW), there.toString());
            open.robot.interact(() -> open.program.desk().reading().jumpTo(HIGH));
            open.awaitPictures();
            assertEquals(List.of("Is this a vessel?"), drawn(open, 0));
            assertEquals(down, ticks(open, 0).getLast(), 1e-9, "ticks stand still");

            // Esc and going elsewhere leave everything as it was
            open.run("comment.write");
            open.robot.write("nonsense");
            open.robot.type(KeyCode.ESCAPE);
            assertFalse(open.onFx(() -> open.robot.lookup("#comment").query().isVisible()));
            assertEquals("Is this a vessel?", comments(open, volume).getFirst().words());
        }
        try (var open = new OpenProgram(home)) {
            opened(open, study);
            Volume volume = open.awaitPictures();
            assertEquals(2, comments(open, volume).size(), "kept with the reading");
            assertEquals(2, ticks(open, 0).size());

            // no words take it away
            open.robot.interact(() -> open.program.desk().reading().jumpTo(HIGH));
            open.run("comment.write");
            open.robot.type(KeyCode.DELETE, KeyCode.ENTER);
            open.awaitThat(
                    "one comment", () -> open.program.comments().in(volume.frame()).size() == 1);
            assertEquals(1, ticks(open, 0).size());
            assertEquals(List.of(), drawn(open, 0));
        }
    }

    private static List<String> words(OpenProgram open, Volume volume) {
        return comments(open, volume).stream().map(Comment::words).sorted().toList();
    }

    @Test
    void whatWasDoneToACommentIsTakenBackStepByStepAndKeptSo()
            throws IOException, TimeoutException {
        CoarseSample.write(study, Runnable::run);
        try (var open = new OpenProgram(home)) {
            opened(open, study);
            Volume volume = open.awaitPictures();
            say(open, HIGH, "first");
            say(open, LOW, "second");
            say(open, HIGH, "other words");
            say(open, HIGH, "other words"); // no step: nothing changed
            open.robot.interact(() -> open.program.desk().reading().jumpTo(HIGH));
            open.run("comment.write");
            open.robot.type(KeyCode.DELETE, KeyCode.ENTER);
            assertEquals(List.of("second"), words(open, volume));
            open.run("findings.undo");
            assertEquals(List.of("other words", "second"), words(open, volume));
            open.run("findings.undo");
            assertEquals(List.of("first", "second"), words(open, volume));
            open.run("findings.undo");
            assertEquals(List.of("first"), words(open, volume));
            open.run("findings.redo");
            open.run("findings.redo");
            assertEquals(List.of("other words", "second"), words(open, volume));
        }
        try (var open = new OpenProgram(home)) {
            opened(open, study);
            assertEquals(
                    List.of("other words", "second"), words(open, open.awaitPictures()), "kept");
        }
    }
}
