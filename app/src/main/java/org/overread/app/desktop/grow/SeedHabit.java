// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import org.overread.segmentation.tool.toolbox.ToolCard;

/// What a tool wants from the hand.
public enum SeedHabit {
    /// Nothing: it looks at the whole volume.
    NONE,
    /// One place; up and down from there widens and narrows the range of values.
    RANGE,
    /// One line across what is wanted, from edge to edge.
    ACROSS,
    /// Places or strokes inside what is wanted.
    INSIDE,
    /// Strokes inside what is wanted, and others outside.
    INSIDE_AND_OUTSIDE;

    /// A tool that nobody here knows gets what it may want: seeds inside and outside.
    public static SeedHabit of(ToolCard card) {
        return switch (card.name()) {
            case "threshold", "local-threshold" -> NONE;
            case "connected-threshold" -> RANGE;
            case "grow-across" -> ACROSS;
            case "confidence-connected",
                    "neighborhood-connected",
                    "geodesic-contour",
                    "region-contour" ->
                    INSIDE;
            default -> INSIDE_AND_OUTSIDE;
        };
    }

    /// What the next press does.
    String hint() {
        return switch (this) {
            case NONE -> "Drag the two edges over the histogram";
            case RANGE -> "Click inside; drag up to take more, down to take less";
            case ACROSS ->
                    "Drag across it, from edge to edge; with Ctrl draw outside; with Alt draw a wall";
            case INSIDE -> "Click or draw inside; Alt draws a wall";
            case INSIDE_AND_OUTSIDE ->
                    "Draw inside; with Ctrl draw outside; with Alt draw a wall that is not crossed";
        };
    }
}
