// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.nio.IntBuffer;
import java.util.List;
import org.overread.viewer.slice.layer.LabelStyle;

/// The second pass over labels on the GPU: colours pixels by the labels that they show. GL thread only.
final class LabelPaint {
    /// Which of two versions' labels are painted; the numbers are the shader's.
    enum Shown {
        FIRST(0),
        WHAT_THE_SECOND_LACKS(1),
        WHAT_BOTH_HAVE(2);

        private final int number;

        Shown(int number) {
            this.number = number;
        }
    }

    /// What is painted, and the columns from `from` to before `to`.
    record Part(Target first, Target second, Shown shown, int from, int to) {}

    private static final int BELOW_UNIT = 0;
    private static final int FIRST_UNIT = 1;
    private static final int SECOND_UNIT = 2;
    private static final int STYLES_UNIT = 3;
    private static final int ROWS = 4;

    private final Shaders shaders;
    private final Picture picture;
    private final DataTexture styles;

    LabelPaint(GL3 gl, Shaders shaders, Picture picture) {
        this.shaders = shaders;
        this.picture = picture;
        styles = new DataTexture(gl, DataTexture.Texels.INTS4);
    }

    /// How far outlines look for neighbours.
    static int margin(List<LabelStyle> styles) {
        return styles.stream().mapToInt(LabelPaint::outlinePx).max().orElse(0);
    }

    private static int outlinePx(LabelStyle style) {
        return style.outlineOpacity() > 0 ? style.outlinePx() : 0;
    }

    void draw(Part part, List<LabelStyle> looks, int margin, int width, int height) {
        List<Integer> widths =
                looks.stream().map(LabelPaint::outlinePx).filter(w -> w > 0).distinct().toList();
        styles.upload(LabelPass.MOST_LABELS, ROWS, table(looks, widths));
        Shader shader = shaders.use(ShaderVariant.paint());
        part.first().bind(FIRST_UNIT);
        shader.set("first", FIRST_UNIT);
        part.second().bind(SECOND_UNIT);
        shader.set("second", SECOND_UNIT);
        styles.bind(STYLES_UNIT);
        shader.set("styles", STYLES_UNIT);
        shader.set("widths", widths.size());
        shader.set("shown", part.shown().number);
        shader.set("margin", margin);
        shader.set("firstColumn", part.from());
        shader.set("endColumn", part.to());
        picture.draw(shader, "below", BELOW_UNIT, width, height);
    }

    private static IntBuffer table(List<LabelStyle> looks, List<Integer> widths) {
        int row = 4 * LabelPass.MOST_LABELS;
        int[] table = new int[ROWS * row];
        for (int n = 0; n < looks.size(); n++) {
            LabelStyle look = looks.get(n);
            table[4 * n] = look.rgb();
            table[4 * n + 1] = alpha(look.fillOpacity());
            table[4 * n + 2] = alpha(look.outlineOpacity());
            table[row + 4 * n] = look.hatch().periodPx();
            table[row + 4 * n + 1] = look.hatch().linePx();
            table[row + 4 * n + 2] = alpha(look.hatch().opacity());
            int ring = widths.indexOf(outlinePx(look));
            if (ring >= 0) {
                table[2 * row + 4 * ring + n / 32] |= 1 << n % 32;
                table[3 * row + 4 * ring] = widths.get(ring);
            }
        }
        return IntBuffer.wrap(table);
    }

    private static int alpha(double opacity) {
        return (int) (255 * opacity + 0.5);
    }

    void delete() {
        styles.delete();
    }
}
