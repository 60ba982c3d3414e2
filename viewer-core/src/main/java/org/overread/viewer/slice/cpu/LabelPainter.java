// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.List;
import org.overread.viewer.slice.layer.Hatch;
import org.overread.viewer.slice.layer.LabelStyle;

/// The second pass: colours pixels by the labels that they show. Costs nothing where there are none, and the same
/// whatever the size of the volume.
final class LabelPainter implements OverlayPainter {
    private final SetPicture sets;
    private final int firstColumn;
    private final int endColumn;
    private final int[] rgb;
    private final int[] fill;
    private final int[] outline;
    private final Hatch[] hatches;
    private final int[] hatch;
    private final long[] hatched;
    private final Ring[] rings;

    /// The outlines of one width: how far to look, and which labels of a plane have it.
    private static final class Ring {
        private final int widthPx;
        private final long[] labels;

        Ring(int widthPx, long[] labels) {
            this.widthPx = widthPx;
            this.labels = labels;
        }
    }

    /// Paints the columns from `firstColumn` to before `endColumn`.
    LabelPainter(SetPicture sets, List<LabelStyle> styles, int firstColumn, int endColumn) {
        this.sets = sets;
        this.firstColumn = firstColumn;
        this.endColumn = endColumn;
        rgb = styles.stream().mapToInt(LabelStyle::rgb).toArray();
        fill = styles.stream().mapToInt(style -> alpha(style.fillOpacity())).toArray();
        outline = styles.stream().mapToInt(style -> alpha(style.outlineOpacity())).toArray();
        hatches = styles.stream().map(LabelStyle::hatch).toArray(Hatch[]::new);
        hatch = styles.stream().mapToInt(style -> alpha(style.hatch().opacity())).toArray();
        hatched = new long[sets.planes()];
        for (int n = 0; n < hatches.length; n++) {
            hatched[n >> 6] |= hatches[n].isNone() ? 0 : 1L << n;
        }
        rings =
                styles.stream()
                        .mapToInt(LabelPainter::ringPx)
                        .filter(width -> width > 0)
                        .distinct()
                        .mapToObj(width -> ring(styles, width))
                        .toArray(Ring[]::new);
    }

    /// How wide a label's outline is; 0 where it is not seen.
    static int ringPx(LabelStyle style) {
        return style.outlineOpacity() > 0 ? style.outlinePx() : 0;
    }

    private Ring ring(List<LabelStyle> styles, int widthPx) {
        long[] labels = new long[sets.planes()];
        for (int n = 0; n < styles.size(); n++) {
            labels[n >> 6] |= ringPx(styles.get(n)) == widthPx ? 1L << n : 0;
        }
        return new Ring(widthPx, labels);
    }

    private static int alpha(double opacity) {
        return (int) (255 * opacity + 0.5);
    }

    @Override
    public void paint(int row, int[] pixels, Scratch scratch) {
        int end = Math.min(endColumn, pixels.length);
        int start = sets.at(row);
        if (sets.planes() == 1) {
            long[] plane = sets.plane(0);
            for (int c = Math.max(firstColumn, 0); c < end; c++) {
                if (plane[start + c] != 0) {
                    pixels[c] = labelled(pixels[c], start + c, c, row);
                }
            }
            return;
        }
        for (int c = Math.max(firstColumn, 0); c < end; c++) {
            long some = 0;
            for (int p = 0; p < sets.planes(); p++) {
                some |= sets.plane(p)[start + c];
            }
            if (some != 0) {
                pixels[c] = labelled(pixels[c], start + c, c, row);
            }
        }
    }

    private int labelled(int below, int at, int column, int row) {
        int pixel = below;
        for (int p = 0; p < sets.planes(); p++) {
            pixel = blended(pixel, sets.plane(p)[at], p, fill);
        }
        for (int p = 0; p < sets.planes(); p++) {
            pixel = hatched(pixel, sets.plane(p)[at] & hatched[p], p, column, row);
        }
        for (int p = 0; p < sets.planes(); p++) {
            pixel = blended(pixel, edges(p, at), p, outline);
        }
        return pixel;
    }

    private int blended(int below, long labels, int plane, int[] alphas) {
        int pixel = below;
        for (long rest = labels; rest != 0; rest &= rest - 1) {
            int n = plane << 6 | Long.numberOfTrailingZeros(rest);
            pixel = Blending.over(pixel, rgb[n], alphas[n]);
        }
        return pixel;
    }

    private int hatched(int below, long labels, int plane, int column, int row) {
        int pixel = below;
        for (long rest = labels; rest != 0; rest &= rest - 1) {
            int n = plane << 6 | Long.numberOfTrailingZeros(rest);
            if (hatches[n].covers(column, row)) {
                pixel = Blending.over(pixel, rgb[n], hatch[n]);
            }
        }
        return pixel;
    }

    /// The labels of a pixel that one of its neighbours lacks.
    private long edges(int p, int at) {
        long[] plane = sets.plane(p);
        long edges = 0;
        for (Ring ring : rings) {
            int side = ring.widthPx;
            int up = at - side * sets.stride();
            int down = at + side * sets.stride();
            long shared =
                    plane[up - side]
                            & plane[up]
                            & plane[up + side]
                            & plane[at - side]
                            & plane[at + side]
                            & plane[down - side]
                            & plane[down]
                            & plane[down + side];
            edges |= plane[at] & ring.labels[p] & ~shared;
        }
        return edges;
    }
}
