// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.finding.MeasureWords;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.volume.Volume;

/// A reader asks how the values in a region and in a segment are spread.
@RequiresDisplay
final class SpreadScenarioTest {
    @TempDir private Path home = Path.of("");

    @Test
    void aRegionsHistogramHasItsFiguresIsCopiedAndItsBinsAreKept()
            throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            PaneView pane = open.panes().getFirst();
            open.robot.clickOn(at(open, pane, 0.5, 0.5));
            open.robot.type(KeyCode.E);
            open.robot.moveTo(at(open, pane, 0.3, 0.4)).press(MouseButton.PRIMARY);
            open.robot.moveTo(at(open, pane, 0.4, 0.55)).moveTo(at(open, pane, 0.45, 0.55));
            open.robot.release(MouseButton.PRIMARY);
            open.awaitThat("a region", () -> findings(open).size() == 1);
            Finding region = findings(open).getFirst();
            open.robot.press(KeyCode.ALT).type(KeyCode.V).release(KeyCode.ALT);
            awaitFigures(open);
            new Screens(open.program.workstation(), "spread").write("region");
            for (Quantity quantity :
                    List.of(Quantity.MEAN, Quantity.SD, Quantity.MEDIAN, Quantity.LEAST)) {
                String words =
                        MeasureWords.value(
                                region.figures().value(quantity).orElseThrow(),
                                region.figures().valueUnit());
                assertTrue(figures(open).contains(words), words + " of " + figures(open));
            }
            String before = width(open);
            open.robot.type(KeyCode.EQUALS);
            open.awaitThat("wider bins", () -> !width(open).equals(before));
            open.robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
            String csv = open.onFx(() -> Clipboard.getSystemClipboard().getString());
            List<String[]> bins =
                    Arrays.stream(csv.substring(csv.indexOf("from,to")).split("\r\n", -1))
                            .skip(1)
                            .filter(line -> !line.isEmpty())
                            .map(line -> line.split(",", -1))
                            .toList();
            assertEquals(
                    region.figures().value(Quantity.VOXELS).orElseThrow(),
                    bins.stream().mapToInt(bin -> Integer.parseInt(bin[2])).sum());
            assertEquals(
                    1, bins.stream().mapToDouble(bin -> Double.parseDouble(bin[3])).sum(), 1e-9);
            String chosen = width(open);
            open.robot.type(KeyCode.ESCAPE);
            open.run("findings.spread");
            awaitFigures(open);
            assertEquals(chosen, width(open));
            Double kept = open.onFx(() -> open.program.desk().numbers().get("bins of HU"));
            assertTrue(chosen.startsWith(String.format("%.0f", kept)), chosen + " " + kept);
        }
        try (var open = new OpenProgram(home)) {
            assertTrue(open.onFx(() -> open.program.desk().numbers().containsKey("bins of HU")));
        }
    }

    @Test
    void anOutlinesHistogramCountsWhatItEncloses() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            open.open(CoarseSample.write(home.resolve("study"), Runnable::run));
            open.awaitPictures();
            PaneView pane = open.panes().getFirst();
            open.run("tool.measure.polygon");
            open.robot.clickOn(at(open, pane, 0.3, 0.4)).clickOn(at(open, pane, 0.6, 0.4));
            open.robot.clickOn(at(open, pane, 0.55, 0.6)).clickOn(at(open, pane, 0.35, 0.58));
            open.robot.type(KeyCode.ENTER);
            open.awaitThat("an outline", () -> findings(open).size() == 1);
            open.robot.press(KeyCode.ALT).type(KeyCode.V).release(KeyCode.ALT);
            awaitFigures(open);
            Volume volume = open.onFx(() -> open.program.desk().reading().volume());
            double mm2 = findings(open).getFirst().figures().value(Quantity.AREA).orElseThrow();
            double pixel = volume.geometry().iStep().length() * volume.geometry().jStep().length();
            String words = figures(open).getLast(); // voxels stand last
            double counted = Double.parseDouble(words.replace(",", ""));
            assertEquals(mm2 / pixel, counted, 0.05 * mm2 / pixel); // its rim cuts pixels
            new Screens(open.program.workstation(), "spread").write("outline");
        }
    }

    @Test
    void aSegmentsHistogramCountsItsVoxels() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            open.open(CoarseSample.write(home.resolve("study"), Runnable::run));
            open.awaitPictures();
            var body = new PhantomCase(open);
            MaskEdit edit = Mask.empty(body.labels().volume().geometry().size()).edit();
            edit.fill(new VoxelBox(20, 20, 5, 45, 39, 9));
            body.addSegment("Box", edit.mask());
            open.run("segments.spread");
            awaitFigures(open);
            assertTrue(figures(open).contains("2,600"), figures(open).toString());
            assertTrue(open.words("#spread .label").contains("Values in “Box”, HU"));
            Point2D bar =
                    open.onFx(
                            () -> {
                                var view = open.robot.lookup(".spread-view").query();
                                return view.localToScreen(3, 100);
                            });
            open.robot.moveTo(bar);
            open.awaitThat(
                    "the bar's words",
                    () -> open.words(".ov-spread-under").getFirst().contains(" voxel"));
            new Screens(open.program.workstation(), "spread").write("segment");
        }
    }

    /// What a click puts there has nothing inside that could be counted.
    @Test
    void aProbeHasNoHistogram() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            open.open(CoarseSample.write(home.resolve("study"), Runnable::run));
            open.awaitPictures();
            open.run("tool.measure.probe");
            open.robot.clickOn(at(open, open.panes().getFirst(), 0.5, 0.5));
            open.awaitThat("a probe", () -> findings(open).size() == 1);
            assertEquals(
                    false,
                    open.onFx(
                            () ->
                                    open.program
                                            .workstation()
                                            .actions()
                                            .find("findings.spread")
                                            .orElseThrow()
                                            .enabled()
                                            .getValue()));
        }
    }

    private static void awaitFigures(OpenProgram open) {
        open.awaitThat("figures", () -> !figures(open).isEmpty());
    }

    private static List<String> figures(OpenProgram open) {
        return open.words(".ov-spread-figures .ov-figures");
    }

    private static String width(OpenProgram open) {
        return open.words(".ov-spread-width").getFirst();
    }

    private static List<Finding> findings(OpenProgram open) {
        return open.onFx(() -> open.program.findings().findings().get());
    }

    private static Point2D at(OpenProgram open, PaneView pane, double x, double y) {
        return open.onFx(() -> pane.localToScreen(pane.getWidth() * x, pane.getHeight() * y));
    }
}
