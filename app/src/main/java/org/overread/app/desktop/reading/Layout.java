// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// How the panes share the room. The first pane of a reading is the big one; where there are four, the last is the body in
/// three dimensions, or a close-up while nothing draws it.
public enum Layout {
    SINGLE("One pane"),
    ONE_AND_TWO("One large, two stacked"),
    ONE_AND_THREE("One large, three stacked"),
    GRID("Two by two"),
    COLUMNS("Three columns"),
    /// The body in three dimensions large, the planes beside it.
    SOLID("3D large, three planes"),
    /// The same plane of each compared series.
    SIDE_BY_SIDE("Side by side"),
    /// All planes of each compared series, one column a series.
    SIDE_BY_SIDE_PLANES("Side by side, all planes"),
    /// The first two compared series in one pane, a line between them.
    SWIPE("Swipe"),
    /// The first two compared series in one pane, in turns.
    BLINK("Blink"),
    /// As many panes as a person wants, [PaneGrid].
    FREE("Grid of panes");

    private final String title;

    Layout(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// Whether more than one series has a place.
    public boolean compares() {
        return switch (this) {
            case SINGLE, ONE_AND_TWO, ONE_AND_THREE, GRID, COLUMNS, SOLID, FREE -> false;
            case SIDE_BY_SIDE, SIDE_BY_SIDE_PLANES, SWIPE, BLINK -> true;
        };
    }

    /// The next that shows one series; the grid of panes only where `withGrid` says that there is one.
    Layout next(boolean withGrid) {
        return switch (this) {
            case SINGLE -> ONE_AND_TWO;
            case ONE_AND_TWO -> ONE_AND_THREE;
            case ONE_AND_THREE -> GRID;
            case GRID -> COLUMNS;
            case COLUMNS -> SOLID;
            case SOLID -> withGrid ? FREE : SINGLE;
            case SIDE_BY_SIDE, SIDE_BY_SIDE_PLANES, SWIPE, BLINK, FREE -> SINGLE;
        };
    }
}
