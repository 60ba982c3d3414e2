// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import java.util.List;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.Hatch;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.LabelComparison.View;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;

/// What is told in pixels of the screen, told in pixels of twice the size: outlines, hatches and the swipe line stay
/// where they are and as wide as they are while things move.
public final class HalfScene {
    private HalfScene() {}

    /// The scene, whose raster is already the coarse one, with coarse overlays.
    public static SliceScene of(SliceScene scene) {
        List<Overlay> overlays = scene.overlays().stream().map(HalfScene::half).toList();
        return scene.withOverlays(overlays);
    }

    private static Overlay half(Overlay overlay) {
        return switch (overlay) {
            case FusedVolume fused -> fused;
            case Labels labels -> half(labels);
            case LabelComparison(Labels first, Labels second, View view) ->
                    new LabelComparison(half(first), half(second), half(view));
        };
    }

    private static Labels half(Labels labels) {
        List<DrawnLabel> drawn =
                labels.labels().stream()
                        .map(label -> new DrawnLabel(label.bits(), half(label.style())))
                        .toList();
        return new Labels(labels.geometry(), labels.joined(), drawn, labels.edges());
    }

    private static View half(View view) {
        return switch (view) {
            case View.Swipe(int column) -> new View.Swipe(column / 2);
            case View.First _,
                    View.Second _,
                    View.Both _,
                    View.OnlyFirst _,
                    View.OnlySecond _,
                    View.Agreement _,
                    View.Disagreement _ ->
                    view;
        };
    }

    private static LabelStyle half(LabelStyle style) {
        return new LabelStyle(
                style.rgb(),
                style.fillOpacity(),
                style.outlineOpacity(),
                half(style.outlinePx()),
                half(style.hatch()),
                style.visibility(),
                style.surfaceOpacity());
    }

    private static Hatch half(Hatch hatch) {
        return new Hatch(half(hatch.periodPx()), half(hatch.linePx()), hatch.opacity());
    }

    /// Never nothing of something.
    private static int half(int px) {
        return (px + 1) / 2;
    }
}
