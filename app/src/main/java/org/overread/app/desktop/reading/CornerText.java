// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// How much is written over the pictures.
public enum CornerText {
    NONE("none"),
    SHORT("short"),
    FULL("full");

    private final String title;

    CornerText(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public CornerText next() {
        return switch (this) {
            case NONE -> SHORT;
            case SHORT -> FULL;
            case FULL -> NONE;
        };
    }
}
