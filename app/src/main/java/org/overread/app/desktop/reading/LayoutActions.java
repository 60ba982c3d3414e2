// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;

/// How a person chooses what the panes share the room for.
final class LayoutActions {
    private static final String LAYOUT = "Layout";

    private LayoutActions() {}

    public static List<Action> of(ReadingModel reading, Supplier<ReadingModel> focused) {
        var all = new ArrayList<Action>();
        int key = 0;
        for (Layout layout : Layout.values()) {
            if (layout == Layout.FREE) {
                continue; // it is chosen on a card of its own
            }
            key++;
            String id = layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.add(
                    Action.of(
                                    "view.layout." + id,
                                    LAYOUT,
                                    "Layout: " + uncapitalized(layout.title()),
                                    () -> reading.room().choose(layout))
                            .withIcon(icon(layout))
                            .withKey("Alt+" + key % 10));
        }
        all.add(
                Action.of("view.layout.next", LAYOUT, "Next layout", reading.room()::chooseNext)
                        .withIcon(RemixiconAL.LAYOUT_LINE)
                        .withKey("L"));
        all.add(
                Action.of(
                                "view.enlarge",
                                LAYOUT,
                                "One pane large and back",
                                () ->
                                        reading.room()
                                                .enlarge(new Place.Slices(focused.get().active())))
                        .withIcon(RemixiconAL.FULLSCREEN_LINE)
                        .withKey("F")
                        .enabledWhen(
                                Bindings.createBooleanBinding(
                                        () -> reading.volume() != null, reading.content())));
        return all;
    }

    private static String uncapitalized(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private static Ikon icon(Layout layout) {
        return switch (layout) {
            case SINGLE -> RemixiconAL.CHECKBOX_BLANK_LINE;
            case ONE_AND_TWO -> RemixiconAL.LAYOUT_5_LINE;
            case ONE_AND_THREE -> RemixiconAL.LAYOUT_RIGHT_LINE;
            case GRID -> RemixiconAL.LAYOUT_GRID_FILL;
            case COLUMNS -> RemixiconAL.LAYOUT_COLUMN_LINE;
            case SOLID -> RemixiconAL.BODY_SCAN_LINE;
            case SIDE_BY_SIDE -> RemixiconAL.LAYOUT_2_LINE;
            case SIDE_BY_SIDE_PLANES -> RemixiconMZ.TABLE_LINE;
            case SWIPE -> RemixiconMZ.SPLIT_CELLS_HORIZONTAL;
            case BLINK -> RemixiconMZ.REFRESH_LINE;
            case FREE -> RemixiconAL.GRID_FILL;
        };
    }
}
