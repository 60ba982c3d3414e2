// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.overlay.LabelVersion;
import org.overread.app.desktop.reading.overlay.Layers;
import org.overread.app.desktop.reading.overlay.Showing;
import org.overread.app.desktop.shell.ShellModel.RightTab;
import org.overread.app.desktop.versions.VersionsState;
import org.overread.app.desktop.versions.VersionsView;
import org.overread.app.desktop.workspace.AskPlace;
import org.overread.app.sample.CoarseSample;
import org.overread.app.sample.SampleTruth;
import org.overread.segmentation.mask.Mask;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.phantom.PhantomStructure;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.work.CancelToken;

/// Two readings of the sample study, their versions compared, restored, named, exported and withdrawn in the window.
@RequiresDisplay
final class VersionsScenarioTest {
    @TempDir private Path home = Path.of("");

    @Test
    void versionsAreComparedRestoredNamedExportedAndWithdrawn()
            throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            Volume volume = open.awaitPictures();
            open.awaitThat("a known volume", () -> shown(open) && versions(open).isEmpty());
            open.run("versions.panel");
            assertEquals(
                    RightTab.VERSIONS,
                    open.onFx(() -> open.program.workstation().shell().rightTab().get()));
            new Screens(open.program.workstation(), "versions").write("none");

            open.robot.clickOn("Make two readings of the sample study");
            open.awaitThat("versions", () -> !versions(open).isEmpty());
            assertEquals(List.of("reader-a", "reader-b"), readers(open));
            assertEquals(2, versions(open).size());
            assertEquals(1, heads(open));
            new Screens(open.program.workstation(), "versions").write("listed");

