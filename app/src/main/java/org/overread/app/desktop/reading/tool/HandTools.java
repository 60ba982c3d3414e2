// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PanePoint;

/// What the other buttons and the wheel do, for those who have one button only: a pen, a finger, a touch pad.
public final class HandTools {
    /// Dragging this far changes the window's width by the factor e, or its centre by its width; logical pixels.
    private static final double WINDOW_DRAG = 300;

    /// Dragging this far doubles or halves the zoom, about.
    private static final double ZOOM_DRAG = 150;

    /// Dragging this far leafs by one slice.
    private static final double SLICE_DRAG = 6;

    private static final String GROUP = "Look";

    private HandTools() {}

    public static List<PaneTool> all() {
        return List.of(
                new Hand(
                        ToolFace.of(
                                        "leaf",
                                        "Leaf",
                                        "Drag up or down through the slices",
                                        RemixiconMZ.STACK_LINE)
                                .withGroup(GROUP)
                                .withKey("Shift+S")
                                .withCursor(Cursor.V_RESIZE),
                        HandTools::leaf),
                new Hand(
                        ToolFace.of(
                                        "window",
                                        "Window",
                                        "Drag across for contrast, up or down for brightness",
                                        RemixiconAL.CONTRAST_2_LINE)
                                .withGroup(GROUP)
                                .withKey("Shift+W"),
                        HandTools::window),
                new Hand(
                        ToolFace.of(
                                        "pan",
                                        "Move the picture",
                                        "Drag the picture where you want it",
                                        RemixiconAL.DRAG_MOVE_2_LINE)
                                .withGroup(GROUP)
                                .withKey("H")
                                .withCursor(Cursor.MOVE),
                        HandTools::pan),
                new Hand(
                        ToolFace.of(
                                        "zoom",
                                        "Zoom",
                                        "Drag up for larger, down for smaller",
                                        RemixiconMZ.ZOOM_IN_LINE)
                                .withGroup(GROUP)
                                .withKey("Z")
                                .withCursor(Cursor.V_RESIZE),
                        HandTools::zoom));
    }

    private interface Move {
        Drag begin(ToolPoint at);
    }

    private record Hand(ToolFace face, Move move) implements PaneTool {
        @Override
        public Optional<Drag> press(ToolPoint at) {
            return Optional.of(move.begin(at));
        }
    }

    /// The window follows the hand of whoever drags: right wider, up brighter.
    public static Drag window(ToolPoint at) {
        var before = at.pane().tones().window();
        return following(
                at,
                (pane, _, dx, dy) -> pane.tones().drag(dx / WINDOW_DRAG, -dy / WINDOW_DRAG),
                () -> at.pane().tones().chooseWindow(before));
    }

    /// The picture follows the hand.
    public static Drag pan(ToolPoint at) {
        var total = new double[2];
        return following(
                at,
                (pane, _, dx, dy) -> {
                    total[0] += dx;
                    total[1] += dy;
                    pane.pan(dx, dy);
                },
                () -> at.pane().pan(-total[0], -total[1]));
    }

    private static Drag zoom(ToolPoint at) {
        double before = at.shown().zoom();
        return following(
                at,
                (pane, _, _, dy) -> pane.zoomAt(at.pixel(), Math.pow(2, -dy / ZOOM_DRAG)),
                () -> at.pane().zoomAt(at.pixel(), before / zoomOf(at.pane(), before)));
    }

    private static double zoomOf(PaneModel pane, double otherwise) {
        var now = pane.state().get();
        return now == null ? otherwise : now.zoom();
    }

    private static Drag leaf(ToolPoint at) {
        var before = at.shown().cursor();
        var left = new double[1];
        return following(
                at,
                (pane, _, _, dy) -> {
                    left[0] += dy / SLICE_DRAG;
                    int slices = (int) left[0]; // towards zero
                    left[0] -= slices;
                    if (slices != 0) {
                        pane.leaf(slices);
                    }
                },
                () -> at.pane().cursorTo(before));
    }

    private interface Step {
        void move(PaneModel pane, ToolPoint at, double dx, double dy);
    }

    /// In logical pixels since the last movement: pictures move under the hand, so patient points would not do.
    private static Drag following(ToolPoint start, Step step, Runnable back) {
        return new Drag() {
            private PanePoint last = start.pixel();

            @Override
            public void to(ToolPoint at) {
                PanePoint now = at.pixel();
                double dx = now.x() - last.x();
                double dy = now.y() - last.y();
                last = now;
                step.move(at.pane(), at, dx, dy);
            }

            @Override
            public void cancel() {
                back.run();
            }
        };
    }
}
