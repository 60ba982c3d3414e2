// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.EachColumn;
import org.overread.app.desktop.reading.tool.Marks;

/// The presentation states of all columns; those of the column that has the keyboard are offered. FX thread.
public final class Presentations {
    private final Comparison comparison;
    private final ScreenOfPictures screen;
    private final List<Marks> marks;
    private final Map<ReadingModel, PresentationModel> models = new HashMap<>();
    private final ReadOnlyObjectWrapper<PresentationModel> current;

    /// What the states draw is drawn among `marks`, below all others.
    public Presentations(Comparison comparison, ScreenOfPictures screen, List<Marks> marks) {
        this.comparison = comparison;
        this.screen = screen;
        this.marks = marks;
        EachColumn.of(comparison, this::begin);
        current = new ReadOnlyObjectWrapper<>(inUse());
        comparison.focused().subscribe(_ -> current.set(inUse()));
    }

    private Subscription begin(Column column) {
        ReadingModel reading = column.reading();
        var model = new PresentationModel(reading, screen);
        var drawn = new PresentationMarks(model);
        models.put(reading, model);
        marks.addFirst(drawn);
        return () -> {
            marks.remove(drawn);
            models.remove(reading);
            model.close();
        };
    }

    private PresentationModel inUse() {
        PresentationModel model = models.get(comparison.focused().get());
        if (model == null) { // a column that goes has the keyboard a moment longer
            model = models.get(comparison.main());
        }
        if (model == null) {
            throw new IllegalStateException("the first column never goes");
        }
        return model;
    }

    /// Of the column that has the keyboard.
    ReadOnlyObjectProperty<PresentationModel> current() {
        return current.getReadOnlyProperty();
    }

    /// The letter of that column, where there are several.
    Optional<Character> letter() {
        return comparison.columns().size() > 1
                ? Optional.of(comparison.active().letter())
                : Optional.empty();
    }

    Comparison comparison() {
        return comparison;
    }
}
