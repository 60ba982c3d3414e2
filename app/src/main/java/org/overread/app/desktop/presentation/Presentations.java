// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.EachColumn;
import org.overread.app.desktop.reading.tool.Marks;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.dicom.overlay.ImageOverlays.LeftOut;

/// The presentation states of all columns; those of the column that has the keyboard are offered. FX thread.
public final class Presentations {
    private final Comparison comparison;
    private final ScreenOfPictures screen;
    private final List<Marks> marks;
    private final Workshop workshop;
    private final Consumer<Notice> notices;
    private final Map<ReadingModel, PresentationModel> models = new HashMap<>();
    private final Map<ReadingModel, ImageOverlayModel> overlays = new HashMap<>();
    private final ReadOnlyObjectWrapper<PresentationModel> current;
    private final ReadOnlyObjectWrapper<ImageOverlayModel> carried;

    /// What the states draw is drawn among `marks`, below all others, and what images carry below that.
    public Presentations(
            Comparison comparison,
            ScreenOfPictures screen,
            List<Marks> marks,
            Workshop workshop,
            Consumer<Notice> notices) {
        this.comparison = comparison;
        this.screen = screen;
        this.marks = marks;
        this.workshop = workshop;
        this.notices = notices;
        EachColumn.of(comparison, this::begin);
        current = new ReadOnlyObjectWrapper<>(inUse(models));
        carried = new ReadOnlyObjectWrapper<>(inUse(overlays));
        comparison
                .focused()
                .subscribe(
                        _ -> {
                            current.set(inUse(models));
                            carried.set(inUse(overlays));
                        });
    }

    private Subscription begin(Column column) {
        ReadingModel reading = column.reading();
        var model = new PresentationModel(reading, screen);
        var drawn = new PresentationMarks(model);
        var ofImages = new ImageOverlayModel(reading, model, workshop, this::tellLeftOut);
        models.put(reading, model);
        overlays.put(reading, ofImages);
        marks.addFirst(drawn);
        marks.addFirst(ofImages);
        return () -> {
            marks.remove(ofImages);
            marks.remove(drawn);
            overlays.remove(reading);
            ofImages.close();
            models.remove(reading);
            model.close();
        };
    }

    private <T> T inUse(Map<ReadingModel, T> each) {
        T model = each.get(comparison.focused().get());
        if (model == null) { // a column that goes has the keyboard a moment longer
            model = each.get(comparison.main());
        }
        if (model == null) {
            throw new IllegalStateException("the first column never goes");
        }
        return model;
    }

    private void tellLeftOut(Set<LeftOut> leftOut) {
        notices.accept(
                Notice.caution(
                        "Not all overlays of these images are shown.",
                        PresentationWords.leftOut(leftOut),
                        ""));
    }

    /// What images carry, of the column that has the keyboard.
    ReadOnlyObjectProperty<ImageOverlayModel> carried() {
        return carried.getReadOnlyProperty();
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
