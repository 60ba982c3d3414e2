// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.overlay;

import java.util.List;
import java.util.function.Supplier;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.viewer.slice.layer.Labels;

/// What a person can do to what lies over the volume that has the keyboard.
public final class LayerActions {
    private static final String LAYERS = "Labels and overlays";

    private LayerActions() {}

    /// `open` asks for a file of labels, `show` opens the card of layers.
    public static List<Action> of(Supplier<Layers> layers, Runnable open, Runnable show) {
        return List.of(
                Action.of("layers.card", LAYERS, "Labels and overlays", show)
                        .withIcon(RemixiconMZ.STACK_LINE)
                        .withKey("Y"),
                Action.of("layers.open", LAYERS, "Lay labels from a file over the picture", open)
                        .withIcon(RemixiconAL.FILE_ADD_LINE)
                        .withKey("Shift+Y"),
                Action.of(
                                "layers.next",
                                LAYERS,
                                "Labels: next of A, B, both, only one, disagreement",
                                () -> next(layers.get()))
                        .withIcon(RemixiconAL.CONTRAST_DROP_2_LINE)
                        .withKey("Shift+V"),
                Action.of(
                                "layers.edges",
                                LAYERS,
                                "Label edges: smooth, or as the voxels are",
                                () -> turnEdges(layers.get()))
                        .withIcon(RemixiconAL.BLUR_OFF_LINE),
                Action.of(
                                "layers.clear",
                                LAYERS,
                                "Take labels and overlays away",
                                () -> layers.get().clear())
                        .withIcon(RemixiconAL.DELETE_BIN_LINE));
    }

    private static void turnEdges(Layers layers) {
        layers.edges()
                .set(
                        switch (layers.edges().get()) {
                            case VOXELS -> Labels.Edges.SMOOTH;
                            case SMOOTH -> Labels.Edges.VOXELS;
                        });
    }

    private static void next(Layers layers) {
        Showing next = layers.showing().get().next();
        boolean both = layers.second().get().isPresent();
        layers.showing().set(next.needsBoth() && !both ? Showing.NONE : next);
    }
}
