// SPDX-License-Identifier: Apache-2.0
package org.overread.app.growth;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskImages;
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

/// A structure of the sample CT on a grid, the truth about it, and the scribbles that a person would make.
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
        return of(structure, ct.on(geometry));
    }

    private static SampleOrgan of(String structure, SampleSeries series) {
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
        return new SampleOrgan(volume, truth, Scribbles.of(truth, volume.geometry(), Crew.alone()));
    }

    /// What is scribbled within the structure.
    Mask drawn() {
        return ((Seed.Stroke) scribbles.getFirst()).voxels();
    }

    /// What is scribbled around it.
    Mask drawnAround() {
        return ((Seed.Stroke) scribbles.getLast()).voxels();
    }

    /// In the whole sample CT, on a grid of these voxels.
    public static SampleOrgan of(String structure, double pixelMm, double sliceMm) {
        SampleSeries ct = SampleStudy.series().getFirst();
        VolumeGeometry grid = ct.geometry();
        int across = (int) (grid.spacingI() * grid.size().i() / pixelMm);
        int slices = (int) (grid.spacingK() * grid.size().k() / sliceMm);
        return of(
                structure,
                ct.on(
                        VolumeGeometry.regular(
                                new GridSize(across, across, slices),
                                grid.origin(),
                                PatientVector.LEFT,
                                PatientVector.POSTERIOR,
                                pixelMm,
                                pixelMm,
                                sliceMm)));
    }

    public double dice(Mask found) {
        return 2.0 * found.intersection(truth).count() / (found.count() + truth.count());
    }

    public double millilitres(Mask mask) {
        return new VoxelVolumes(volume.geometry()).millilitres(mask);
    }
}