            compare(open, volume);
            restoreAndName(open);
            export(open);
            withdraw(open);
        }
    }

    /// The first version of the sample has half of the structures, the second all of them.
    private static void compare(OpenProgram open, Volume volume) {
        select(open, 0);
        select(open, 1);
        open.robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
        open.awaitThat("two versions", () -> layers(open).second().get().isPresent());
        assertEquals(Showing.BOTH, open.onFx(() -> layers(open).showing().get()));

        SampleSeries series = SampleStudy.series().getFirst().on(volume.geometry());
        List<PhantomStructure> all = series.phantom().structures();
        List<String> added =
                all.subList(Math.max(1, all.size() / 2), all.size()).stream()
                        .map(PhantomStructure::name)
                        .toList();
        open.awaitThat("the table", () -> open.words(".ov-compare .list-cell .label").size() > 2);
        List<String> words = open.words(".ov-compare .list-cell .label");
        assertTrue(words.contains(added.getFirst()), words.toString());
        assertFalse(words.contains(all.getFirst().name()), words.toString());
        long truth = voxels(series, added.getFirst());
        LabelVersion b = open.onFx(() -> layers(open).second().get().orElseThrow());
        assertEquals(truth, mask(b, added.getFirst()).count());
        double ml =
                truth
                        * volume.geometry().spacingI()
                        * volume.geometry().spacingJ()
                        * volume.geometry().spacingK()
                        / 1000;
        String written = words.get(words.indexOf(added.getFirst()) + 1);
        assertEquals(
                ml,
                Double.parseDouble(written.substring(1).replace(",", "")),
                0.006 * Math.max(1, ml));
        new Screens(open.program.workstation(), "versions").write("compared");

        open.robot.press(KeyCode.ALT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.ALT);
        PatientPoint at = open.onFx(() -> open.program.desk().reading().cursor().get());
        LabelVersion a = open.onFx(() -> layers(open).first().get().orElseThrow());
        assertTrue(structures(b, at).size() > structures(a, at).size(), "a place that only B has");

        open.robot.clickOn("Only B");
        assertEquals(Showing.ONLY_B, open.onFx(() -> layers(open).showing().get()));
        open.run("versions.end-compare");
        assertEquals(Optional.empty(), open.onFx(() -> layers(open).second().get()));
    }

    private static void restoreAndName(OpenProgram open) {
        clear(open);
        select(open, 1); // the older one of another reader
        assertFalse(isEnabled(open, "versions.restore"), "only its reader adds to a reading");
        StoredVersion others = versions(open).getFirst();
        open.run("versions.branch");
        String person = open.program.workspace().workspace().session().actor().person();
        open.awaitThat(
                "a reading of one's own",
                () ->
                        versions(open).size() == 1
                                && versions(open).getFirst().reader().equals(person));
        assertEquals(List.of(others.id()), versions(open).getFirst().parents());
        assertEquals(List.of("reader-a", "reader-b", person), readers(open));

        clear(open);
        select(open, 0);
        open.run("versions.restore");
        open.awaitThat("the restored version", () -> versions(open).size() == 2);
        StoredVersion restored = versions(open).getLast();
        assertEquals(List.of(versions(open).getFirst().id()), restored.parents());
        assertEquals("restored version 1", restored.reason());

        clear(open);
        select(open, 1); // version 1
        open.run("versions.branch");
        open.awaitThat("the branch", () -> versions(open).size() == 3);
        assertEquals(List.of(versions(open).getFirst().id()), versions(open).getLast().parents());
        assertEquals(2, heads(open));
        new Screens(open.program.workstation(), "versions").write("branched");

        clear(open);
        select(open, 0);
        open.robot.interact(() -> list(open).requestFocus());
        open.robot.type(KeyCode.F2);
        open.robot.write("Second look");
        open.robot.type(KeyCode.ENTER);
        open.awaitThat(
                "the name",
                () -> versions(open).getLast().name().equals(Optional.of("Second look")));
    }

    private void export(OpenProgram open) throws IOException {
        Path file = home.resolve("labels.seg.nrrd");
        open.program.workspace().askThrough(answers(home, file));
        clear(open);
        select(open, 0);
        open.run("versions.export");
        open.awaitThat("the file", () -> Files.exists(file));
        assertTrue(
                Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains("Segment0_Name:="));
        open.run("versions.export-folder");
        open.awaitThat(
                "a file for each structure",
                () -> {
                    try (var files = Files.walk(home)) {
                        return files.anyMatch(path -> path.toString().endsWith(".nii.gz"));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }

    private static void withdraw(OpenProgram open) {
        open.run("versions.withdraw");
        open.robot.clickOn("#withdraw-reason").write("consent was withdrawn");
        assertTrue(open.onFx(() -> open.robot.lookup("#withdraw-erase").query().isDisabled()));
        new Screens(open.program.workstation(), "versions").write("withdraw");
        open.robot.clickOn("#withdraw-word").write("withdraw");
        open.robot.clickOn("#withdraw-erase");
        open.awaitThat(
                "the withdrawal",
                () ->
                        listed(open)
                                .flatMap(VersionsState.Listed::reading)
                                .filter(r -> r.availability() == Reading.Availability.WITHDRAWN)
                                .isPresent());
        assertEquals(3, versions(open).size(), "that they were made stays known");
        assertFalse(isEnabled(open, "versions.branch"));
    }

    private static boolean isEnabled(OpenProgram open, String action) {
        return open.onFx(
                () ->
                        open.program
                                .workstation()
                                .actions()
                                .find(action)
                                .orElseThrow()
                                .enabled()
                                .get());
    }

    private static AskPlace answers(Path folder, Path file) {
        return new AskPlace() {
            @Override
            public Optional<Path> folder(String title) {
                return Optional.of(folder);
            }

            @Override
            public Optional<Path> newFile(String title, String name) {
                return Optional.of(file);
            }
        };
    }

    private static long voxels(SampleSeries series, String name) {
        Executor here = Runnable::run;
        return series.phantom().structures().stream()
                .filter(structure -> structure.name().equals(name))
                .map(structure -> SampleTruth.mask(series, structure, here, new CancelToken()))
                .findFirst()
                .orElseThrow()
                .count();
    }

    private static Mask mask(LabelVersion version, String name) {
        return version.structures().stream()
                .filter(structure -> structure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .mask();
    }

    private static List<String> structures(LabelVersion version, PatientPoint at) {
        VoxelPoint voxel = version.geometry().toVoxel(at);
        return version.structures().stream()
                .filter(
                        structure ->
                                structure
                                        .mask()
                                        .contains(
                                                (int) Math.rint(voxel.i()),
                                                (int) Math.rint(voxel.j()),
                                                (int) Math.rint(voxel.k())))
                .map(LabelVersion.Structure::name)
                .toList();
    }

    private static Layers layers(OpenProgram open) {
        return open.program.desk().comparison().columns().getFirst().layers();
    }

    private static Optional<VersionsState.Listed> listed(OpenProgram open) {
        return open.onFx(
                () ->
                        open.program.workspace().versions().state().get()
                                        instanceof VersionsState.Listed now
                                ? Optional.of(now)
                                : Optional.empty());
    }

    private static boolean shown(OpenProgram open) {
        return listed(open).isPresent();
    }

    private static List<StoredVersion> versions(OpenProgram open) {
        return listed(open).map(VersionsState.Listed::versions).orElse(List.of());
    }

    private static long heads(OpenProgram open) {
        return versions(open).stream().filter(v -> v.place() == StoredVersion.Place.HEAD).count();
    }

    private static List<String> readers(OpenProgram open) {
        return listed(open).orElseThrow().readings().stream().map(Reading::reader).toList();
    }

    private static ListView<?> list(OpenProgram open) {
        VersionsView view =
                open.onFx(() -> open.robot.lookup(".ov-versions").queryAs(VersionsView.class));
        return open.onFx(() -> (ListView<?>) view.getCenter());
    }

    private static void select(OpenProgram open, int row) {
        open.robot.interact(() -> list(open).getSelectionModel().select(row));
    }

    private static void clear(OpenProgram open) {
        open.robot.interact(() -> list(open).getSelectionModel().clearSelection());
    }
}
