// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Neighbourhood;
import org.overread.segmentation.work.Crew;

/// The surface of a mask, block by block, so that an edit costs the blocks that it touched and their neighbours. All
/// blocks together are closed, at the edge of the volume too. Immutable.
public final class Surface {
    private final Mask mask;
    private final Map<Integer, Triangles> blocks;

    private Surface(Mask mask, Map<Integer, Triangles> blocks) {
        this.mask = mask;
        this.blocks = blocks;
    }

    public static Surface of(Mask mask, Crew crew) {
        return new Surface(mask, make(mask, Neighbourhood.reached(mask), crew));
    }

    /// The surface of an edited copy of the mask; blocks whose surface cannot have changed are kept as they are.
    public Surface after(Mask edited, Crew crew) {
        var touched = new BitSet();
        for (int n : mask.differingBlocks(edited)) {
            Neighbourhood.of(mask.grid(), n).forEach(touched::set);
        }
        var all = new TreeMap<>(blocks);
        int[] again = touched.stream().toArray();
        for (int n : again) {
            all.remove(n);
        }
        all.putAll(make(edited, again, crew));
        return new Surface(edited, all);
    }

    private static Map<Integer, Triangles> make(Mask mask, int[] indices, Crew crew) {
        var made = new ConcurrentHashMap<Integer, Triangles>();
        ThreadLocal<SurfaceNets> nets = ThreadLocal.withInitial(SurfaceNets::new);
        crew.each(
                indices.length,
                n -> {
                    Triangles triangles = nets.get().of(mask, indices[n]);
                    if (!triangles.isEmpty()) {
                        made.put(indices[n], triangles);
                    }
                });
        return new TreeMap<>(made);
    }

    /// The triangles by the numbers of their blocks; a block without surface is missing.
    public Map<Integer, Triangles> blocks() {
        return Collections.unmodifiableMap(blocks);
    }

    public long triangles() {
        return blocks.values().stream().mapToLong(Triangles::count).sum();
    }
}
