// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import java.util.List;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// A shader's text, file after file, and what is fixed when it is compiled: the names that its text asks for.
record ShaderVariant(List<String> files, List<String> names) {
    ShaderVariant {
        files = List.copyOf(files);
        names = List.copyOf(names);
    }

    private static final List<String> COLOURS = List.of("blend.frag", "grid.frag", "slice.frag");
    private static final List<String> VALUES = List.of("grid.frag", "slice.frag");

    /// Draws a volume over the picture so far.
    static ShaderVariant colours(ImageLayer layer, Slab slab) {
        return new ShaderVariant(COLOURS, names(layer, slab, "COLOURS"));
    }

    /// Makes the values of a volume.
    static ShaderVariant values(ImageLayer layer, Slab slab) {
        return new ShaderVariant(VALUES, names(layer, slab, "VALUES"));
    }

    private static List<String> names(ImageLayer layer, Slab slab, String output) {
        String depth = slab.isThin() ? "THIN" : slab.mode().name();
        String stored = layer.volume().voxels() instanceof Voxels.Float32 ? "REAL" : "UNORM";
        String stack = stack(layer.volume().geometry());
        return List.of(layer.interpolation().name(), depth, stack, stored, output);
    }

    /// Finds the labels of pixels.
    static ShaderVariant labels(Labels labels) {
        return new ShaderVariant(
                List.of("grid.frag", "labels.frag"),
                List.of(labels.edges().name(), stack(labels.geometry())));
    }

    /// Paints labels that have been found.
    static ShaderVariant paint() {
        return new ShaderVariant(List.of("blend.frag", "paint.frag"), List.of());
    }

    private static String stack(VolumeGeometry geometry) {
        return switch (geometry.slices()) {
            case SliceStack.Even _ -> "EVEN";
            case SliceStack.Table _ -> "TABLE";
        };
    }
}
