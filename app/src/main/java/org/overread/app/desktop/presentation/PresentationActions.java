// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.notice.Notice;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Missing;

/// How a person comes to the presentation states of a series: by a chip, by name, or one after another. FX
/// thread.
public final class PresentationActions {
    /// The group of the actions, as menus name it.
    public static final String GROUP = "Presentation";

    /// How the ids begin of the actions that change with the series.
    public static final String IDS = "presentation.state.";

    private final PresentationModel model;
    private final Consumer<Notice> notices;

    public PresentationActions(PresentationModel model, Consumer<Notice> notices) {
        this.model = model;
        this.notices = notices;
    }

    /// What is there whatever is open.
    public List<Action> always() {
        return List.of(
                Action.of(
                                "presentation.next",
                                GROUP,
                                "Next presentation of this series, or none",
                                this::next)
                        .withIcon(RemixiconAL.ARTBOARD_LINE)
                        .withKey("Alt+Shift+P")
                        .enabledWhen(
                                Bindings.createBooleanBinding(
                                        () -> !model.offered().get().isEmpty(), model.offered())),
                Action.of(
                                "presentation.none",
                                GROUP,
                                "Presentation: none, as it was before",
                                model::takeAway)
                        .withIcon(RemixiconAL.CLOSE_LINE)
                        .enabledWhen(
                                Bindings.createBooleanBinding(
                                        () -> model.shown().isPresent(), model.taken())));
    }

    /// One for each state of the series.
    public List<Action> states() {
        var all = new ArrayList<Action>();
        for (PresentationState state : model.offered().get()) {
            all.add(
                    Action.of(
                                    IDS + (all.size() + 1),
                                    GROUP,
                                    "Presentation: " + name(state),
                                    () -> take(state))
                            .withIcon(RemixiconAL.ARTBOARD_LINE));
        }
        return all;
    }

    /// Says which is shown, or how many there are, and shows the next one.
    public Button chip() {
        Button chip = Buttons.word("", this::next);
        chip.getStyleClass().addAll("ov-quiet", "presentation-chip");
        chip.setGraphic(new FontIcon(RemixiconMZ.SLIDESHOW_LINE));
        chip.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::chipWords, model.offered(), model.taken()));
        chip.visibleProperty().bind(chip.textProperty().isNotEmpty());
        chip.managedProperty().bind(chip.visibleProperty());
        Buttons.name(chip, "Next presentation of this series, or none   Alt+Shift+P");
        return chip;
    }

    private String chipWords() {
        List<PresentationState> all = model.offered().get();
        return model.shown()
                .map(state -> "Shown: " + name(state))
                .orElseGet(
                        () ->
                                switch (all.size()) {
                                    case 0 -> "";
                                    case 1 -> "Presentation: " + name(all.getFirst());
                                    default -> all.size() + " presentations";
                                });
    }

    private void next() {
        Optional<PresentationState> next = model.next();
        next.ifPresentOrElse(this::take, model::takeAway);
    }

    private void take(PresentationState state) {
        model.take(state);
        String lacking = lacking(state);
        if (!lacking.isEmpty()) {
            notices.accept(
                    Notice.caution("Not all of “%s” is shown.".formatted(name(state)), lacking, "")
                            .withOffer("Take away", model::takeAway));
        }
    }

    private String lacking(PresentationState state) {
        var words = new ArrayList<String>();
        for (Missing missing : Missing.values()) {
            if (state.missing().contains(missing)) {
                words.add(words(missing));
            }
        }
        if (model.hasSeveralWindows()) {
            words.add("its windows differ from image to image, one is used for all");
        }
        if (words.isEmpty()) {
            return "";
        }
        String all = String.join("; ", words) + ".";
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
    }

    private static String words(Missing missing) {
        return switch (missing) {
            case TURNED -> "it turns or mirrors the picture, which stays as the patient lay";
            case SHUTTER -> "it covers parts of the picture, which stay in sight";
            case SUBTRACTION -> "it subtracts pictures";
            case GREYS -> "it has greys of its own, or inverts them";
            case PLACED_ON_SCREEN ->
                    "it has words or shapes that stand at a place of the screen, not of the image";
            case OVERLAYS -> "it has overlays of bits";
            case BROKEN_SHAPES -> "it has shapes that lack points";
        };
    }

    /// The label, and what is said beside it.
    static String name(PresentationState state) {
        return state.label().isBlank() ? "without a label" : state.label();
    }
}
