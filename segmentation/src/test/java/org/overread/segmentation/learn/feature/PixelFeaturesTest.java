// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.segmentation.learn.feature.FeatureSettings.Extent;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Phantom;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

final class PixelFeaturesTest {
    private static final GridSize SIZE = new GridSize(150, 140, 4);
    private static final VolumeGeometry GEOMETRY = Drawn.even(SIZE, 0.8, 0.8, 2.5);

    private static FeatureSettings settings(Extent extent) {
        return new FeatureSettings(List.of(0.7, 2.8), extent);
    }

    private static PixelFeatures features(Voxels.Grey voxels, Extent extent) {
        return new PixelFeatures(voxels, GEOMETRY, settings(extent), 1 << 28);
    }

    @ParameterizedTest
    @EnumSource
    void aVoxelHasTheSameFeaturesWhateverRegionIsComputed(Extent extent) {
        var features = features((Voxels.Int16) Phantom.nested(SIZE).voxels(), extent);
        for (TileRegion region :
                List.of(
                        new TileRegion(2, 100, 97, 40, 33), // across the edges of tiles
                        new TileRegion(2, 0, 0, 150, 1),
                        new TileRegion(2, 131, 0, 1, 140))) {
            FeatureTile part = features.compute(region);
            for (int n = 0; n < region.voxels(); n++) {
                assertArrayEquals(
                        Drawn.row(
                                features,
                                region.lowI() + n % region.sizeI(),
                                region.lowJ() + n / region.sizeI(),
                                2),
                        part.row(n));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreTheSameHoweverTheyAreKept(Extent extent) {
        var shorts = PlanarImgs.shorts(SIZE.i(), SIZE.j(), SIZE.k());
        var unsigned = PlanarImgs.unsignedShorts(SIZE.i(), SIZE.j(), SIZE.k());
        var reals = PlanarImgs.floats(SIZE.i(), SIZE.j(), SIZE.k());
        var from = (Voxels.Int16) Phantom.nested(SIZE).voxels();
        for (int k = 0; k < SIZE.k(); k++) {
            short[] source = from.slice(k);
            for (int n = 0; n < source.length; n++) {
                int value = source[n] + 1100; // fits both kinds of 16 bits
                shorts.getPlane(k).getCurrentStorageArray()[n] = (short) value;
                unsigned.getPlane(k).getCurrentStorageArray()[n] = (short) value;
                reals.getPlane(k).getCurrentStorageArray()[n] = value;
            }
        }
        float[] expected = Drawn.row(features(new Voxels.Int16(shorts), extent), 140, 70, 1);
        assertArrayEquals(
                expected, Drawn.row(features(new Voxels.UInt16(unsigned), extent), 140, 70, 1));
        var floats = new Voxels.Float32(reals);
        assertArrayEquals(expected, Drawn.row(features(floats, extent), 140, 70, 1));
        var bricked = new Voxels.Bricked(new Bricks(floats, SIZE));
        assertArrayEquals(expected, Drawn.row(features(bricked, extent), 140, 70, 1));
    }

    @Test
    void largeUnsignedNumbersStayLarge() {
        var image = PlanarImgs.unsignedShorts(SIZE.i(), SIZE.j(), SIZE.k());
        image.getPlane(0).getCurrentStorageArray()[0] = (short) 60_000;
        assertEquals(
                60_000, Drawn.row(features(new Voxels.UInt16(image), Extent.IN_SLICE), 0, 0, 0)[0]);
    }

    @Test
    void whatIsNoNumberTakesTheNumberBeforeItAndSpreadsNowhere() {
        var image = PlanarImgs.floats(SIZE.i(), SIZE.j(), SIZE.k());
        float[] slice = image.getPlane(1).getCurrentStorageArray();
        java.util.Arrays.fill(slice, 0, SIZE.i(), Float.NaN); // a row of nothing
        for (int n = SIZE.i(); n < slice.length; n++) {
            slice[n] = n % SIZE.i();
        }
        slice[5 * SIZE.i() + 20] = Float.POSITIVE_INFINITY;
        slice[6 * SIZE.i()] = Float.NaN; // the first of a row takes what follows
        slice[7 * SIZE.i() + 128] = Float.NaN; // the first of a tile takes what is before it
        var features = features(new Voxels.Float32(image), Extent.IN_SLICE);
        FeatureTile tile = features.of(TileRegion.at(0, 0, 1, SIZE));
        for (float value : tile.values()) {
            assertTrue(Float.isFinite(value));
        }
        assertEquals(0, Drawn.row(features, 10, 0, 1)[0]);
        assertEquals(19, Drawn.row(features, 20, 5, 1)[0]);
        assertEquals(1, Drawn.row(features, 0, 6, 1)[0]);
        assertEquals(127, Drawn.row(features, 128, 7, 1)[0]);
        assertFalse(tile.isKnown(5 * tile.region().sizeI() + 20));
        assertTrue(tile.isKnown(5 * tile.region().sizeI() + 21));
        assertFalse(tile.isKnown(3));
    }

    @Test
    void tilesAreKeptUntilRoomIsNeeded() {
        var voxels = (Voxels.Int16) Phantom.nested(SIZE).voxels();
        var features = features(voxels, Extent.IN_SLICE);
        TileRegion first = TileRegion.at(0, 0, 0, SIZE);
        TileRegion second = TileRegion.at(0, 0, 1, SIZE);
        FeatureTile tile = features.of(first);
        features.of(second);
        assertSame(tile, features.of(first));
        var narrow =
                new PixelFeatures(voxels, GEOMETRY, settings(Extent.IN_SLICE), tile.bytes() + 1);
        FeatureTile kept = narrow.of(first);
        assertSame(kept, narrow.of(first));
        narrow.of(second);
        assertNotSame(kept, narrow.of(first));
    }

    @Test
    void tilesCoverABoxOnceAndPlanesAcrossSlicesAreStrips() {
        assertEquals(
                List.of(
                        new TileRegion(3, 0, 0, 128, 128),
                        new TileRegion(3, 128, 0, 22, 128),
                        new TileRegion(3, 0, 128, 128, 12),
                        new TileRegion(3, 128, 128, 22, 12)),
                TileRegion.covering(new VoxelBox(100, 100, 3, 149, 139, 3), 3, SIZE));
        assertEquals(
                List.of(new TileRegion(3, 0, 0, 128, 128)),
                TileRegion.covering(new VoxelBox(10, 20, 3, 60, 70, 3), 3, SIZE));
        assertEquals(
                List.of(new TileRegion(1, 77, 0, 1, 128), new TileRegion(1, 77, 128, 1, 12)),
                TileRegion.covering(new VoxelBox(77, 0, 0, 77, 139, 3), 1, SIZE));
    }

    @Test
    void scalesAscendWithinTheirRange() {
        for (List<Double> wrong :
                List.of(
                        List.<Double>of(),
                        List.of(2.0, 1.0),
                        List.of(1.0, 1.0),
                        List.of(0.0),
                        List.of(Double.NaN),
                        List.of(30.0))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new FeatureSettings(wrong, Extent.IN_SLICE));
        }
        assertEquals(FeatureSettings.USUAL, FeatureSettings.doubling(0.7, 3, Extent.IN_SLICE));
    }
}
