// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.MaskImages;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.mask.distance.Convention;
import org.overread.segmentation.mask.distance.DistanceMap;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// A structure of the sample CT on a grid of its own, the truth about it, and the scribbles that a person would make: in
/// three slices through it, and beyond its ends.
public record SampleOrgan(Volume volume, Mask truth, List<Seed> scribbles) {

    /// Around `center`, `wideMm` each way in a slice and `highMm` across, voxels of `pixelMm` and slices `sliceMm` apart.
    public static SampleOrgan of(
            String structure,
            PatientPoint center,
            double wideMm,
            double highMm,
            double pixelMm,
            double sliceMm) {
        int side = (int) (2 * wideMm / pixelMm);
        int slices = (int) (2 * highMm / sliceMm);
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(side, side, slices),
                        center.plus(new PatientVector(-wideMm, -wideMm, -highMm)),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        pixelMm,
                        pixelMm,
                        sliceMm);
        SampleSeries ct = SampleStudy.series().getFirst();
        return of(
                structure,
                new SampleSeries(
                        ct.id(),
                        ct.title(),
                        ct.modality(),
                        ct.date(),
                        ct.frame(),
                        ct.phantom(),
                        geometry,
                        ct.seed()));
    }

    /// Of a whole series.
    public static SampleOrgan of(String structure, SampleSeries series) {
        var pool = ForkJoinPool.commonPool();
        var never = new CancelToken();
        Volume volume = series.volume(pool, Progress.Listener.NONE, never);
        return of(structure, series, volume);
    }

    /// Of a series whose volume is there already.
    public static SampleOrgan of(String structure, SampleSeries series, Volume volume) {
        Mask truth =
                MaskImages.fromImage(
                        series.truth(
                                series.phantom().structure(structure),
                                ForkJoinPool.commonPool(),
                                new CancelToken()));
        return new SampleOrgan(volume, truth, scribbles(truth, volume.geometry()));
    }

    private static List<Seed> scribbles(Mask truth, VolumeGeometry geometry) {
        var map = DistanceMap.of(truth, Spacing.of(geometry), Convention.INTERFACE, Crew.alone());
        GridSize size = geometry.size();
        VoxelBox box = truth.bounds().orElseThrow();
        MaskEdit inside = Mask.empty(size).edit();
        MaskEdit outside = Mask.empty(size).edit();
        int beyond = (int) Math.ceil(6 / geometry.spacingK());
        var slices = new ArrayList<Integer>();
        for (int quarter = 1; quarter <= 3; quarter++) {
            slices.add(box.lowK() + box.sizeK() * quarter / 4);
        }
        slices.add(Math.max(0, box.lowK() - beyond));
        slices.add(Math.min(size.k() - 1, box.highK() + beyond));
        for (int k : slices) {
            float[] slice = map.slice(k);
            float deepest = 0;
            for (float d : slice) {
                deepest = Math.min(deepest, d);
            }
            for (int n = 0; n < slice.length; n++) {
                if (slice[n] < 0 && slice[n] <= 0.6 * deepest) {
                    inside.set(n % size.i(), n / size.i(), k);
                } else if (slice[n] > 5 && slice[n] < 8) {
                    outside.set(n % size.i(), n / size.i(), k);
                }
            }
        }
        return List.of(new Seed.Stroke(1, inside.mask()), new Seed.Stroke(2, outside.mask()));
    }

    public double dice(Mask found) {
        return 2.0 * found.intersection(truth).count() / (found.count() + truth.count());
    }

    public double millilitres(Mask mask) {
        return new VoxelVolumes(volume.geometry()).millilitres(mask);
    }
}
