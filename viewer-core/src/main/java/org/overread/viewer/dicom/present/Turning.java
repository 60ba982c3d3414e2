// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

/// How an image as it is stored is turned for the eye: clockwise by so many quarters, and then mirrored left to right.
public record Turning(int quarters, Mirroring mirroring) {
    public static final Turning NONE = new Turning(0, Mirroring.NONE);

    /// Whether left and right change places.
    public enum Mirroring {
        NONE,
        LEFT_TO_RIGHT
    }

    public Turning {
        if (quarters < 0 || quarters > 3) {
            throw new IllegalArgumentException(quarters + " quarters of a turn");
        }
    }

    /// A direction of the image: `columns` along growing columns, `rows` along growing rows, each -1, 0 or 1.
    public record Direction(int columns, int rows) {
        Direction negated() {
            return new Direction(-columns, -rows);
        }
    }

    /// What of the stored image leads to the right of the screen.
    public Direction right() {
        Direction right = unmirrored(quarters);
        return mirroring == Mirroring.NONE ? right : right.negated();
    }

    /// What of the stored image leads down the screen.
    public Direction down() {
        return unmirrored((quarters + 3) % 4);
    }

    /// What points right after so many quarters: after one it is what pointed up.
    private static Direction unmirrored(int quarters) {
        return switch (quarters) {
            case 0 -> new Direction(1, 0);
            case 1 -> new Direction(0, -1);
            case 2 -> new Direction(-1, 0);
            default -> new Direction(0, 1);
        };
    }
}
