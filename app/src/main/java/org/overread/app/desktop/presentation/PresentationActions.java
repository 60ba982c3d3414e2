// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.presentation.PresentationModel.Taken;
import org.overread.viewer.dicom.present.PresentationState;

/// How a person comes to the presentation states of the column in use: by a chip, by name, or one after another. FX
/// thread.
public final class PresentationActions {
    /// The group of the actions, as menus name it.
    public static final String GROUP = "Presentation";

    /// How the ids begin of the actions that change with the series.
    public static final String IDS = "presentation.state.";

    private final Presentations presentations;
    private final ObservableValue<List<PresentationState>> offered;
    private final ObservableValue<Optional<Taken>> taken;
    private final Consumer<Notice> notices;

    public PresentationActions(Presentations presentations, Consumer<Notice> notices) {
        this.presentations = presentations;
        this.notices = notices;
        offered = presentations.current().flatMap(PresentationModel::offered);
        taken = presentations.current().flatMap(PresentationModel::taken);
    }

    /// Those of the column in use, by label. Bindings must ask these, and not the model behind them: who is not asked
    /// does not tell of the next change.
    public ObservableValue<List<PresentationState>> offered() {
        return offered;
    }

    private PresentationModel model() {
        return presentations.current().get();
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
                                        () -> !offered.getValue().isEmpty(), offered)),
                Action.of(
                                "presentation.none",
                                GROUP,
                                "Presentation: none, as it was before",
                                () -> model().takeAway())
                        .withIcon(RemixiconAL.CLOSE_LINE)
                        .enabledWhen(
                                Bindings.createBooleanBinding(
                                        () -> taken.getValue().isPresent(), taken)));
    }

    /// One for each state of the series.
    public List<Action> states() {
        var all = new ArrayList<Action>();
        for (PresentationState state : model().offered().get()) {
            all.add(
                    Action.of(
                                    IDS + (all.size() + 1),
                                    GROUP,
                                    "Presentation: " + PresentationWords.name(state),
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
                                this::chipWords,
                                offered,
                                taken,
                                presentations.comparison().columns()));
        chip.visibleProperty().bind(chip.textProperty().isNotEmpty());
        chip.managedProperty().bind(chip.visibleProperty());
        Buttons.name(chip, "Next presentation of this series, or none   Alt+Shift+P");
        return chip;
    }

    private String chipWords() {
        List<PresentationState> all = offered.getValue();
        String in = presentations.letter().map(letter -> " in " + letter).orElse("");
        return taken.getValue()
                .map(Taken::state)
                .map(state -> "Shown%s: %s".formatted(in, PresentationWords.name(state)))
                .orElseGet(
                        () ->
                                switch (all.size()) {
                                    case 0 -> "";
                                    case 1 ->
                                            "Presentation%s: %s"
                                                    .formatted(
                                                            in,
                                                            PresentationWords.name(all.getFirst()));
                                    default -> "%d presentations%s".formatted(all.size(), in);
                                });
    }

    private void next() {
        model().next().ifPresentOrElse(this::take, () -> model().takeAway());
    }

    private void take(PresentationState state) {
        PresentationModel shownBy = model();
        shownBy.take(state);
        String lacking = shownBy.taken().get().map(PresentationWords::lacking).orElse("");
        if (!lacking.isEmpty()) {
            notices.accept(
                    Notice.caution(
                                    "Not all of “%s” is shown."
                                            .formatted(PresentationWords.name(state)),
                                    lacking,
                                    "")
                            .withOffer("Take away", shownBy::takeAway));
        }
    }
}
