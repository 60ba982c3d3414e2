// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

/// What the window shows and hides. Holds no control and needs no toolkit; one thread.
public final class ShellModel {
    public static final double LEFT_WIDTH = 240;
    public static final double RIGHT_WIDTH = 300;

    /// The least that is left for pictures before a panel folds by itself.
    private static final double PICTURE_WIDTH = 480;

    private static final double NARROWEST = 180;
    private static final double WIDEST = 480;

    /// What the right panel shows.
    public enum RightTab {
        SEGMENTS("Segments"),
        FINDINGS("Findings"),
        HISTORY("History"),
        VERSIONS("Versions");

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
    private final DoubleProperty room = new SimpleDoubleProperty(Double.MAX_VALUE);
    private final BooleanProperty leftInsisted = new SimpleBooleanProperty(false);
    private final BooleanProperty rightInsisted = new SimpleBooleanProperty(false);
    private final BooleanProperty pictureOnly = new SimpleBooleanProperty(false);
    private final ReadOnlyDoubleWrapper leftWidth = new ReadOnlyDoubleWrapper(LEFT_WIDTH);
    private final ReadOnlyDoubleWrapper rightWidth = new ReadOnlyDoubleWrapper(RIGHT_WIDTH);
    private final ObjectProperty<RightTab> rightTab = new SimpleObjectProperty<>(RightTab.SEGMENTS);
    private final StringProperty study = new SimpleStringProperty("");
    private final StringProperty series = new SimpleStringProperty("");
    private final ObjectProperty<Optional<CursorReading>> cursor =
            new SimpleObjectProperty<>(Optional.empty());

    private final BooleanBinding rightFits =
            Bindings.createBooleanBinding(
                    () -> fits(leftOpen.get() ? leftWidth.get() : 0, rightWidth.get()),
                    room,
                    leftOpen,
                    leftWidth,
                    rightWidth);
    private final BooleanBinding leftFits =
            Bindings.createBooleanBinding(() -> fits(leftWidth.get(), 0), room, leftWidth);
    private final BooleanBinding leftShown = leftOpen.and(leftFits.or(leftInsisted));
    private final BooleanBinding rightShown = rightOpen.and(rightFits.or(rightInsisted));

    public ShellModel() {
        leftFits.subscribe(_ -> leftInsisted.set(false));
        rightFits.subscribe(_ -> rightInsisted.set(false));
    }

    private boolean fits(double left, double right) {
        return room.get() - left - right >= PICTURE_WIDTH;
    }

    /// Pixels that panels and pictures share. Where pictures would get too few, the right panel folds, then the left;
    /// both come back when there is room again. What a person opens in spite of that stays open as long.
    public DoubleProperty room() {
        return room;
    }

    /// Whether the panel is on the screen, were it not for [#pictureOnly()]. Follows the person's choice and the room.
    public ObservableBooleanValue leftShown() {
        return leftShown;
    }

    /// The same for the right panel.
    public ObservableBooleanValue rightShown() {
        return rightShown;
    }

    /// What the person chose, whatever the room.
    public BooleanProperty leftOpen() {
        return leftOpen;
    }

    /// What the person chose, whatever the room.
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
        toggle(leftShown.get(), leftOpen, leftFits.get(), leftInsisted);
    }

    public void toggleRight() {
        pictureOnly.set(false);
        toggle(rightShown.get(), rightOpen, rightFits.get(), rightInsisted);
    }

    private static void toggle(
            boolean shown, BooleanProperty open, boolean fits, BooleanProperty insisted) {
        if (fits) {
            open.set(!shown);
        } else {
            insisted.set(!shown); // for now: what was chosen for a wide window stays
            if (!shown) {
                open.set(true);
            }
        }
    }

    public void togglePictureOnly() {
        pictureOnly.set(!pictureOnly.get());
    }

    /// Opens the right panel at a tab.
    public void show(RightTab tab) {
        rightTab.set(tab);
        pictureOnly.set(false);
        if (!rightShown.get()) {
            toggleRight();
        }
    }
}
