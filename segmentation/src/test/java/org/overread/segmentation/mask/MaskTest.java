// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.viewer.volume.GridSize;

/// The oracle is a `BitSet` with one bit a voxel.
final class MaskTest {

    static Stream<GridSize> sizes() {
        return Stream.of(
                new GridSize(1, 1, 1),
                new GridSize(32, 32, 32),
                new GridSize(33, 31, 65),
                new GridSize(7, 64, 3),
                new GridSize(100, 2, 40));
    }

    private static BitSet randomBits(GridSize size, SplittableRandom random) {
        int voxels = (int) size.voxels();
        var bits = new BitSet(voxels);
        switch (random.nextInt(3)) {
            case 0 -> random.ints(voxels / 3 + 1, 0, voxels).forEach(bits::set);
            case 1 -> bits.set(random.nextInt(voxels), voxels);
            default -> bits.set(0, voxels, random.nextBoolean());
        }
        return bits;
    }

    private static Mask toMask(BitSet bits, GridSize size) {
        MaskEdit edit = Mask.empty(size).edit();
        bits.stream()
                .forEach(
                        n ->
                                edit.set(
                                        n % size.i(),
                                        n / size.i() % size.j(),
                                        n / size.i() / size.j()));
        return edit.mask();
    }

    private static BitSet toBits(Mask mask) {
        GridSize size = mask.size();
        var bits = new BitSet();
        for (int n = 0; n < size.voxels(); n++) {
            bits.set(
                    n,
                    mask.contains(n % size.i(), n / size.i() % size.j(), n / size.i() / size.j()));
        }
        return bits;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void algebraIsThatOfSets(GridSize size) {
        var random = new SplittableRandom(42);
        for (int round = 0; round < 12; round++) {
            BitSet a = randomBits(size, random);
            BitSet b = randomBits(size, random);
            Mask maskA = toMask(a, size);
            Mask maskB = toMask(b, size);
            assertEquals(a, toBits(maskA));
            assertEquals(a.cardinality(), maskA.count());

            var or = (BitSet) a.clone();
            or.or(b);
            var and = (BitSet) a.clone();
            and.and(b);
            var minus = (BitSet) a.clone();
            minus.andNot(b);
            var xor = (BitSet) a.clone();
            xor.xor(b);
            assertEquals(or, toBits(maskA.union(maskB)));
            assertEquals(and, toBits(maskA.intersection(maskB)));
            assertEquals(minus, toBits(maskA.minus(maskB)));
            assertEquals(xor, toBits(maskA.xor(maskB)));
            assertEquals(toMask(xor, size), maskA.xor(maskB));
            assertEquals(maskA.equals(maskB), a.equals(b));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void boundsAreThoseOfTheVoxels(GridSize size) {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 40; round++) {
            var bits = new BitSet();
            random.ints(random.nextInt(4), 0, (int) size.voxels()).forEach(bits::set);
            Optional<VoxelBox> expected =
                    bits.stream()
                            .mapToObj(
                                    n -> {
                                        int i = n % size.i();
                                        int j = n / size.i() % size.j();
                                        int k = n / size.i() / size.j();
                                        return new VoxelBox(i, j, k, i, j, k);
                                    })
                            .reduce(VoxelBox::union);
            assertEquals(expected, toMask(bits, size).bounds());
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void fullMeansEveryVoxelOfTheVolumeAndNoOther(GridSize size) {
        Mask full = Mask.full(size);
        assertEquals(size.voxels(), full.count());
        assertFalse(full.contains(size.i(), 0, 0));
        assertFalse(full.contains(0, -1, 0));
        assertTrue(full.minus(full).isEmpty());
        assertEquals(
                Optional.of(new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1)),
                full.bounds());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void imagesAndBackIsTheSameMask(GridSize size) {
        BitSet bits = randomBits(size, new SplittableRandom(3));
        var image = ArrayImgs.booleans(size.i(), size.j(), size.k());
        var cursor = image.cursor();
        for (int n = 0; cursor.hasNext(); n++) {
            cursor.next().set(bits.get(n));
        }
        Mask mask = MaskImages.fromImage(image);
        assertEquals(bits, toBits(mask));
        assertEquals(mask, MaskImages.fromImage(MaskImages.toImage(mask)));
    }

    @Test
    void anEditSharesTheBlocksThatItDoesNotTouch() {
        var size = new GridSize(96, 32, 32);
        MaskEdit first = Mask.empty(size).edit();
        first.set(1, 2, 3);
        first.set(40, 2, 3);
        Mask before = first.mask();
        MaskEdit second = before.edit();
        second.set(41, 2, 3);
        Mask after = second.mask();
        assertSame(before.block(0).orElseThrow(), after.block(0).orElseThrow());
        assertEquals(1, before.block(1).orElseThrow().count());
        assertEquals(2, after.block(1).orElseThrow().count());
        assertTrue(after.block(2).isEmpty());
    }

    @Test
    void anEditThatChangesNothingKeepsTheBlock() {
        Mask before = toMask(BitSet.valueOf(new long[] {5}), new GridSize(40, 40, 2));
        MaskEdit edit = before.edit();
        edit.set(0, 0, 0);
        edit.set(1, 0, 0);
        edit.clear(1, 0, 0);
        assertSame(before.block(0).orElseThrow(), edit.mask().block(0).orElseThrow());
    }

    @Test
    void fullAndEmptyBlocksAreNotStored() {
        MaskEdit edit = Mask.empty(new GridSize(32, 32, 33)).edit();
        edit.fill(new VoxelBox(0, 0, 0, 31, 31, 31));
        edit.set(0, 0, 32);
        edit.clear(0, 0, 32);
        Mask mask = edit.mask();
        assertSame(Block.FULL, mask.block(0).orElseThrow());
        assertTrue(mask.block(1).isEmpty());
    }

    @Test
    void digestsNameTheContent() {
        // SHA-256 of 4096 bytes of 0xFF
        assertArrayEquals(
                HexFormat.of()
                        .parseHex(
                                "f47a8ec3e9aff2318d896942282ad4fe37d6391c82914f54a5da8a37de1300c6"),
                Block.FULL.digest());
        // the byte 0x21 (voxels 0 and 5 of the first row) and 4095 zeros
        Mask two = toMask(BitSet.valueOf(new long[] {0x21}), new GridSize(32, 32, 32));
        assertArrayEquals(
                HexFormat.of()
                        .parseHex(
                                "a1b28436cc60fc15f1cce377dd3caf2aff7cb6a5f6e2bb82694a0762e81a06c8"),
                two.block(0).orElseThrow().digest());
        Mask one = toMask(BitSet.valueOf(new long[] {1}), new GridSize(32, 32, 32));
        assertNotEquals(
                HexFormat.of().formatHex(one.block(0).orElseThrow().digest()),
                HexFormat.of().formatHex(two.block(0).orElseThrow().digest()));
    }

    @Test
    void masksOfDifferentVolumesAreNotMixed() {
        Mask a = Mask.empty(new GridSize(4, 4, 4));
        Mask b = Mask.empty(new GridSize(4, 4, 5));
        assertThrows(IllegalArgumentException.class, () -> a.union(b));
        MaskEdit edit = a.edit();
        assertThrows(IndexOutOfBoundsException.class, () -> edit.set(4, 0, 0));
    }
}
