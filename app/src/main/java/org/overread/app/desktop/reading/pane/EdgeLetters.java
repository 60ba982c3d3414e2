// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import javafx.scene.Group;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.PaneState;
import org.overread.viewer.slice.OrientationLetters;
import org.overread.viewer.volume.PatientVector;

/// Which way the patient lies: a letter in the middle of each edge.
final class EdgeLetters extends Group {
    private static final double ROOM_BETWEEN_CORNERS = 150;

    private final HaloText left = new HaloText("edge-letter");
    private final HaloText right = new HaloText("edge-letter");
    private final HaloText top = new HaloText("edge-letter");
    private final HaloText bottom = new HaloText("edge-letter");

    private @Nullable PatientVector saidAcross;
    private @Nullable PatientVector saidAlong;

    EdgeLetters() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(left, right, top, bottom);
    }

    void show(PaneState state) {
        PatientVector across = state.plane().right();
        PatientVector along = state.plane().down();
        if (!across.equals(saidAcross) || !along.equals(saidAlong)) { // leafing turns nothing
            saidAcross = across;
            saidAlong = along;
            left.say(OrientationLetters.of(across.negated()));
            right.say(OrientationLetters.of(across));
            top.say(OrientationLetters.of(along.negated()));
            bottom.say(OrientationLetters.of(along));
        }
        double middleX = state.width() / 2;
        double middleY = state.height() / 2;
        left.at(10, middleY - left.height() / 2);
        right.at(state.width() - 22 - right.width(), middleY - right.height() / 2);
        boolean roomBetweenCorners = state.width() >= ROOM_BETWEEN_CORNERS;
        top.setVisible(roomBetweenCorners);
        bottom.setVisible(roomBetweenCorners);
        top.at(middleX - top.width() / 2, 6);
        bottom.at(middleX - bottom.width() / 2, state.height() - 6 - bottom.height());
    }

    String words() {
        return String.join(" ", left.words(), right.words(), top.words(), bottom.words());
    }
}
