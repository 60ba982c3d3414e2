// SPDX-License-Identifier: Apache-2.0
package org.overread.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskBlocks;
import org.overread.sync.bundle.object.ObjectsInMemory;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.refusal.Refusal;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;
import org.overread.viewer.volume.GridSize;

final class LabelCodecTest {
    private static final GridSize SIZE = new GridSize(131, 70, 99);

    private static Mask random(long seed, int density) {
        var random = new Random(seed);
        var blocks = new MaskBlocks(SIZE);
        Mask mask = blocks.mask();
        var full = Mask.full(SIZE);
        for (int n = 0; n < full.grid().count(); n++) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            long[] words = full.block(n).orElseThrow().toWords();
            if (random.nextInt(4) > 0) {
                for (int w = 0; w < words.length; w++) {
                    for (int d = 0; d < density; d++) {
                        words[w] &= random.nextLong() | (random.nextInt(3) == 0 ? -1L << 20 : 0);
                    }
                }
            }
            blocks.put(n, words);
        }
        assertEquals(0, mask.count());
        return blocks.mask();
    }

    private static SegmentEntry said(int number) {
        return new SegmentEntry(
                1,
                number,
                "Segment " + number,
                "s",
                Optional.empty(),
                "#000000",
                "completed",
                Optional.empty(),
                Origin.HAND);
    }

    private static List<Mask> thereAndBack(List<Mask> masks, int threads, List<Layer> layers)
            throws IOException, InterruptedException, RefusedException {
        var store = new ObjectsInMemory();
        var segments = new ArrayList<OutgoingReading.Segment>();
        for (int n = 0; n < masks.size(); n++) {
            segments.add(new OutgoingReading.Segment(masks.get(n), said(n + 1)));
        }
        try (var compute = Executors.newFixedThreadPool(threads)) {
            layers.addAll(OutgoingReading.layers(segments, store, compute, threads));
        }
        var back = new Mask[masks.size()];
        for (Layer layer : layers) {
            List<Mask> read = LabelCodec.read(layer, store);
            for (int n = 0; n < read.size(); n++) {
                back[layer.segments().get(n).number() - 1] = read.get(n);
            }
        }
        return List.of(back);
    }

    @Test
    void overlappingMasksComeBackVoxelForVoxel()
            throws IOException, InterruptedException, RefusedException {
        List<Mask> masks = List.of(random(1, 1), random(2, 2), random(3, 1), Mask.empty(SIZE));
        var layers = new ArrayList<Layer>();
        assertEquals(masks, thereAndBack(masks, 2, layers));
        assertEquals(3, layers.size()); // the empty one fits beside the first
    }

    @Test
    void masksThatDoNotOverlapShareALayerOfOneBytePerVoxel()
            throws IOException, InterruptedException, RefusedException {
        Mask a = random(1, 1);
        Mask b = random(2, 2).minus(a);
        var layers = new ArrayList<Layer>();
        assertEquals(List.of(a, b), thereAndBack(List.of(a, b), 1, layers));
        assertEquals(1, layers.size());
        assertEquals(ValueType.U8, layers.getFirst().shape().type());
    }

    @Test
    void threeHundredMasksNeedTwoBytesPerVoxel()
            throws IOException, InterruptedException, RefusedException {
        var masks = new ArrayList<Mask>();
        for (int n = 0; n < 300; n++) {
            var edit = new MaskBlocks(SIZE);
            long[] words = new long[512];
            words[n] = 0xFFFF0000FFFF0000L + n;
            edit.put(n % 6, words);
            Mask one = edit.mask();
            for (Mask other : masks) {
                one = one.minus(other);
            }
            masks.add(one.intersection(Mask.full(SIZE)));
        }
        var layers = new ArrayList<Layer>();
        assertEquals(masks, thereAndBack(masks, 2, layers));
        assertEquals(ValueType.U16, layers.getFirst().shape().type());
    }

    @Test
    void aValueThatIsNoSegmentIsRefused() throws IOException, InterruptedException {
        var store = new ObjectsInMemory();
        try (var compute = Executors.newSingleThreadExecutor()) {
            Layer two =
                    OutgoingReading.layers(
                                    List.of(new OutgoingReading.Segment(random(1, 1), said(1))),
                                    store,
                                    compute,
                                    1)
                            .getFirst();
            var none = new Layer(two.kind(), two.shape(), two.slabs(), List.of());
            Refusal reason = null;
            try {
                LabelCodec.read(none, store);
            } catch (RefusedException e) {
                reason = e.reason();
            }
            assertEquals(StatementFault.SEGMENTS, reason);
        }
    }

    @Test
    void aCaseLeavesAsAKeyedHash() {
        byte[] key = new byte[16];
        String a = CasePseudonym.of("Case 1", key);
        assertEquals(32, a.length());
        key[0] = 1;
        org.junit.jupiter.api.Assertions.assertNotEquals(a, CasePseudonym.of("Case 1", key));
    }
}
