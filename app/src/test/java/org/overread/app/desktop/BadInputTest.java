// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.studies.StudiesModel.State;
import org.overread.app.desktop.workstation.StandardActions;
import org.overread.app.sample.CoarseSample;
import org.overread.app.store.WorkspacePlace;
import org.overread.viewer.volume.Volume;

/// What the real program says of input that it cannot show, and what it keeps.
@RequiresDisplay
final class BadInputTest {
    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");
    @TempDir private Path given = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @BeforeAll
    static void write() throws IOException {
        CoarseSample.write(study, Runnable::run);
    }

    @BeforeEach
    void begin() throws TimeoutException {
        open = new OpenProgram(home);
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    @Test
    void folderThatIsGoneIsSaidAndTheOpenSeriesStays() {
        assertRefused(given.resolve("gone"), "“gone” was not opened: it is no longer there.", "");
    }

    @Test
    void emptyFolderIsSaidAndTheOpenSeriesStays() throws IOException {
        Path empty = Files.createDirectory(given.resolve("empty"));
        assertRefused(
                empty, "“empty” was not opened: it holds no image.", "There are no files in it. ");
    }

    @Test
    void textFileNamedLikeAnImageIsSaid() throws IOException {
        Path text = Files.writeString(given.resolve("notes.dcm"), "Not an image at all.\n");
        assertRefused(
                text,
                "“notes.dcm” was not opened: it holds no image.",
                "This is not an image: neither DICOM nor NIfTI, NRRD or MetaImage. "
                        + "Nothing needs to be done. ");
    }

    @Test
    void fileThatIsCutShortIsSaid() throws IOException {
        Path cut = given.resolve("cut.dcm");
        byte[] whole = Files.readAllBytes(anyImage());
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        showsStudy();
        open.open(cut);
        Notice notice = awaitNotice();
        assertEquals("“cut.dcm” was not opened: it holds no image.", notice.happened());
        assertTrue(notice.safe().startsWith("The file is cut short"), notice.safe());
        assertStillThere();
    }

    @Test
    void tenThousandOtherFilesAreSaidInOneSentence() throws IOException {
        Path many = Files.createDirectory(given.resolve("many"));
        for (int n = 0; n < 10_000; n++) {
            Files.writeString(many.resolve("note " + n + ".txt"), "x");
        }
        assertRefused(
                many,
                "“many” was not opened: it holds no image.",
                "None of its 10,000 files is a DICOM image that can be shown. ");
    }

    @Test
    void emptyWindowSaysInItsPanelWhyNothingIsShown() throws IOException {
        Path text = Files.writeString(given.resolve("notes.dcm"), "Not an image at all.\n");
        open.open(text);
        open.awaitThat("an answer", () -> state() instanceof State.NothingFound);
        assertTrue(open.words(".ov-empty-head").contains("No study in notes.dcm"));
        assertEquals(List.of(), open.onFx(() -> List.copyOf(open.notices.showing())));
    }

    @Test
    void refusedFoldersAreNotRemembered() throws IOException {
        Path empty = Files.createDirectory(given.resolve("empty"));
        open.open(empty);
        open.awaitThat("an answer", () -> state() instanceof State.NothingFound);
        assertFalse(
                open.onFx(() -> open.program.workstation().actions().all()).stream()
                        .anyMatch(action -> action.id().startsWith(StandardActions.RECENT_IDS)));
    }

    @Test
    void sampleThatIsGivenUpLeavesNothingBehind() throws IOException, TimeoutException {
        var writing = new CountDownLatch(1);
        open.close();
        open =
                new OpenProgram(
                        home,
                        (folder, _, _, cancel) -> {
                            Files.writeString(folder.resolve("half.dcm"), "half");
                            writing.countDown();
                            while (!cancel.isCancelled()) {
                                Thread.onSpinWait();
                            }
                            cancel.check();
                        });
        open.begin(new StartWish.GoOn());
        open.awaitThat("writing", () -> writing.getCount() == 0);
        assertEquals(new State.Reading("Making the sample study", "slices"), onFxState());
        open.robot.clickOn("Cancel");
        assertEquals(new State.Empty(), onFxState());
        Path data = home.resolve("data");
        open.awaitThat("an empty folder", () -> files(data).isEmpty());
    }

    @Test
    void sampleIsMadeAndOpened() {
        open.begin(new StartWish.GoOn());
        Volume volume = open.awaitPictures();
        assertEquals(List.of(volume.title()), open.words(".ov-crumb-here"));
        assertEquals(
                List.of("sample-study"),
                files(home.resolve("data")).stream().map(p -> p.getFileName().toString()).toList());
    }

    /// What is in the folder of the data beside the workspace, which every program has.
    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file ->
                                    !String.valueOf(file.getFileName())
                                            .startsWith(WorkspacePlace.FILE))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void assertRefused(Path place, String happened, String reason) {
        showsStudy();
        open.open(place);
        Notice notice = awaitNotice();
        assertEquals(happened, notice.happened());
        assertTrue(
                notice.rest().startsWith(reason + "What is open stays as it is."), notice.rest());
        assertStillThere();
    }

    private void showsStudy() {
        open.open(study);
        open.awaitPictures();
    }

    private Notice awaitNotice() {
        open.awaitThat("a message", () -> open.notices.showing().size() == 1);
        return open.onFx(() -> open.notices.showing().getFirst().notice());
    }

    private void assertStillThere() {
        assertTrue(onFxState() instanceof State.Found);
        assertTrue(
                open.onFx(() -> open.program.desk().reading().content().get())
                        instanceof Content.Ready);
        assertTrue(open.onFx(() -> open.program.workstation().studies().open().get()).isPresent());
        String title = open.onFx(() -> open.program.workstation().shell().series().get());
        assertEquals(List.of(title), open.words(".ov-crumb-here"));
    }

    private State state() {
        return open.program.workstation().studies().state().get();
    }

    private State onFxState() {
        return open.onFx(this::state);
    }

    private static Path anyImage() throws IOException {
        try (Stream<Path> all = Files.walk(study)) {
            return all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
