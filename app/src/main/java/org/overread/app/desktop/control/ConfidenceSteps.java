// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.overread.segmentation.label.Confidence;

/// How sure a reader is, as five small steps: empty ones where nothing was said, a dash where the images do not let a
/// reader say.
public final class ConfidenceSteps extends HBox {
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private static final int STEPS = 5;

    public ConfidenceSteps(Optional<Confidence> confidence) {
        setAlignment(Pos.CENTER);
        setSpacing(2);
        setMinWidth(33);
        setPrefWidth(33);
        getStyleClass().add("ov-confidence");
        LateTip.say(this, words(confidence));
        if (confidence.filter(c -> c instanceof Confidence.NotAssessable).isPresent()) {
            var dash = new Label("n/a");
            dash.getStyleClass().add("ov-faint");
            getChildren().add(dash);
            return;
        }
        int level =
                confidence.map(c -> c instanceof Confidence.Rated(int rated) ? rated : 0).orElse(0);
        for (int n = 1; n <= STEPS; n++) {
            var step = new Region();
            step.getStyleClass().add("ov-step");
            step.pseudoClassStateChanged(FILLED, n <= level);
            getChildren().add(step);
        }
    }

    /// The same in words.
    public static String words(Optional<Confidence> confidence) {
        return confidence
                .map(
                        c ->
                                switch (c) {
                                    case Confidence.Rated(int level) ->
                                            "Confidence %d of 5".formatted(level);
                                    case Confidence.NotAssessable _ -> "Not assessable";
                                })
                .orElse("Confidence not given; press 1 to 5, or 0 for not assessable");
    }
}
