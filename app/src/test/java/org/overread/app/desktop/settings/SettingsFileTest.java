// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.FilmStep;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.PlaneAlignment;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.WindowWish;
import org.overread.app.desktop.reading.hanging.HangingProtocol;
import org.overread.app.desktop.reading.hanging.HangingProtocol.Hung;
import org.overread.app.desktop.reading.hanging.SeriesRule;
import org.overread.app.desktop.settings.SettingsFile.Found;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;

final class SettingsFileTest {
    private static final Settings SOME =
            new Settings(
                    List.of("/data/chest"),
                    List.of("view.reset"),
                    Optional.of(new Settings.WindowPlace(10, 20, 1280, 720, true)),
                    new Settings.Panels(200, 320, false, true),
                    new Settings.Look(
                            Layout.GRID,
                            Interpolation.CUBIC,
                            CornerText.SHORT,
                            false,
                            false,
                            true,
                            false,
                            Map.of(
                                    "CT",
                                            new ToneWish(
                                                    Optional.of(
                                                            new WindowWish.Exact(
                                                                    new Window(-600, 1500))),
                                                    Optional.of("Hot iron")),
                                    "MR",
                                            new ToneWish(
                                                    Optional.of(
                                                            new WindowWish.Named("Bright half")),
                                                    Optional.empty())),
                            Map.of("CT", Layout.FREE, "MR", Layout.SINGLE),
                            PaneGrid.film(4, 3, FilmStep.WHOLE, ViewPlane.CORONAL),
                            Map.of("CT", PaneGrid.planes(2, 3, 2))),
                    new Settings.Habits(
                            Map.of("view.reset", "Shift+R", "cine.play", ""),
                            List.of(
                                    new HangingProtocol(
                                            "Liver",
                                            2,
                                            Layout.FREE,
                                            Optional.of(PaneGrid.planes(3, 2, 2)),
                                            ViewPlane.CORONAL,
                                            PlaneAlignment.PATIENT,
                                            List.of(
                                                    new Hung(
                                                            new SeriesRule(
                                                                    "CT", "ABDOMEN", "liver"),
                                                            new ToneWish(
                                                                    Optional.of(
                                                                            new WindowWish.Named(
                                                                                    "Liver")),
                                                                    Optional.empty())),
                                                    new Hung(
                                                            new SeriesRule("MR", "", "T2"),
                                                            ToneWish.NONE)),
                                            List.of(
                                                    new Hung(
                                                            new SeriesRule("PT", "", ""),
                                                            new ToneWish(
                                                                    Optional.empty(),
                                                                    Optional.of("Hot iron")))))),
                            Map.of(Layout.GRID, List.of(List.of(0.4), List.of(0.3), List.of(0.3))),
                            Map.of("HU", "Vessels"),
                            Map.of("bins of HU", 5.0)));

    private Path path;
    private SettingsFile file;

    @BeforeEach
    void inAFolderThatIsNotThereYet(@TempDir Path folder) {
        path = folder.resolve("deep").resolve("settings.json");
        file = new SettingsFile(path);
    }

    @Test
    void whatWasSavedIsFoundAgain() throws IOException {
        file.save(SOME);
        assertEquals(new Found.Kept(SOME), file.load());
    }

    @Test
    void nothingButTheFileIsLeftAfterSaving() throws IOException {
        file.save(SOME);
        file.save(Settings.FIRST);
        try (var left = Files.list(path.resolveSibling("."))) {
            assertEquals(
                    List.of("settings.json"), left.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void noFileMeansFirstSettings() {
        assertEquals(new Found.Fresh(Settings.FIRST), file.load());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"panels\": {\"leftWid", "[1, 2]", "\u0000\u0000\u0000"})
    void damagedFileIsSetAsideWhole(String text) throws IOException {
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
        Path keptAs = path.resolveSibling("settings.json.damaged");
        assertEquals(new Found.Damaged(Settings.FIRST, keptAs), file.load());
        assertEquals(text, Files.readString(keptAs));
        assertEquals(new Found.Fresh(Settings.FIRST), file.load());
    }

    @Test
    void valueThatMakesNoSenseDoesNotCostTheOthers() throws IOException {
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(
                path,
                """
                {"recentFolders": ["/a", 7, null], "window": {"x": "left"}, "later": true,
                 "panels": {"leftWidth": 200, "rightOpen": false},
                 "look": {"layout": "SPIRAL", "crosshair": 7,
                          "windows": {"CT": {"center": 40, "width": -1}, "MR": "wide"}}}
                """);
        var expected =
                new Settings(
                        List.of("/a"),
                        List.of(),
                        Optional.empty(),
                        new Settings.Panels(200, 300, true, false),
                        Settings.Look.FIRST);
        assertEquals(new Found.Kept(expected), file.load());
    }

    @Test
    void saveThatFailsLeavesTheOldSettings() throws IOException {
        file.save(SOME);
        Files.createDirectory(path.resolveSibling("settings.json.new"));
        assertThrows(IOException.class, () -> file.save(Settings.FIRST));
        assertEquals(new Found.Kept(SOME), file.load());
    }
}
