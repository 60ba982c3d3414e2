// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// The features of a volume's voxels, computed for the regions that somebody asks for and kept until room is needed for
/// others. A voxel's features do not depend on the region. Any thread; two that ask for one region at once both
/// compute it.
///
/// A tile of 128 x 128 voxels costs some ten milliseconds and 1.9 MB with the usual settings.
public final class PixelFeatures {
    private final VolumeGeometry geometry;
    private final FeatureSettings settings;
    private final SliceReader reader;
    private final SliceSteps steps;
    private final long mostBytes;
    private final LinkedHashMap<TileRegion, FeatureTile> kept =
            new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /// Keeps at most so many bytes. Scales are taken across slices as they stand along their normal: of no use where
    /// slices are tilted and the settings go beyond the slice.
    public PixelFeatures(
            Voxels.Grey voxels, VolumeGeometry geometry, FeatureSettings settings, long mostBytes) {
        this.geometry = geometry;
        this.settings = settings;
        this.mostBytes = mostBytes;
        reader = new SliceReader(voxels, geometry.size());
        steps = new SliceSteps(geometry);
    }

    public FeatureSettings settings() {
        return settings;
    }

    public GridSize size() {
        return geometry.size();
    }

    /// What is kept of a region, else what is computed now.
    public FeatureTile of(TileRegion region) {
        FeatureTile found = find(region);
        return found == null ? keep(compute(region)) : found;
    }

    private synchronized @Nullable FeatureTile find(TileRegion region) {
        return kept.get(region);
    }

    private synchronized FeatureTile keep(FeatureTile tile) {
        FeatureTile before = kept.putIfAbsent(tile.region(), tile);
        if (before != null) {
            return before;
        }
        bytes += tile.bytes();
        var oldest = kept.values().iterator();
        while (bytes > mostBytes && kept.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
        return tile;
    }

    /// Computes a region and keeps nothing.
    public FeatureTile compute(TileRegion region) {
        var values = new float[settings.count() * region.voxels()];
        int most = settings.sigmasMm().size() - 1;
        int marginI = margin(kernelI(most));
        int marginJ = margin(kernelJ(most));
        Patch raw = patch(region, marginI, marginJ);
        reader.read(region.lowI() - marginI, region.lowJ() - marginJ, region.k(), raw);
        System.arraycopy(raw.inner(marginI, marginJ).values, 0, values, 0, region.voxels());
        for (int s = 0; s <= most; s++) {
            Kernel alongI = kernelI(s);
            Kernel alongJ = kernelJ(s);
            int feature = 1 + s * settings.perSigma();
            var scale =
                    new ScaleFeatures(
                            alongI,
                            alongJ,
                            1 / geometry.spacingI(),
                            1 / geometry.spacingJ(),
                            region,
                            values);
            switch (settings.extent()) {
                case IN_SLICE -> {
                    Patch part = raw.inner(marginI - margin(alongI), marginJ - margin(alongJ));
                    scale.inSlice(Kernel.blur(part, alongI, alongJ), feature);
                }
                case IN_SPACE ->
                        scale.inSpace(
                                blurredSlices(region, s),
                                steps.distance(region.k() - 1),
                                steps.distance(region.k()),
                                feature);
            }
        }
        return new FeatureTile(region, values, reader.unknown(region));
    }

    private static int margin(Kernel kernel) {
        return 2 * kernel.radius() + 1;
    }

    private static Patch patch(TileRegion region, int marginI, int marginJ) {
        return new Patch(region.sizeI() + 2 * marginI, region.sizeJ() + 2 * marginJ);
    }

    private Kernel kernelI(int scale) {
        return Kernel.of(settings.sigmasMm().get(scale) / geometry.spacingI());
    }

    private Kernel kernelJ(int scale) {
        return Kernel.of(settings.sigmasMm().get(scale) / geometry.spacingJ());
    }

    /// The region's slice and the two beside it, blurred along all three axes.
    private Patch[] blurredSlices(TileRegion region, int scale) {
        Kernel alongI = kernelI(scale);
        Kernel alongJ = kernelJ(scale);
        int marginI = margin(alongI);
        int marginJ = margin(alongJ);
        var sums = new Patch[3];
        var weights = new float[3][geometry.size().k()];
        for (int n = 0; n < sums.length; n++) {
            sums[n] = patch(region, marginI, marginJ);
            for (SliceSteps.Share share :
                    steps.blur(region.k() - 1 + n, settings.sigmasMm().get(scale))) {
                weights[n][share.k()] = share.weight();
            }
        }
        Patch slice = patch(region, marginI, marginJ);
        for (int k = 0; k < geometry.size().k(); k++) {
            if (weights[0][k] == 0 && weights[1][k] == 0 && weights[2][k] == 0) {
                continue;
            }
            reader.read(region.lowI() - marginI, region.lowJ() - marginJ, k, slice);
            for (int n = 0; n < sums.length; n++) {
                if (weights[n][k] != 0) {
                    add(sums[n].values, slice.values, weights[n][k]);
                }
            }
        }
        for (int n = 0; n < sums.length; n++) {
            sums[n] = Kernel.blur(sums[n], alongI, alongJ);
        }
        return sums;
    }

    private static void add(float[] sums, float[] values, float weight) {
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * values[n];
        }
    }
}
