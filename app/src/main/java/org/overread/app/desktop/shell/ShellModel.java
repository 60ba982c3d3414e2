// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the window shows and hides. Holds no control and needs no toolkit; one thread.
public final class ShellModel {
    public static final double LEFT_WIDTH = 240;
    public static final double RIGHT_WIDTH = 300;
    private static final double NARROWEST = 180;
    private static final double WIDEST = 480;

    /// What the right panel shows.
    public enum RightTab {
        SEGMENTS("Segments"),
        FINDINGS("Findings"),
        HISTORY("History");

        private final String title;

        RightTab(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final BooleanProperty leftOpen = new SimpleBooleanProperty(true);
    private final BooleanProperty rightOpen = new SimpleBooleanProperty(true);
    private final BooleanProperty pictureOnly = new SimpleBooleanProperty(false);
    private final ReadOnlyDoubleWrapper leftWidth = new ReadOnlyDoubleWrapper(LEFT_WIDTH);
    private final ReadOnlyDoubleWrapper rightWidth = new ReadOnlyDoubleWrapper(RIGHT_WIDTH);
    private final ObjectProperty<RightTab> rightTab = new SimpleObjectProperty<>(RightTab.SEGMENTS);
    private final StringProperty study = new SimpleStringProperty("");
    private final StringProperty series = new SimpleStringProperty("");
    private final ObjectProperty<Optional<CursorReading>> cursor =
            new SimpleObjectProperty<>(Optional.empty());

    public BooleanProperty leftOpen() {
        return leftOpen;
    }

    public BooleanProperty rightOpen() {
        return rightOpen;
    }

    /// Hides everything but the picture.
    public BooleanProperty pictureOnly() {
        return pictureOnly;
    }

    /// Pixels.
    public ReadOnlyDoubleProperty leftWidth() {
        return leftWidth.getReadOnlyProperty();
    }

    /// Pixels.
    public ReadOnlyDoubleProperty rightWidth() {
        return rightWidth.getReadOnlyProperty();
    }

    public void widenLeft(double width) {
        leftWidth.set(Math.clamp(width, NARROWEST, WIDEST));
    }

    public void widenRight(double width) {
        rightWidth.set(Math.clamp(width, NARROWEST, WIDEST));
    }

    public ObjectProperty<RightTab> rightTab() {
        return rightTab;
    }

    /// Name of the open study in the title row; empty = none.
    public StringProperty study() {
        return study;
    }

    /// Name of the open series in the title row; empty = none.
    public StringProperty series() {
        return series;
    }

    /// What lies under the cursor; the status bar follows it.
    public ObjectProperty<Optional<CursorReading>> cursor() {
        return cursor;
    }

    public void toggleLeft() {
        pictureOnly.set(false);
        leftOpen.set(!leftOpen.get());
    }

    public void toggleRight() {
        pictureOnly.set(false);
        rightOpen.set(!rightOpen.get());
    }

    public void togglePictureOnly() {
        pictureOnly.set(!pictureOnly.get());
    }

    /// Opens the right panel at a tab.
    public void show(RightTab tab) {
        rightTab.set(tab);
        rightOpen.set(true);
        pictureOnly.set(false);
    }
}
