// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.studies.StudiesModel.Refusal;
import org.overread.app.desktop.studies.StudiesModel.State;
import org.overread.app.desktop.work.Workshop;

final class StudiesModelTest {
    private static final SeriesRow LUNG =
            new SeriesRow("1", "CT", "Lung", 342, Optional.empty(), List.of(), Optional.empty());
    private static final StudyRow CHEST = new StudyRow("9", "Chest", "2025-03-14", List.of(LUNG));
    private static final StudyList FOUND = new StudyList(List.of(CHEST), List.of());

    private final List<Runnable> io = new ArrayList<>();
    private final Map<Path, StudyList> disk = new HashMap<>();
    private final Map<Path, List<FirstImage>> images = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Workshop workshop = new Workshop(Runnable::run, Runnable::run, io::add, () -> 0);
    private final StudiesModel model =
            new StudiesModel(
                    (places, first, _, _) -> {
                        images.getOrDefault(places.getFirst(), List.of()).forEach(first);
                        var found = disk.get(places.getFirst());
                        if (found == null) {
                            throw new NoSuchFileException("gone");
                        }
                        return found;
                    },
                    workshop,
                    refusals::add);

    @Test
    void foldersNameIsShownWhileItIsRead() {
        model.read(List.of(Path.of("data", "chest")));
        assertEquals(new State.Reading("Reading chest", "files"), model.state().get());
    }

    @Test
    void studiesAreShownWhenTheyAreFound() {
        put("chest", FOUND);
        finish("chest");
        assertEquals(new State.Found("chest", FOUND), model.state().get());
    }

    @Test
    void folderWithoutStudiesSaysSo() {
        var skipped = List.of(new SkippedFile("notes.txt", "It is not a DICOM file."));
        put("text", new StudyList(List.of(), skipped));
        finish("text");
        assertEquals(new State.NothingFound("text", skipped), model.state().get());
    }

    @Test
    void failureKeepsWhatWasShownAndIsTold() {
        put("chest", FOUND);
        finish("chest");
        finish("gone");
        assertEquals(new State.Found("chest", FOUND), model.state().get());
        var refusal = (Refusal.Unreadable) refusals.getFirst();
        assertTrue(refusal.cause() instanceof IOException);
        assertEquals("gone", refusal.folder());
    }

    @Test
    void folderWithoutStudiesKeepsWhatWasShownAndIsTold() {
        put("chest", FOUND);
        finish("chest");
        model.open(CHEST, LUNG);
        put("text", new StudyList(List.of(), List.of()));
        finish("text");
        assertEquals(new State.Found("chest", FOUND), model.state().get());
        assertEquals(Optional.of(LUNG), model.open().get());
        assertEquals(List.of(new Refusal.NothingThere("text", List.of())), refusals);
    }

    @Test
    void onlyFoldersWithStudiesAreToldAsFound() {
        var found = new ArrayList<List<Path>>();
        model.onFound(found::add);
        put("chest", FOUND);
        put("text", new StudyList(List.of(), List.of()));
        finish("chest");
        finish("text");
        finish("gone");
        assertEquals(List.of(List.of(Path.of("chest"))), found);
    }

    @Test
    void folderIsMadeBeforeItIsRead() {
        put("chest", FOUND);
        model.make("Making chest", "slices", (_, _) -> Path.of("chest"), refusal -> {});
        assertEquals(new State.Reading("Making chest", "slices"), model.state().get());
        io.removeFirst().run();
        assertEquals(new State.Reading("Reading chest", "files"), model.state().get());
        io.removeFirst().run();
        assertEquals(new State.Found("chest", FOUND), model.state().get());
    }

    @Test
    void anImageIsShownWhileItsFolderIsReadAndNoLonger() {
        var image = new FirstImage("Doe, Jane", new Thumbnail(1, 1, new int[] {-1}));
        var shown = new ArrayList<Optional<FirstImage>>();
        model.firstImage().addListener((_, _, now) -> shown.add(now));
        images.put(Path.of("chest"), List.of(image));
        put("chest", FOUND);
        model.read(List.of(Path.of("chest")));
        io.removeFirst().run();
        assertEquals(List.of(Optional.of(image), Optional.empty()), shown);
    }

    @Test
    void anImageOfAFolderThatWasReplacedIsNotShown() {
        var image = new FirstImage("Doe, Jane", new Thumbnail(1, 1, new int[] {-1}));
        images.put(Path.of("chest"), List.of(image));
        put("chest", FOUND);
        model.read(List.of(Path.of("chest")));
        model.read(List.of(Path.of("brain")));
        io.removeFirst().run();
        assertEquals(Optional.empty(), model.firstImage().get());
    }

    @Test
    void secondFolderReplacesTheFirstEvenIfTheFirstIsReadLater() {
        put("chest", FOUND);
        put("brain", new StudyList(List.of(), List.of()));
        model.read(List.of(Path.of("chest")));
        model.read(List.of(Path.of("brain")));
        io.reversed().forEach(Runnable::run);
        assertEquals(new State.NothingFound("brain", List.of()), model.state().get());
    }

    @Test
    void cancelledReadingBringsBackWhatWasThereBefore() {
        put("chest", FOUND);
        model.read(List.of(Path.of("chest")));
        model.cancel();
        io.removeFirst().run();
        assertEquals(new State.Empty(), model.state().get());
        finish("chest");
        model.read(List.of(Path.of("gone")));
        workshop.running().getFirst().cancel(); // as the status bar does
        assertEquals(new State.Found("chest", FOUND), model.state().get());
    }

    @Test
    void pickedSeriesIsHandedOnWithItsStudy() {
        var opened = new ArrayList<String>();
        model.onOpen((study, series) -> opened.add(study.id() + "/" + series.id()));
        model.open(CHEST, LUNG);
        assertEquals(List.of("9/1"), opened);
        assertEquals(Optional.of(LUNG), model.open().get());
    }

    @Test
    void thumbnailFindsItsSeries() {
        put("chest", FOUND);
        finish("chest");
        var picture = new Thumbnail(1, 1, new int[] {0xFF808080});
        model.setThumbnail("1", picture);
        var expected =
                new StudyRow("9", "Chest", "2025-03-14", List.of(LUNG.withThumbnail(picture)));
        assertEquals(
                new State.Found("chest", new StudyList(List.of(expected), List.of())),
                model.state().get());
    }

    private void put(String folder, StudyList found) {
        disk.put(Path.of(folder), found);
    }

    private void finish(String folder) {
        model.read(List.of(Path.of(folder)));
        io.removeFirst().run();
    }

    @Test
    void stoppedSeriesIsMarkedUntilItIsOpenedOrAnotherFolderIsShown() {
        put("chest", FOUND);
        finish("chest");
        model.markStopped(LUNG);
        assertEquals(Set.of("1"), model.stopped().get());
        model.open(CHEST, LUNG);
        assertEquals(Set.of(), model.stopped().get());
        model.markStopped(LUNG);
        finish("chest");
        assertEquals(Set.of(), model.stopped().get());
    }
}
