// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.control.LateTip;

/// A study's heading in the list.
final class StudyHead extends VBox {
    private final Label title = new Label();
    private final Label date = new Label();

    StudyHead() {
        super(2);
        getStyleClass().add("ov-study-row");
        date.getStyleClass().add("ov-quiet");
        getChildren().addAll(title, date);
        title.getStyleClass().add("ov-study-title");
    }

    void show(StudyRow study) {
        title.setText(study.title());
        LateTip.say(title, study.title());
        date.setText(study.date());
    }
}
