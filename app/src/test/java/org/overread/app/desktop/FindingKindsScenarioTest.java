// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.cli.CommandLines;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.WorkspaceState;
import org.overread.app.sample.CoarseSample;
import org.overread.app.store.TermFiles;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingKind;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Target;
import org.overread.segmentation.label.Confidence;
import org.overread.sync.store.Workspace;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.volume.PatientPoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A reader points out, describes, rates and classifies in the whole program, saves a version and finds all of it again:
/// in the list after a restart, and on the command line.
@RequiresDisplay
final class FindingKindsScenarioTest {
    /// The first lesion of the sample patient's liver, a ball of 28 mm.
    private static final PatientPoint LESION = new PatientPoint(-104, 18, -34);

    private static final String ONTOLOGY =
            """
            {"key": "livers", "name": "Livers", "terms": [
              {"id": "lesion", "name": "Liver lesion", "color": "#d9774a", "codes": [], "modalities": [],
               "attributes": [
                 {"name": "Margin", "need": "required", "values": ["smooth", "lobulated", "spiculated"]},
                 {"name": "Remark", "need": "optional", "values": []}]},
              {"id": "quality", "name": "Image quality", "color": "#5fa8d3", "codes": [], "modalities": [],
               "attributes": [{"name": "Grade", "need": "required", "values": ["good", "poor"]}]}]}
            """;

    @TempDir private Path home = Path.of("");

    private static List<Finding> findings(OpenProgram open) {
        return open.onFx(() -> open.program.findings().findings().get());
    }

    private static Finding only(OpenProgram open, FindingKind kind) {
        return findings(open).stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
    }

    private static void press(OpenProgram open, KeyCode... keys) {
        open.robot.press(keys);
        for (int n = keys.length - 1; n >= 0; n--) {
            open.robot.release(keys[n]);
        }
    }

    private static void drag(OpenProgram open, PaneView pane, PatientPoint from, double byMm) {
        Point2D start = onScreen(open, pane, from, 0);
        Point2D end = onScreen(open, pane, from, byMm);
        open.robot.moveTo(start);
        open.robot.press(MouseButton.PRIMARY);
        open.robot.moveTo(start.midpoint(end));
        open.robot.moveTo(end);
        open.robot.release(MouseButton.PRIMARY);
    }

    private static Point2D onScreen(
            OpenProgram open, PaneView pane, PatientPoint at, double rightMm) {
        return open.onFx(
                () -> {
                    var state = pane.model().state().get();
                    var there = state.toPane(at.plus(state.plane().right().times(rightMm)));
                    return pane.localToScreen(there.x(), there.y());
                });
    }

