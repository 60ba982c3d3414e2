// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.LabelComparison.View;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.BitBlocks;

/// What each pixel of a whole scene may be: the values by [SliceOracle], labels by [LabelOracle], and the colours by
/// the definitions of the layers, each value's level being right within one.
final class SceneOracle {
    private final SliceScene scene;
    private final PixelGrid pixels;
    private final double edge;
    private final SliceOracle base;
    private final List<Layer> layers = new ArrayList<>();

    /// One overlay: what becomes of the shade of a pixel; empty where rounding decides.
    @FunctionalInterface
    private interface Layer {
        Optional<Shade> over(Shade below, int column, int row);
    }

    /// Which labels a version shows in a pixel, as the view wants it.
    @FunctionalInterface
    private interface Sets {
        LabelOracle.Shown at(int column, int row);
    }

    SceneOracle(SliceScene scene, double edge) {
        this.scene = scene;
        this.edge = edge;
        pixels = PixelGrid.of(scene.plane(), scene.raster());
        base = new SliceOracle(scene, edge);
        for (Overlay overlay : scene.overlays()) {
            switch (overlay) {
                case FusedVolume fused -> layers.add(fused(fused));
                case Labels labels -> add(labels);
                case LabelComparison comparison -> add(comparison);
            }
        }
    }

    /// Empty where rounding decides between two pictures.
    Optional<Shade> at(int column, int row) {
        SliceOracle.Sample sample = base.at(column, row);
        if (sample.doubtful()) {
            return Optional.empty();
        }
        Shade shade = Shade.exactly(0);
        if (sample.inside()) {
            shade = colors(scene.tone(), sample.value());
        }
        for (Layer layer : layers) {
            Optional<Shade> next = layer.over(shade, column, row);
            if (next.isEmpty()) {
                return next;
            }
            shade = next.get();
        }
        return Optional.of(shade);
    }

    private static int level(Tone tone, double value) {
        return ToneOracle.level(tone.curve(), value, ToneOracle.entries(tone.curve()));
    }

    private static int color(Tone tone, int level) {
        int inside = Math.clamp(level, 0, 255);
        return tone.map().argb(tone.polarity() == Polarity.INVERTED ? 255 - inside : inside);
    }

    private static Shade colors(Tone tone, double value) {
        if (Double.isNaN(value)) {
            return Shade.exactly(0xFF000000);
        }
        int level = level(tone, value);
        return Shade.exactly(color(tone, level - 1))
                .or(Shade.exactly(color(tone, level)))
                .or(Shade.exactly(color(tone, level + 1)));
    }

    private Layer fused(FusedVolume fused) {
        ImageLayer image = fused.image();
        SliceOracle values =
                new SliceOracle(
                        image, pixels.through(fused.joined().toOverlay()), scene.slab(), edge);
        return (below, column, row) -> {
            SliceOracle.Sample sample = values.at(column, row);
            if (sample.doubtful()) {
                return Optional.empty();
            }
            if (!sample.inside() || Double.isNaN(sample.value())) {
                return Optional.of(below);
            }
            int level = level(image.tone(), sample.value());
            return Optional.of(
                    blended(fused, below, level)
                            .or(blended(fused, below, Math.max(level - 1, 0)))
                            .or(blended(fused, below, Math.min(level + 1, 255))));
        };
    }

    private static Shade blended(FusedVolume fused, Shade below, int level) {
        double share =
                switch (fused.fade()) {
                    case NONE -> 1;
                    case LOWEST_CLEAR -> level > 0 ? 1 : 0;
                    case RAMP -> level / 255.0;
                };
        int alpha = (int) Math.floor(255 * fused.opacity() * share + 0.5);
        int[] color = Shade.channels(color(fused.image().tone(), level));
        return switch (fused.blend()) {
            case OVER -> below.under(color, alpha);
            case ADD -> below.plus(color, alpha);
            case LIGHTEN ->
                    below.with(
                            color,
                            (under, own) ->
                                    (int)
                                            Math.rint(
                                                    (Math.max(under, own) * alpha
                                                                    + under * (255.0 - alpha))
                                                            / 255));
        };
    }

