// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.overread.app.desktop.control.FigureField;
import org.overread.app.desktop.control.ReadWords;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.Limiting;
import org.overread.app.desktop.label.WriteLimits;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.viewer.volume.PatientPoint;

/// Which values and which slices tools may change: every tool, whether it draws, grows, smooths or joins segments. FX
/// thread.
final class LimitRows {
    private final Limiting limiting;
    private final ObservableValue<PatientPoint> cursor;
    private final FigureField low = field("Lowest value that tools change");
    private final FigureField high = field("Highest value that tools change");
    private final FigureField first = field("First slice that tools change");
    private final FigureField last = field("Last slice that tools change");
    private final ChoiceBox<Slices> slices = new ChoiceBox<>();
    private final HBox range = new HBox(4, first, new Label("…"), last);
    private Optional<LabelModel> model = Optional.empty();
    private boolean quiet;

    private enum Slices {
        ALL("All"),
        SHOWN("The one shown"),
        RANGE("From … to");

        private final String title;

        Slices(String title) {
            this.title = title;
        }
    }

    /// `cursor` says which slice is the one shown.
    LimitRows(Limiting limiting, ObservableValue<PatientPoint> cursor) {
        this.limiting = limiting;
        this.cursor = cursor;
        low.setPromptText("any");
        high.setPromptText("any");
        low.setId("masking-low");
        high.setId("masking-high");
        slices.setId("masking-slices");
        slices.getItems().setAll(Slices.values());
        slices.setConverter(ReadWords.of(one -> one.title));
        slices.setAccessibleText("Which slices tools change");
        slices.setValue(Slices.ALL);
        slices.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(slices, Priority.ALWAYS);
        range.setAlignment(Pos.CENTER_LEFT);
        range.visibleProperty().bind(slices.valueProperty().isEqualTo(Slices.RANGE));
        range.managedProperty().bind(range.visibleProperty());
        slices.valueProperty().subscribe((_, now) -> chosen(now));
        cursor.subscribe(
                (_, _) -> {
                    if (slices.getValue() == Slices.SHOWN) {
                        apply();
                    }
                });
    }

    private FigureField field(String name) {
        return new FigureField(name, 4, _ -> apply());
    }

    /// One row for values, one for slices; `row` puts a name before what can be chosen.
    List<Node> nodes(java.util.function.BiFunction<String, Node, Node> row) {
        var values = new HBox(4, low, new Label("…"), high);
        values.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(low, Priority.ALWAYS);
        HBox.setHgrow(high, Priority.ALWAYS);
        var which = new HBox(4, slices, range);
        which.setAlignment(Pos.CENTER_LEFT);
        return List.of(row.apply("Values", values), row.apply("Slices", which));
    }

    void follow(Optional<LabelModel> now) {
        model = now;
        WriteLimits limits = now.map(LabelModel::limits).orElse(WriteLimits.NONE);
        quiet = true;
        low.show(end(limits.values().map(ValueRange::lower)));
        high.show(end(limits.values().map(ValueRange::upper)));
        slices.setValue(limits.slices().isPresent() ? Slices.RANGE : Slices.ALL);
        limits.slices()
                .ifPresent(
                        s -> {
                            first.show(OptionalDouble.of(s.first() + 1.0));
                            last.show(OptionalDouble.of(s.last() + 1.0));
                        });
        quiet = false;
    }

    private static OptionalDouble end(Optional<Double> value) {
        return value.filter(v -> !v.isInfinite()).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private void chosen(Slices now) {
        if (now == Slices.RANGE && !quiet) {
            int here = shown();
            if (first.value().isEmpty() || last.value().isEmpty()) {
                first.show(OptionalDouble.of(here + 1.0));
                last.show(OptionalDouble.of(here + 1.0));
            }
        }
        apply();
    }

    private int shown() {
        PatientPoint at = cursor.getValue();
        return model.isEmpty() || at == null
                ? 0
                : slice(model.get().volume().geometry().toVoxel(at).k());
    }

    private int slice(double k) {
        int count = model.map(m -> m.volume().geometry().size().k()).orElse(1);
        return (int) Math.clamp(Math.rint(k), 0, count - 1.0);
    }

    private void apply() {
        if (quiet || model.isEmpty()) {
            return;
        }
        limiting.limit(model.get(), new WriteLimits(values(), slices()));
    }

    private Optional<ValueRange> values() {
        double from = low.value().orElse(Double.NEGATIVE_INFINITY);
        double to = high.value().orElse(Double.POSITIVE_INFINITY);
        return Double.isInfinite(from) && Double.isInfinite(to)
                ? Optional.empty()
                : Optional.of(new ValueRange(Math.min(from, to), Math.max(from, to)));
    }

    private Optional<WriteLimits.Slices> slices() {
        return switch (slices.getValue()) {
            case ALL -> Optional.empty();
            case SHOWN -> Optional.of(new WriteLimits.Slices(shown(), shown()));
            case RANGE -> {
                int a = slice(first.value().orElse(1) - 1);
                int b = slice(last.value().orElse(1) - 1);
                yield Optional.of(new WriteLimits.Slices(Math.min(a, b), Math.max(a, b)));
            }
        };
    }
}
