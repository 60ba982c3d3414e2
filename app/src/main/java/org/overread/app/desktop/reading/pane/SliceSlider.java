// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Marks;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.volume.PatientVector;

/// Where in the stack the pane is, at its right edge; a click or a drag goes there. FX thread.
///
/// The end that leafing backwards reaches is at the top.
final class SliceSlider extends Region {
    static final double WIDTH = 14;
    private static final double END = 8;
    private static final double LEAST_THUMB = 18;

    private final PaneModel pane;
    private final Group ticks = new Group();
    private @Nullable Ticks ticked;

    /// All that decides where ticks are.
    private record Ticks(PatientVector normal, double height, List<Marks.Spot> spots) {}

    private final Rectangle track = new Rectangle(3, 0);
    private final Rectangle thumb = new Rectangle(3, LEAST_THUMB);

    SliceSlider(PaneModel pane) {
        this.pane = pane;
        getStyleClass().add("slice-slider");
        setManaged(false);
        track.getStyleClass().add("track");
        thumb.getStyleClass().add("thumb");
        track.setManaged(false);
        thumb.setManaged(false);
        ticks.setManaged(false);
        ticks.setMouseTransparent(true);
        ticks.getStyleClass().add("ticks");
        getChildren().addAll(track, thumb, ticks);
        setOnMousePressed(this::goThere);
        setOnMouseDragged(this::goThere);
    }

    /// Short lines across the track where something lies in the stack.
    void showSpots(PaneState state, List<Marks.Spot> spots) {
        var next = new Ticks(state.plane().normal(), state.height(), List.copyOf(spots));
        if (next.equals(ticked)) {
            return;
        }
        ticked = next;
        SliceAxis axis = state.slices();
        ticks.getChildren().clear();
        for (Marks.Spot spot : spots) {
            double part = axis.nearest(spot.at()) / Math.max(1.0, axis.count() - 1);
            double y = END + room() * (downwards(state) ? part : 1 - part);
            var tick = new Rectangle(WIDTH - 9, Math.rint(y) - 1, 9, 2);
            tick.setFill(
                    Color.rgb(spot.rgb() >> 16 & 0xFF, spot.rgb() >> 8 & 0xFF, spot.rgb() & 0xFF));
            ticks.getChildren().add(tick);
        }
    }

    void show(PaneState state) {
        resizeRelocate(state.width() - WIDTH, 0, WIDTH, state.height());
        SliceAxis axis = state.slices();
        setVisible(axis.count() > 1);
        double room = room();
        double size = Math.clamp(room / axis.count(), LEAST_THUMB, Math.max(LEAST_THUMB, room));
        double part = axis.nearest(state.cursor()) / Math.max(1.0, axis.count() - 1);
        double fromTop = downwards(state) ? part : 1 - part;
        track.setX(WIDTH - 6);
        track.setY(END);
        track.setHeight(room);
        thumb.setX(WIDTH - 6);
        thumb.setHeight(size);
        thumb.setY(END + (room - size) * fromTop);
    }

    private double room() {
        return Math.max(1, getHeight() - 2 * END);
    }

    private boolean downwards(PaneState state) {
        return pane.leafsWithNumbers(state);
    }

    private void goThere(MouseEvent event) {
        PaneState state = pane.state().get();
        if (state != null && event.getButton() == MouseButton.PRIMARY) {
            double part = Math.clamp((event.getY() - END) / room(), 0, 1);
            int last = state.slices().count() - 1;
            pane.toSlice((int) Math.round((downwards(state) ? part : 1 - part) * last));
        }
        event.consume();
    }
}
