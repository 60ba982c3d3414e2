// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Which neighbours of a voxel belong to it.
public enum Connectivity {
    /// Those that share a face.
    FACES(6),
    /// Those that share a face or an edge.
    EDGES(18),
    /// Those that share a face, an edge or a corner.
    CORNERS(26);

    private final int neighbours;

    Connectivity(int neighbours) {
        this.neighbours = neighbours;
    }

    public int neighbours() {
        return neighbours;
    }

    /// By the number of neighbours: 6, 18 or 26.
    public static Connectivity of(int neighbours) {
        return Arrays.stream(values())
                .filter(c -> c.neighbours == neighbours)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "A voxel has %s neighbours, not %d."
                                                .formatted(choices(), neighbours)));
    }

    private static String choices() {
        return Arrays.stream(values())
                .map(c -> Integer.toString(c.neighbours))
                .collect(Collectors.joining(", "))
                .replace(", 26", " or 26");
    }
}
