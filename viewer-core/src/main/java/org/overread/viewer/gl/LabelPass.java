// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.util.Arrays;
import java.util.List;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.volume.BitBlock;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;

/// The first pass over labels on the GPU: for each pixel the set of labels that it shows. GL thread only.
final class LabelPass {
    /// Labels in one pass: the bits of a pixel of four times 32.
    static final int MOST_LABELS = 128;

    private static final int FULL = 0xFFFFFF;
    private static final int POOL_UNIT = 0;
    private static final int STARTS_UNIT = 2;
    private static final int ENTRIES_UNIT = 3;

    private final Shaders shaders;
    private final PixelsInGrid inGrid;
    private final Picture picture;
    private final BlockPool pool;
    private final DataTexture starts;
    private final DataTexture entries;

    LabelPass(GL3 gl, Shaders shaders, PixelsInGrid inGrid, Picture picture) {
        this.shaders = shaders;
        this.inGrid = inGrid;
        this.picture = picture;
        pool = new BlockPool(gl);
        starts = new DataTexture(gl, DataTexture.Texels.INT);
        entries = new DataTexture(gl, DataTexture.Texels.INT);
    }

    BlockPool pool() {
        return pool;
    }

    /// `pixels` in the space of the base image, margin included.
    void draw(Labels labels, List<BitBlocks> bits, PixelGrid pixels, Slab slab, Target target) {
        PixelGrid own = pixels.through(labels.joined().toOverlay());
        GridSize size = labels.geometry().size();
        pool.beginPicture();
        uploadEntries(bits, size, new TouchedBlocks(labels.geometry(), own, slab.thicknessMm()));
        target.begin(own.width(), own.height());
        Shader shader = shaders.use(ShaderVariant.labels(labels));
        inGrid.tell(shader, labels.geometry(), own, slab.thicknessMm());
        shader.set(
                "places",
                TouchedBlocks.places(size.i()),
                TouchedBlocks.places(size.j()),
                TouchedBlocks.places(size.k()));
        pool.bind(POOL_UNIT);
        shader.set("pool", POOL_UNIT);
        starts.bind(STARTS_UNIT);
        shader.set("starts", STARTS_UNIT);
        entries.bind(ENTRIES_UNIT);
        shader.set("entries", ENTRIES_UNIT);
        picture.fill();
    }

    private void uploadEntries(List<BitBlocks> bits, GridSize size, TouchedBlocks touched) {
        int across = TouchedBlocks.places(size.i());
        int along = TouchedBlocks.places(size.j());
        int places = Math.multiplyExact(across * along, TouchedBlocks.places(size.k()));
        int[] firsts = new int[places + 1];
        int[] all = new int[1024];
        int count = 0;
        for (int place = 0; place < places; place++) {
            firsts[place] = count;
            int bi = place % across;
            int bj = place / across % along;
            int bk = place / across / along;
            if (touched.contains(bi, bj, bk)) {
                if (count + bits.size() > all.length) {
                    all = Arrays.copyOf(all, 2 * all.length);
                }
                count = addEntries(bits, bi, bj, bk, all, count);
            }
        }
        firsts[places] = count;
        starts.uploadLine(firsts);
        entries.uploadLine(Arrays.copyOf(all, count));
    }

    private int addEntries(List<BitBlocks> bits, int bi, int bj, int bk, int[] all, int start) {
        int count = start;
        for (int label = 0; label < bits.size(); label++) {
            BitBlock block = bits.get(label).block(bi, bj, bk);
            if (block != null) {
                int slot = block.isFull() ? FULL : pool.slot(block);
                all[count++] = label << 24 | slot;
            }
        }
        return count;
    }

    void delete() {
        pool.delete();
        starts.delete();
        entries.delete();
    }
}
