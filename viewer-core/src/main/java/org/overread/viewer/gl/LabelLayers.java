// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.util.List;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.LabelComparison.View;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.volume.BitBlocks;

/// Draws labels and comparisons of labels over the picture so far. GL thread only.
final class LabelLayers {
    private final LabelPass pass;
    private final LabelPaint paint;
    private final Target first;
    private final Target second;

    LabelLayers(GL3 gl, Shaders shaders, PixelsInGrid inGrid, Picture picture) {
        pass = new LabelPass(gl, shaders, inGrid, picture);
        paint = new LabelPaint(gl, shaders, picture);
        first = new Target(gl, DataTexture.Texels.INTS4);
        second = new Target(gl, DataTexture.Texels.INTS4);
    }

    int blocksOnGpu() {
        return pass.pool().count();
    }

    void draw(SliceScene scene, Labels labels) {
        List<DrawnLabel> shown = labels.shown();
        List<LabelStyle> styles = shown.stream().map(DrawnLabel::style).toList();
        int margin = LabelPaint.margin(styles);
        find(scene, labels, shown.stream().map(DrawnLabel::bits).toList(), margin, first);
        paint(scene, whole(first, scene), styles, margin);
    }

    void draw(SliceScene scene, LabelComparison comparison) {
        List<LabelStyle> ofFirst = styles(comparison, comparison.first());
        List<LabelStyle> ofSecond = styles(comparison, comparison.second());
        int margin = Math.max(LabelPaint.margin(ofFirst), LabelPaint.margin(ofSecond));
        find(scene, comparison, comparison.first(), margin, first);
        find(scene, comparison, comparison.second(), margin, second);
        int width = scene.raster().width();
        switch (comparison.view()) {
            case View.First _ -> paint(scene, whole(first, scene), ofFirst, margin);
            case View.Second _ -> paint(scene, whole(second, scene), ofSecond, margin);
            case View.Both _ -> {
                paint(scene, whole(first, scene), ofFirst, margin);
                paint(scene, whole(second, scene), ofSecond, margin);
            }
            case View.OnlyFirst _ -> paint(scene, lacking(first, second, scene), ofFirst, margin);
            case View.OnlySecond _ -> paint(scene, lacking(second, first, scene), ofSecond, margin);
            case View.Agreement _ -> {
                LabelPaint.Shown both = LabelPaint.Shown.WHAT_BOTH_HAVE;
                paint(scene, new LabelPaint.Part(first, second, both, 0, width), ofFirst, margin);
            }
            case View.Disagreement _ -> {
                paint(scene, lacking(first, second, scene), ofFirst, margin);
                paint(scene, lacking(second, first, scene), ofSecond, margin);
            }
            case View.Swipe(int column) -> {
                LabelPaint.Shown all = LabelPaint.Shown.FIRST;
                paint(scene, new LabelPaint.Part(first, first, all, 0, column), ofFirst, margin);
                paint(
                        scene,
                        new LabelPaint.Part(second, second, all, column, width),
                        ofSecond,
                        margin);
            }
        }
    }

    private static List<LabelStyle> styles(LabelComparison comparison, Labels version) {
        return comparison.shownPairs().stream().map(n -> comparison.style(version, n)).toList();
    }

    private void find(
            SliceScene scene,
            LabelComparison comparison,
            Labels version,
            int margin,
            Target target) {
        List<BitBlocks> bits =
                comparison.shownPairs().stream().map(n -> comparison.bits(version, n)).toList();
        find(scene, version, bits, margin, target);
    }

    private void find(
            SliceScene scene, Labels labels, List<BitBlocks> bits, int margin, Target target) {
        PixelGrid pixels = PixelGrid.of(scene.plane(), scene.raster()).widened(margin);
        pass.draw(labels, bits, pixels, scene.slab(), target);
    }

    private static LabelPaint.Part whole(Target version, SliceScene scene) {
        return new LabelPaint.Part(
                version, version, LabelPaint.Shown.FIRST, 0, scene.raster().width());
    }

    private static LabelPaint.Part lacking(Target all, Target taken, SliceScene scene) {
        return new LabelPaint.Part(
                all, taken, LabelPaint.Shown.WHAT_THE_SECOND_LACKS, 0, scene.raster().width());
    }

    private void paint(
            SliceScene scene, LabelPaint.Part part, List<LabelStyle> styles, int margin) {
        paint.draw(part, styles, margin, scene.raster().width(), scene.raster().height());
    }

    void delete() {
        pass.delete();
        paint.delete();
        first.delete();
        second.delete();
    }
}
