// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.overlay;

import org.overread.viewer.slice.layer.LabelComparison.View;

/// What of two versions of labels a column shows.
public enum Showing {
    NONE("None"),
    A("A"),
    B("B"),
    BOTH("Both"),
    ONLY_A("Only A"),
    ONLY_B("Only B"),
    AGREEMENT("Agreement"),
    DISAGREEMENT("Disagreement");

    private final String title;

    Showing(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// Whether it means anything while there is one version only.
    public boolean needsBoth() {
        return switch (this) {
            case NONE, A -> false;
            case B, BOTH, ONLY_A, ONLY_B, AGREEMENT, DISAGREEMENT -> true;
        };
    }

    /// The next in the order in which they are declared, round.
    public Showing next() {
        return switch (this) {
            case NONE -> A;
            case A -> B;
            case B -> BOTH;
            case BOTH -> ONLY_A;
            case ONLY_A -> ONLY_B;
            case ONLY_B -> AGREEMENT;
            case AGREEMENT -> DISAGREEMENT;
            case DISAGREEMENT -> NONE;
        };
    }

    View view() {
        return switch (this) {
            case NONE, A -> new View.First();
            case B -> new View.Second();
            case BOTH -> new View.Both();
            case ONLY_A -> new View.OnlyFirst();
            case ONLY_B -> new View.OnlySecond();
            case AGREEMENT -> new View.Agreement();
            case DISAGREEMENT -> new View.Disagreement();
        };
    }
}
