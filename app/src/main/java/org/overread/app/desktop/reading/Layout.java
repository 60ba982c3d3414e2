// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// How the panes share the room. The first pane of a reading is the big one; where there are four, the last is the body in
/// three dimensions, or a close-up while nothing draws it.
public enum Layout {
    SINGLE("One pane", 1),
    ONE_AND_TWO("One large, two stacked", 3),
    ONE_AND_THREE("One large, three stacked", 4),
    GRID("Two by two", 4),
    COLUMNS("Three columns", 3),
    /// The body in three dimensions large, the planes beside it.
    SOLID("3D large, three planes", 4);

    private final String title;
    private final int panes;

    Layout(String title, int panes) {
        this.title = title;
        this.panes = panes;
    }

    public String title() {
        return title;
    }

    public int panes() {
        return panes;
    }

    public Layout next() {
        return switch (this) {
            case SINGLE -> ONE_AND_TWO;
            case ONE_AND_TWO -> ONE_AND_THREE;
            case ONE_AND_THREE -> GRID;
            case GRID -> COLUMNS;
            case COLUMNS -> SOLID;
            case SOLID -> SINGLE;
        };
    }
}