    @Test
    void findingsOfEveryKindAreSaidSavedAndThereAgain() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        List<Finding> kept;
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            takeOntology(open, ONTOLOGY);
            open.robot.interact(() -> open.program.desk().reading().jumpTo(LESION));
            open.awaitPictures();
            PaneView pane = open.panes().getFirst();
            open.run("findings.list");
            new Screens(open.program.workstation(), "finding-kinds").write("empty");
            open.robot.interact(pane::requestFocus);
            landmark(open, pane);
            box(open, pane);
            describe(open);
            classify(open);
            eyes(open);
            steps(open);
            askedForMore(open);
            save(open);
            kept = findings(open);
            assertEquals(3, kept.size());
        }
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            open.awaitThat("what was kept", () -> findings(open).size() == 3);
            assertEquals(kept, findings(open));
        }
        commandLine(kept);
    }

    private void takeOntology(OpenProgram open, String ontology) throws IOException {
        Path file = Files.writeString(home.resolve("livers.json"), ontology);
        open.awaitThat(
                "a workspace",
                () ->
                        open.program.workspace().workspace().state().get()
                                instanceof WorkspaceState.Ready);
        Workspace workspace =
                open.onFx(
                        () ->
                                open.program
                                        .workspace()
                                        .workspace()
                                        .state()
                                        .get()
                                        .toWrite()
                                        .orElseThrow());
        workspace.projects().open(ShownReading.OWN_PROJECT, ShownReading.OWN_PROJECT);
        TermFiles.ontology(workspace, ShownReading.OWN_PROJECT, file);
    }

    private static void landmark(OpenProgram open, PaneView pane) {
        press(open, KeyCode.ALT, KeyCode.A);
        drag(open, pane, LESION, 6);
        open.awaitThat("a landmark", () -> findings(open).size() == 1);
        Finding landmark = findings(open).getFirst();
        double pixel = open.onFx(() -> pane.model().state().get().pixelMm());
        var shape = (Marking.Landmark) landmark.shape().orElseThrow();
        double slice = open.onFx(() -> off(pane));
        assertEquals(0, shape.at().distanceTo(LESION), slice + 1.5 * pixel, "mm");
        assertEquals(6, shape.radiusMm(), 2 * pixel);
        assertTrue(landmark.said().confidence().isEmpty(), "nobody said it");
        // one key says how sure the reader is
        open.robot.type(KeyCode.M);
        open.awaitThat(
                "the question", () -> open.robot.lookup("#finding-rating").query().isVisible());
        new Screens(open.program.workstation(), "finding-kinds").write("rating");
        open.robot.type(KeyCode.DIGIT4);
        open.awaitThat(
                "the answer",
                () ->
                        findings(open)
                                .getFirst()
                                .said()
                                .confidence()
                                .equals(Optional.of(new Confidence.Rated(4))));
        open.robot.type(KeyCode.ESCAPE);
    }

    private static double off(PaneView pane) {
        var plane = pane.model().state().get().plane();
        return Math.abs(plane.center().from(LESION).dot(plane.normal()));
    }

    private static void box(OpenProgram open, PaneView pane) {
        press(open, KeyCode.ALT, KeyCode.Q);
        Point2D corner = onScreen(open, pane, LESION, -14);
        Point2D middle = onScreen(open, pane, LESION, 0);
        double half = middle.getX() - corner.getX();
        open.robot.moveTo(new Point2D(middle.getX() - half, middle.getY() - half));
        open.robot.press(MouseButton.PRIMARY);
        open.robot.moveTo(middle);
        open.robot.moveTo(new Point2D(middle.getX() + half, middle.getY() + half));
        open.robot.release(MouseButton.PRIMARY);
        open.awaitThat("a box", () -> findings(open).size() == 2);
        var box = (Marking.FlatBox) only(open, FindingKind.BOX).shape().orElseThrow();
        double pixel = open.onFx(() -> pane.model().state().get().pixelMm());
        assertEquals(14, box.frame().a().length(), 2 * pixel);
        assertEquals(14, box.frame().b().length(), 2 * pixel);
        open.robot.type(KeyCode.ESCAPE);
    }

    private static void describe(OpenProgram open) {
        press(open, KeyCode.ALT, KeyCode.E);
        open.awaitThat("the card", () -> open.robot.lookup("#describe").tryQuery().isPresent());
        open.robot.write("lesion");
        open.robot.type(KeyCode.ENTER);
        open.awaitThat(
                "what is missing",
                () -> open.words("#describe-missing").contains("“Margin” is required."));
        assertTrue(
                only(open, FindingKind.BOX).said().term().isEmpty(), "nothing is kept half said");
        new Screens(open.program.workstation(), "finding-kinds").write("required");
        ChoiceBox<?> margin = choice(open, 0);
        open.robot.interact(() -> margin.getSelectionModel().select(3));
        open.robot.type(KeyCode.ENTER);
        open.awaitThat(
                "the term",
                () -> only(open, FindingKind.BOX).said().term().equals(Optional.of("lesion")));
        assertEquals(
                Map.of("Margin", "spiculated"), only(open, FindingKind.BOX).said().attributes());
        // joined history: the words and the shape are steps of their own
        press(open, KeyCode.CONTROL, KeyCode.Z);
        open.awaitThat("nothing said", () -> only(open, FindingKind.BOX).said().term().isEmpty());
        press(open, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        open.awaitThat("said again", () -> only(open, FindingKind.BOX).said().term().isPresent());
    }

    private static ChoiceBox<?> choice(OpenProgram open, int number) {
        return open.onFx(
                () ->
                        new ArrayList<>(
                                        open.robot
                                                .lookup("#describe .choice-box")
                                                .queryAllAs(ChoiceBox.class))
                                .get(number));
    }

    private static void classify(OpenProgram open) {
        press(open, KeyCode.ALT, KeyCode.X);
        open.awaitThat("the card", () -> open.robot.lookup("#describe").tryQuery().isPresent());
        ChoiceBox<?> target = choice(open, 0);
        open.robot.interact(() -> target.getSelectionModel().select(1));
        open.robot.write("quality");
        ChoiceBox<?> grade = choice(open, 1);
        open.robot.interact(() -> grade.getSelectionModel().select(2));
        new Screens(open.program.workstation(), "finding-kinds").write("classify");
        open.robot.type(KeyCode.ENTER);
        open.awaitThat("a classification", () -> findings(open).size() == 3);
        Finding made = only(open, FindingKind.CLASSIFICATION);
        assertEquals(new Observed.Classified(new Target.OfSeries()), made.observed());
        assertEquals(Map.of("Grade", "poor"), made.said().attributes());
        assertEquals("Image quality 1", made.name());
    }

    private static void eyes(OpenProgram open) {
        int before = open.onFx(() -> open.panes().getFirst().lookupAll(".marks Polyline").size());
        press(open, KeyCode.ALT, KeyCode.SHIFT, KeyCode.H);
        open.awaitThat("shut eyes", () -> open.program.findings().eyes().shut().get().size() == 3);
        press(open, KeyCode.ALT, KeyCode.SHIFT, KeyCode.H);
        open.awaitThat("open eyes", () -> open.program.findings().eyes().shut().get().isEmpty());
        assertEquals(
                before,
                open.onFx(() -> open.panes().getFirst().lookupAll(".marks Polyline").size()));
    }

    private static Optional<FindingKind> chosen(OpenProgram open) {
        return open.program
                .findings()
                .chosen()
                .get()
                .flatMap(open.program.findings()::find)
                .map(Finding::kind);
    }

    /// Next and previous go through the list in its order and lead to each.
    private static void steps(OpenProgram open) {
        open.robot.interact(() -> open.panes().getFirst().model().leaf(5));
        for (FindingKind next :
                List.of(FindingKind.LANDMARK, FindingKind.BOX, FindingKind.CLASSIFICATION)) {
            press(open, KeyCode.ALT, KeyCode.F);
            open.awaitThat("next: " + next, () -> chosen(open).equals(Optional.of(next)));
        }
        press(open, KeyCode.ALT, KeyCode.SHIFT, KeyCode.F);
        open.awaitThat("back at the box", () -> chosen(open).equals(Optional.of(FindingKind.BOX)));
        PatientPoint at = open.onFx(() -> open.program.desk().reading().cursor().get());
        assertTrue(at.distanceTo(LESION) < 8, () -> "led to the box: " + at);
        List<String> words = open.words(".ov-findings .label");
        assertTrue(
                words.containsAll(List.of("Landmarks  (1)", "Boxes  (1)", "Classifications  (1)")),
                words::toString);
    }

    /// A newer ontology asks for more: until it is said no version is made.
    private void askedForMore(OpenProgram open) throws IOException {
        takeOntology(
                open,
                ONTOLOGY.replace(
                        "{\"name\": \"Remark\", \"need\": \"optional\", \"values\": []}",
                        "{\"name\": \"Shape\", \"need\": \"required\", \"values\": [\"round\", \"flat\"]}"));
        press(open, KeyCode.CONTROL, KeyCode.ENTER);
        open.awaitThat("the card", () -> open.robot.lookup("#describe").tryQuery().isPresent());
        new Screens(open.program.workstation(), "finding-kinds").write("more");
        open.awaitThat( // with the key held down the card says the same in fewer words
                "why",
                () ->
                        open.words("#describe-missing").stream()
                                .anyMatch(text -> text.endsWith("“Shape” is required.")));
        open.robot.type(KeyCode.ESCAPE);
        open.awaitThat("no card", () -> open.robot.lookup("#describe").tryQuery().isEmpty());
        assertFalse(open.robot.lookup("#finding-rating").query().isVisible(), "nothing goes on");
        press(open, KeyCode.CONTROL, KeyCode.ENTER);
        open.awaitThat("the card", () -> open.robot.lookup("#describe").tryQuery().isPresent());
        ChoiceBox<?> shape = choice(open, 1);
        open.robot.interact(() -> shape.getSelectionModel().select(1));
        open.robot.type(KeyCode.ENTER);
        open.awaitThat(
                "what was said",
                () -> "round".equals(only(open, FindingKind.BOX).said().attributes().get("Shape")));
        Node rating = open.robot.lookup("#finding-rating").query();
        open.awaitThat("the next question", rating::isVisible);
        open.robot.interact(() -> open.panes().getFirst().requestFocus());
        assertEquals(List.of(), versionsSaid(open));
    }

    /// Confidence is asked where it is missing, then the version is made.
    private static void save(OpenProgram open) {
        Node rating = open.robot.lookup("#finding-rating").query();
        open.robot.type(KeyCode.DIGIT0);
        open.awaitThat(
                "an answer",
                () ->
                        only(open, FindingKind.BOX)
                                .said()
                                .confidence()
                                .equals(Optional.of(new Confidence.NotAssessable())));
        open.robot.type(KeyCode.DIGIT2);
        open.awaitThat("a version", () -> open.onFx(() -> !versionsSaid(open).isEmpty()));
        assertFalse(open.onFx(rating::isVisible));
        open.run("findings.list");
        new Screens(open.program.workstation(), "finding-kinds").write("list");
        ListView<?> list = open.robot.lookup(".ov-findings .list-view").queryAs(ListView.class);
        assertEquals(6, open.onFx(() -> list.getItems().size()), "three heads, three findings");
    }

    private static List<String> versionsSaid(OpenProgram open) {
        return open.notices.past().stream()
                .map(Object::toString)
                .filter(text -> text.contains("Version 1 is saved"))
                .toList();
    }

    private void commandLine(List<Finding> kept) throws IOException {
        String workspace = home.resolve("data").resolve("workspace.overread").toString();
        JsonNode line = json("label", "list", "--workspace", workspace, "--json").get(0);
        assertEquals(3, line.get("findings").asInt());
        String id = line.get("id").asString();
        JsonNode shown = json("label", "show", id, "--workspace", workspace, "--json");
        assertEquals(3, shown.get("findings").size());
        Path file = home.resolve("findings.json");
        var export =
                CommandLines.run(
                        "label", "export", id, "--out", file.toString(), "--workspace", workspace);
        assertEquals(0, export.status(), export.err());
        String text = Files.readString(file);
        JsonNode all = JsonMapper.shared().readTree(text);
        assertEquals("LPS mm", all.get("space").asString());
        JsonNode landmark = all.get("findings").get(0);
        var shape = (Marking.Landmark) kept.getFirst().shape().orElseThrow();
        assertEquals(shape.at().x(), landmark.get("pointsMm").get(0).get(0).asDouble());
        assertEquals(shape.at().y(), landmark.get("pointsMm").get(0).get(1).asDouble());
        assertEquals(shape.at().z(), landmark.get("pointsMm").get(0).get(2).asDouble());
        assertEquals(shape.radiusMm(), landmark.get("radiusMm").asDouble());
        assertEquals(4, landmark.get("confidence").asInt());
        JsonNode box = all.get("findings").get(1);
        assertEquals("lesion", box.get("term").asString());
        assertEquals("spiculated", box.get("attributes").get("Margin").asString());
        assertEquals(0, box.get("confidence").asInt());
        assertEquals("series", all.get("findings").get(2).get("classified").asString());
        assertFalse(text.contains(kept.getFirst().volumeId()), "no identifier of the images");
    }

    private static JsonNode json(String... args) {
        var ran = CommandLines.run(args);
        assertEquals(0, ran.status(), ran.err());
        return JsonMapper.shared().readTree(ran.out());
    }
}
