// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.tags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.FileNotFoundException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.opening.TagLine;

/// What the tag browser shows of a slice, without a window.
final class TagsModelTest {
    private static final List<TagLine> LINES =
            List.of(
                    line(0, "(0008,0060)", "CS", "Modality", "CT"),
                    line(0, "(0008,1140)", "SQ", "ReferencedImageSequence", "1 item"),
                    line(1, "(FFFE,E000)", "", "Item", "1"),
                    line(2, "(0008,1155)", "UI", "ReferencedSOPInstanceUID", "1.2.3"),
                    line(0, "(0010,0010)", "PN", "PatientName", "Doe^Jane"),
                    line(0, "(0029,1010)", "OB", "", "12 bytes"));

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Test
    void numbersNamesAndValuesAreSearched() {
        TagsModel model = model(_ -> LINES);
        work();
        assertEquals(List.of("Modality"), names(search(model, "0008,0060")));
        assertEquals(List.of("PatientName"), names(search(model, "00100010")));
        assertEquals(List.of("PatientName"), names(search(model, "doe")));
        assertEquals(List.of("PatientName"), names(search(model, "jane patient")));
        assertEquals(List.of(), names(search(model, "john")));
        assertEquals(LINES, search(model, " ").lines());
    }

    @Test
    void whatIsFoundInASequenceStandsInIt() {
        TagsModel model = model(_ -> LINES);
        work();
        TagsModel.State.Shown shown = search(model, "1.2.3");
        assertEquals(LINES.subList(1, 4), shown.lines());
        assertEquals(1, shown.fitting());
        assertEquals(6, shown.all());
    }

    @Test
    void theSearchStaysWhenTheSliceChanges() {
        TagsModel model =
                model(k -> List.of(line(0, "(0020,0013)", "IS", "InstanceNumber", "" + (k + 1))));
        work();
        model.search().set("instance");
        model.slice().set(2);
        work();
        assertEquals("3", shown(model).lines().getFirst().value());
        model.search().set("4711");
        assertEquals(List.of(), shown(model).lines());
    }

    @Test
    void anOlderAnswerDoesNotReplaceANewerOne() {
        TagsModel model = model(k -> List.of(line(0, "(0020,0013)", "IS", "", "" + k)));
        model.slice().set(1);
        model.slice().set(3);
        work();
        assertEquals("3", shown(model).lines().getFirst().value());
    }

    @Test
    void aFileThatIsGoneIsSaidToBeUnreadable() {
        TagsModel model =
                model(
                        _ -> {
                            throw new FileNotFoundException("gone");
                        });
        work();
        var failed = assertInstanceOf(TagsModel.State.Failed.class, model.state().get());
        assertEquals("The file of this slice could not be read.", failed.reason());
    }

    @Test
    void copiedRowsAreLinesWithTabs() {
        assertEquals(
                """
                (0008,1140)\tSQ\tReferencedImageSequence\t1 item
                  (FFFE,E000)\t\tItem\t1
                    (0008,1155)\tUI\tReferencedSOPInstanceUID\t1.2.3""",
                TagText.copied(LINES.subList(1, 4)));
        assertEquals("(0029,1010)\tOB\tprivate\t12 bytes", TagText.copied(LINES.subList(5, 6)));
        var field = new TagLine(0, Optional.empty(), Optional.empty(), "dim", "3\t4");
        assertEquals("dim\t3 4", TagText.copied(List.of(field)));
    }

    private TagsModel model(TaggedVolume.Reader reader) {
        var workshop = new Workshop(waiting::add, Runnable::run, waiting::add, () -> 0);
        return new TagsModel(workshop, new TaggedVolume("a volume", 4, reader), 0);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static TagsModel.State.Shown search(TagsModel model, String text) {
        model.search().set(text);
        return shown(model);
    }

    private static TagsModel.State.Shown shown(TagsModel model) {
        return assertInstanceOf(TagsModel.State.Shown.class, model.state().get());
    }

    private static List<String> names(TagsModel.State.Shown shown) {
        return shown.lines().stream().map(TagLine::name).toList();
    }

    private static TagLine line(int depth, String tag, String vr, String name, String value) {
        return new TagLine(
                depth, Optional.of(tag), Optional.of(vr).filter(v -> !v.isEmpty()), name, value);
    }
}
