// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.LabelComparison.View;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.BitBlocks;

/// Makes the painters of a scene, bottom to top; labels are looked up while it does.
final class OverlayPainters {
    private final SliceScene scene;
    private final PixelGrid base;
    private final PixelBox part;
    private final SetRoom room;
    private final Executor executor;
    private final int threads;
    private final List<OverlayPainter> painters = new ArrayList<>();

    private OverlayPainters(
            SliceScene scene, PixelBox part, SetRoom room, Executor executor, int threads) {
        this.scene = scene;
        this.part = part;
        this.room = room;
        this.executor = executor;
        this.threads = threads;
        base = PixelGrid.of(scene.plane(), scene.raster());
    }

    /// The painters are of use for the pixels of `part`, until the room takes back what it lent.
    static List<OverlayPainter> of(
            SliceScene scene, PixelBox part, SetRoom room, Executor executor, int threads) {
        OverlayPainters all = new OverlayPainters(scene, part, room, executor, threads);
        for (Overlay overlay : scene.overlays()) {
            switch (overlay) {
                case FusedVolume fused ->
                        all.painters.add(new FusedPainter(fused, all.base, part, scene.slab()));
                case Labels labels -> all.add(labels);
                case LabelComparison comparison -> all.add(comparison);
            }
        }
        return all.painters;
    }

    private void add(Labels labels) {
        List<DrawnLabel> shown = labels.shown();
        List<LabelStyle> styles = shown.stream().map(DrawnLabel::style).toList();
        List<BitBlocks> bits = shown.stream().map(DrawnLabel::bits).toList();
        add(sets(labels, bits, margin(styles)), styles, 0, scene.raster().width());
    }

    private void add(LabelComparison comparison) {
        Versions versions = versions(comparison);
        SetPicture first = versions.first();
        SetPicture second = versions.second();
        List<LabelStyle> ofFirst = versions.ofFirst();
        List<LabelStyle> ofSecond = versions.ofSecond();
        int width = scene.raster().width();
        switch (comparison.view()) {
            case View.First _ -> add(first, ofFirst, 0, width);
            case View.Second _ -> add(second, ofSecond, 0, width);
            case View.Both _ -> {
                add(first, ofFirst, 0, width);
                add(second, ofSecond, 0, width);
            }
            case View.OnlyFirst _ -> add(first.minus(second), ofFirst, 0, width);
            case View.OnlySecond _ -> add(second.minus(first), ofSecond, 0, width);
            case View.Agreement _ -> add(first.and(second), ofFirst, 0, width);
            case View.Disagreement _ -> {
                add(first.minus(second), ofFirst, 0, width);
                add(second.minus(first), ofSecond, 0, width);
            }
            case View.Swipe(int column) -> {
                add(first, ofFirst, 0, column);
                add(second, ofSecond, column, width);
            }
        }
    }

    private void add(SetPicture sets, List<LabelStyle> styles, int from, int to) {
        if (!styles.isEmpty()) {
            int first = Math.max(from, part.left());
            painters.add(new LabelPainter(sets, styles, first, Math.min(to, part.right())));
        }
    }

    /// What each version shows, and how its labels look.
    private record Versions(
            SetPicture first,
            SetPicture second,
            List<LabelStyle> ofFirst,
            List<LabelStyle> ofSecond) {}

    private Versions versions(LabelComparison comparison) {
        List<Integer> pairs = comparison.shownPairs();
        List<LabelStyle> ofFirst = styles(comparison, comparison.first(), pairs);
        List<LabelStyle> ofSecond = styles(comparison, comparison.second(), pairs);
        int margin = Math.max(margin(ofFirst), margin(ofSecond));
        return new Versions(
                sets(comparison, comparison.first(), pairs, margin),
                sets(comparison, comparison.second(), pairs, margin),
                ofFirst,
                ofSecond);
    }

    private static List<LabelStyle> styles(
            LabelComparison comparison, Labels version, List<Integer> pairs) {
        return pairs.stream().map(n -> comparison.style(version, n)).toList();
    }

    private SetPicture sets(
            LabelComparison comparison, Labels version, List<Integer> pairs, int margin) {
        return sets(version, pairs.stream().map(n -> comparison.bits(version, n)).toList(), margin);
    }

    private SetPicture sets(Labels labels, List<BitBlocks> bits, int margin) {
        return new LabelPass(labels, bits, base, part, scene.slab(), margin, room)
                .draw(executor, threads);
    }

    private static int margin(List<LabelStyle> styles) {
        return styles.stream().mapToInt(LabelPainter::ringPx).max().orElse(0);
    }
}
