// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.List;

/// A precinct: the code-blocks of one resolution of a component that share packets. (gridX, gridY) is where a
/// progression by position meets it.
final class Precinct {
    /// The blocks of one band, row by row, with the trees that tell of them.
    static final class Part {
        final Band band;
        final int across;
        final int down;
        final CodeBlock[] blocks;
        final TagTree inclusion;
        final TagTree missingPlanes;

        Part(Band band, int across, int down, CodeBlock[] blocks) {
            this.band = band;
            this.across = across;
            this.down = down;
            this.blocks = blocks;
            inclusion = new TagTree(across, down);
            missingPlanes = new TagTree(across, down);
        }
    }

    private final int component;
    private final int resolution;
    private final int index;
    private final long gridX;
    private final long gridY;
    private final BlockStyle style;
    private final List<Part> parts;

    /// The layer whose packet is next.
    int nextLayer;

    Precinct(
            int component,
            int resolution,
            int index,
            long gridX,
            long gridY,
            BlockStyle style,
            List<Part> parts) {
        this.component = component;
        this.resolution = resolution;
        this.index = index;
        this.gridX = gridX;
        this.gridY = gridY;
        this.style = style;
        this.parts = List.copyOf(parts);
    }

    int component() {
        return component;
    }

    int resolution() {
        return resolution;
    }

    int index() {
        return index;
    }

    long gridX() {
        return gridX;
    }

    long gridY() {
        return gridY;
    }

    BlockStyle style() {
        return style;
    }

    List<Part> parts() {
        return parts;
    }
}
