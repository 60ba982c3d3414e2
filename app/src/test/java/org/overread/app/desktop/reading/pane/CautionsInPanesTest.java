// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.volume.Volume;

/// What is to be said of a picture is readable in every pane, and stays where other words are hidden.
@RequiresDisplay
final class CautionsInPanesTest {
    private static final String SMOOTHED = "Label edges smoothed";

    private @Nullable ReadingStage stage;

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        if (stage != null) {
            stage.close();
        }
    }

    private ReadingStage smoothed(double width, double height) throws TimeoutException {
        var opened = new ReadingStage(width, height);
        stage = opened;
        Volume volume = TestVolumes.axial();
        opened.show(volume);
        var labels =
                new Labels(
                        volume.geometry(),
                        Joining.Joined.within(volume.frame()),
                        List.of(),
                        Labels.Edges.SMOOTH);
        opened.robot.interact(() -> opened.reading.overlays().set(List.of(labels)));
        opened.settle();
        return opened;
    }

    @ParameterizedTest
    @CsvSource({"1600, 900", "1280, 720", "900, 600", "700, 560", "560, 480", "460, 400"})
    void theMarkOfSmoothedLabelsLiesBesideAllOtherWords(double width, double height)
            throws TimeoutException {
        ReadingStage opened = smoothed(width, height);
        for (int pane = 0; pane < 3; pane++) {
            PaneView view = opened.pane(pane);
            List<HaloText> words = words(view);
            List<HaloText> marks =
                    words.stream().filter(text -> said(text).contains(SMOOTHED)).toList();
            assertEquals(1, marks.size(), "marks in pane " + pane);
            Bounds mark = bounds(marks.getFirst());
            Bounds whole = view.localToScene(view.getLayoutBounds());
            assertTrue(whole.contains(mark), () -> mark + " is not inside " + whole);
            assertTrue(mark.getMinX() > whole.getCenterX(), () -> mark + " hides the middle");
            for (HaloText other : words) {
                if (!other.equals(marks.getFirst())) {
                    assertFalse(
                            bounds(other).intersects(mark),
                            () ->
                                    "“%s” lies over the mark in a pane of %.0f x %.0f"
                                            .formatted(
                                                    other.words(),
                                                    view.getWidth(),
                                                    view.getHeight()));
                }
            }
        }
    }

    @Test
    void theMarkStaysWhereAllOtherWordsAreHidden() throws TimeoutException {
        ReadingStage opened = smoothed(1280, 720);
        opened.robot.interact(() -> opened.reading.writing().cornerText().set(CornerText.NONE));
        opened.settle();
        for (int pane = 0; pane < 3; pane++) {
            assertEquals(
                    List.of(SMOOTHED),
                    words(opened.pane(pane)).stream().map(CautionsInPanesTest::said).toList());
        }
        opened.robot.interact(() -> opened.reading.overlays().set(List.of()));
        opened.settle();
        assertEquals(List.of(), words(opened.pane(0)));
    }

    /// On however many lines.
    private static String said(HaloText text) {
        return text.words().replace('\n', ' ');
    }

    @Test
    void narrowLinesKeepRatiosAndLongWordsWhole() {
        assertEquals(
                "Possibly\nlossy\n8–17 : 1\nTilted 15°",
                NarrowWords.broken("Possibly lossy 8–17 : 1\nTilted 15°", w -> w.length() < 11));
        assertEquals(
                "Compressed\nby 8", NarrowWords.broken("Compressed by 8", w -> w.length() < 5));
    }

    /// All that can be read in a pane.
    private static List<HaloText> words(Node node) {
        var found = new ArrayList<HaloText>();
        if (!node.isVisible()) {
            return found;
        }
        if (node instanceof HaloText text && !text.words().isBlank()) {
            found.add(text);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(words(child)));
        }
        return found;
    }

    /// Of the letters, without the halo around them.
    private static Bounds bounds(HaloText text) {
        return text.localToScene(new BoundingBox(0, 0, text.width(), text.height()));
    }
}