    private void add(Labels labels) {
        List<DrawnLabel> shown =
                labels.labels().stream()
                        .filter(l -> l.style().visibility() == LabelStyle.Visibility.SHOWN)
                        .toList();
        Sets sets = sets(labels, shown.stream().map(DrawnLabel::bits).toList());
        layers.add(painted(sets, shown.stream().map(DrawnLabel::style).toList()));
    }

    private Sets sets(Labels version, List<BitBlocks> bits) {
        return new LabelOracle(version, bits, pixels, scene.slab(), edge)::at;
    }

    private void add(LabelComparison comparison) {
        List<Integer> pairs = comparison.shownPairs();
        Sets a = ofVersion(comparison, comparison.first(), pairs);
        Sets b = ofVersion(comparison, comparison.second(), pairs);
        List<LabelStyle> ofA =
                pairs.stream().map(n -> comparison.style(comparison.first(), n)).toList();
        List<LabelStyle> ofB =
                pairs.stream().map(n -> comparison.style(comparison.second(), n)).toList();
        switch (comparison.view()) {
            case View.First _ -> layers.add(painted(a, ofA));
            case View.Second _ -> layers.add(painted(b, ofB));
            case View.Both _ -> {
                layers.add(painted(a, ofA));
                layers.add(painted(b, ofB));
            }
            case View.OnlyFirst _ -> layers.add(painted(without(a, b), ofA));
            case View.OnlySecond _ -> layers.add(painted(without(b, a), ofB));
            case View.Agreement _ -> layers.add(painted(without(a, without(a, b)), ofA));
            case View.Disagreement _ -> {
                layers.add(painted(without(a, b), ofA));
                layers.add(painted(without(b, a), ofB));
            }
            case View.Swipe(int column) -> {
                Layer left = painted(a, ofA);
                Layer right = painted(b, ofB);
                layers.add((below, c, row) -> (c < column ? left : right).over(below, c, row));
            }
        }
    }

    private Sets ofVersion(LabelComparison comparison, Labels version, List<Integer> pairs) {
        return sets(version, pairs.stream().map(n -> comparison.bits(version, n)).toList());
    }

    private static Sets without(Sets all, Sets taken) {
        return (column, row) -> {
            LabelOracle.Shown from = all.at(column, row);
            LabelOracle.Shown minus = taken.at(column, row);
            Set<Integer> rest = new TreeSet<>(from.labels());
            rest.removeAll(minus.labels());
            return new LabelOracle.Shown(rest, from.doubtful() || minus.doubtful());
        };
    }

    private static Layer painted(Sets sets, List<LabelStyle> styles) {
        return (below, column, row) -> {
            LabelOracle.Shown here = sets.at(column, row);
            if (here.doubtful()) {
                return Optional.empty();
            }
            Set<Integer> labels = new TreeSet<>(here.labels());
            Shade shade = below;
            for (int n : labels) {
                shade = shade.under(color(styles.get(n)), opacity(styles.get(n).fillOpacity()));
            }
            for (int n : labels) {
                var hatch = styles.get(n).hatch();
                if (hatch.linePx() > 0 && (column + row) % hatch.periodPx() < hatch.linePx()) {
                    shade = shade.under(color(styles.get(n)), opacity(hatch.opacity()));
                }
            }
            for (int n : labels) {
                LabelStyle style = styles.get(n);
                int w = style.outlinePx();
                boolean edge = false;
                for (int down = -w; down <= w && w > 0; down += w) {
                    for (int right = -w; right <= w; right += w) {
                        LabelOracle.Shown there = sets.at(column + right, row + down);
                        if (there.doubtful()) {
                            return Optional.empty();
                        }
                        edge |= !there.labels().contains(n);
                    }
                }
                if (edge) {
                    shade = shade.under(color(style), opacity(style.outlineOpacity()));
                }
            }
            return Optional.of(shade);
        };
    }

    private static int[] color(LabelStyle style) {
        return Shade.channels(style.rgb() | 0xFF000000);
    }

    private static int opacity(double share) {
        return (int) Math.floor(share * 255 + 0.5);
    }
}
