// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// How far apart the slices of a light box are.
public enum FilmStep {
    ONE("1", "every slice", 1),
    TWO("2", "every 2nd slice", 2),
    FIVE("5", "every 5th slice", 5),
    TEN("10", "every 10th slice", 10),
    /// The whole series, evenly, however many panes there are.
    WHOLE("all", "whole series", 1);

    private final String brief;
    private final String words;
    private final int slices;

    FilmStep(String brief, String words, int slices) {
        this.brief = brief;
        this.words = words;
        this.slices = slices;
    }

    /// What stands on a small button.
    public String brief() {
        return brief;
    }

    public String words() {
        return words;
    }

    /// How many slices lie from the first pane to the `cell`-th, counted from 0, of `cells` that share `count` slices.
    int offset(int cell, int cells, int count) {
        if (this != WHOLE || count <= cells) {
            return cell * slices;
        }
        return middle(cell, cells, count) - middle(0, cells, count);
    }

    /// How far the first pane may go: to where the last slice has the last pane, and so far that each slice can have one.
    int mostFirst(int cells, int count) {
        int widest = this == WHOLE ? Math.ceilDiv(count, cells) : slices;
        return Math.clamp(
                Math.max(count - 1L - offset(cells - 1, cells, count), widest - 1L), 0, count - 1);
    }

    /// The middle of each of `cells` equal parts.
    static int middle(int cell, int cells, int count) {
        return (int) ((2L * cell + 1) * count / (2L * cells));
    }
}
