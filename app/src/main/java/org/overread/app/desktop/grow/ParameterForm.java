// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.desktop.control.ReadWords;
import org.overread.segmentation.tool.toolbox.ToolParameter;

/// The parameters of a tool, made from what the tool says of them; what is changed counts at once. A text that is no
/// value is marked, says what is allowed, and changes nothing. FX thread; built anew each time.
final class ParameterForm extends VBox {
    private static final double TALLEST = 420;
    private static final double FIELD = 110;

    private final ToolSettings settings;
    private final GridPane grid = new GridPane(12, 4);

    ParameterForm(String description, ToolSettings settings) {
        super(12);
        this.settings = settings;
        getStyleClass().add("ov-parameters");
        var about = new Label(description);
        about.setWrapText(true);
        about.getStyleClass().add("ov-quiet");
        fill();
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        getChildren()
                .addAll(
                        about,
                        scroll,
                        Buttons.word(
                                "Back to defaults",
                                () -> {
                                    settings.reset();
                                    fill();
                                }));
    }

    private void fill() {
        grid.getChildren().clear();
        List<ToolParameter> parameters = settings.parameters();
        for (int row = 0; row < parameters.size(); row++) {
            ToolParameter parameter = parameters.get(row);
            var name =
                    new Label(parameter.label().isEmpty() ? parameter.name() : parameter.label());
            Node control = control(parameter);
            name.setLabelFor(control);
            String words = parameter.description() + "\n" + parameter.allowed() + ".";
            LateTip.say(name, words, ParameterForm::wrap);
            LateTip.say(control, words, ParameterForm::wrap);
            var unit = new Label(parameter.unit());
            unit.getStyleClass().add("ov-faint");
            var line = new HBox(6, control, unit);
            line.setAlignment(Pos.CENTER_LEFT);
            grid.addRow(row, name, line);
        }
    }

    private static void wrap(Tooltip tip) {
        tip.setWrapText(true);
        tip.setMaxWidth(320);
    }

    private Node control(ToolParameter parameter) {
        return switch (parameter.type()) {
            case YES_OR_NO -> {
                var box = new CheckBox();
                box.setSelected(Boolean.parseBoolean(settings.value(parameter)));
                box.selectedProperty()
                        .subscribe(
                                (_, now) -> settings.set(parameter.name(), Boolean.toString(now)));
                yield box;
            }
            case CHOICE -> {
                var box = new ChoiceBox<String>();
                box.getItems().setAll(parameter.choices());
                box.setConverter(ReadWords.of(ParameterForm::plain));
                box.setValue(settings.value(parameter));
                box.valueProperty().subscribe((_, now) -> settings.set(parameter.name(), now));
                yield box;
            }
            case NUMBER, WHOLE_NUMBER, TEXT -> field(parameter);
        };
    }

    private TextField field(ToolParameter parameter) {
        var field = new TextField(shown(settings.value(parameter)));
        field.setPromptText(isEndless(parameter.defaultValue()) ? "no limit" : "");
        field.setPrefWidth(FIELD);
        field.setAccessibleText(parameter.label());
        field.textProperty()
                .subscribe(
                        (_, now) -> {
                            String value = meant(parameter, now.strip());
                            Optional<String> wrong = wrong(parameter, value);
                            field.pseudoClassStateChanged(
                                    javafx.css.PseudoClass.getPseudoClass("wrong"),
                                    wrong.isPresent());
                            if (wrong.isEmpty()) {
                                settings.set(parameter.name(), value);
                            }
                        });
        return field;
    }

    /// A choice as people write it.
    static String plain(String choice) {
        String words = choice.replace('-', ' ');
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// An empty field has no limit, where the tool has none unless told.
    static String meant(ToolParameter parameter, String text) {
        return text.isEmpty() && isEndless(parameter.defaultValue())
                ? parameter.defaultValue()
                : text;
    }

    private static String shown(String value) {
        return isEndless(value) ? "" : value;
    }

    private static boolean isEndless(String value) {
        return switch (value) {
            case "inf", "Infinity", "-inf", "-Infinity" -> true;
            default -> false;
        };
    }

    /// What is wrong with a text; the toolbox looks again, and more closely.
    static Optional<String> wrong(ToolParameter parameter, String text) {
        if (parameter.type() == ToolParameter.Type.TEXT) {
            return Optional.empty();
        }
        double value;
        try {
            value =
                    switch (text) {
                        case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
                        case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
                        default -> Double.parseDouble(text);
                    };
        } catch (NumberFormatException _) {
            return Optional.of(parameter.allowed());
        }
        boolean whole = parameter.type() == ToolParameter.Type.WHOLE_NUMBER;
        boolean fits =
                !Double.isNaN(value)
                        && parameter.min().map(min -> value >= min).orElse(true)
                        && parameter.max().map(max -> value <= max).orElse(true)
                        && !(whole && value != Math.rint(value));
        return fits ? Optional.empty() : Optional.of(parameter.allowed());
    }
}
