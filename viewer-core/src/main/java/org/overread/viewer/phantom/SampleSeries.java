// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.time.LocalDate;
import java.util.concurrent.Executor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.logic.BitType;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// One series of the sample study: who was scanned, on which grid, and the truth about it.
///
/// Series with the same `frame` share a frame of reference: equal patient coordinates are equal places.
public record SampleSeries(
        String id,
        String title,
        Modality modality,
        LocalDate date,
        int frame,
        Phantom phantom,
        VolumeGeometry geometry,
        long seed) {

    /// What made the series.
    public enum Modality {
        CT,
        MR
    }

    /// The same patient in the same machine, on another grid: the truth is analytic, so it is known there too.
    public SampleSeries on(VolumeGeometry grid) {
        return new SampleSeries(id, title, modality, date, frame, phantom, grid, seed);
    }

    /// Samples the phantom, a task a slice, and waits; called from outside the executor's threads. A few seconds for
    /// the CT on two cores.
    public Volume volume(Executor executor, Progress.Listener listener, CancelToken cancel) {
        Voxels voxels =
                switch (modality) {
                    case CT -> ct(executor, listener, cancel);
                    case MR -> mr(executor, listener, cancel);
                };
        ValueUnit unit =
                switch (modality) {
                    case CT -> ValueUnit.HU;
                    case MR -> ValueUnit.ARBITRARY;
                };
        return new Volume(id, title, geometry, unit, voxels);
    }

    /// The voxels whose centres lie in a structure, exactly; called from outside the executor's threads.
    public RandomAccessibleInterval<BitType> truth(
            PhantomStructure structure, Executor executor, CancelToken cancel) {
        return Truth.mask(structure.body(), geometry, executor, cancel);
    }

    private Voxels ct(Executor executor, Progress.Listener listener, CancelToken cancel) {
        var image =
                PlanarImgs.shorts(geometry.size().i(), geometry.size().j(), geometry.size().k());
        var sampler =
                new Sampler(
                        phantom,
                        geometry,
                        geometry.spacingK(),
                        new CtContrast(),
                        new Grain(5, 4.5));
        Slices.forEach(
                geometry.size().k(),
                executor,
                listener,
                cancel,
                k -> {
                    float[] hu = sampler.slice(k, Tissue.AIR.hu());
                    float[] noise = Noise.slice(geometry.size().i(), geometry.size().j(), seed, k);
                    short[] out = image.getPlane(k).getCurrentStorageArray();
                    for (int n = 0; n < out.length; n++) {
                        // fewer photons reach the detector through tissue than through air
                        double deviation = hu[n] < -950 ? 6 : 9.5;
                        out[n] =
                                (short)
                                        Math.clamp(
                                                Math.round(hu[n] + deviation * noise[n]),
                                                -1024,
                                                3071);
                    }
                });
        return new Voxels.Int16(image);
    }

    private Voxels mr(Executor executor, Progress.Listener listener, CancelToken cancel) {
        var image =
                PlanarImgs.unsignedShorts(
                        geometry.size().i(), geometry.size().j(), geometry.size().k());
        var sampler =
                new Sampler(
                        phantom,
                        geometry,
                        geometry.spacingK(),
                        new MrContrast(),
                        new Grain(5, 4.5));
        Slices.forEach(
                geometry.size().k(),
                executor,
                listener,
                cancel,
                k -> {
                    int width = geometry.size().i();
                    float[] signal = sampler.slice(k, 0);
                    float[] real = Noise.slice(width, geometry.size().j(), seed, 2 * k);
                    float[] imaginary = Noise.slice(width, geometry.size().j(), seed, 2 * k + 1);
                    short[] out = image.getPlane(k).getCurrentStorageArray();
                    for (int n = 0; n < out.length; n++) {
                        double seen = signal[n] * coil(n % width, n / width, k);
                        // magnitude images: noise of two channels, never negative
                        double inPhase = seen + 12 * real[n];
                        double offPhase = 12 * imaginary[n];
                        double value = Math.sqrt(inPhase * inPhase + offPhase * offPhase);
                        out[n] = (short) Math.clamp(Math.round(value), 0, 65535);
                    }
                });
        return new Voxels.UInt16(image);
    }

    /// The coil's sensitivity: brighter towards the front, darker in depth, smooth.
    private double coil(int i, int j, int k) {
        PatientPoint p =
                geometry.slices()
                        .originAt(k)
                        .plus(geometry.iStep().times(i))
                        .plus(geometry.jStep().times(j));
        double front = Math.exp(-Math.pow((p.y() + 130) / 170, 2));
        double back = Math.exp(-Math.pow((p.y() - 130) / 150, 2));
        double side = 1 - 0.12 * p.x() / 200;
        return (0.55 + 0.45 * front + 0.35 * back) * side;
    }

    private static final class CtContrast implements Sampler.Contrast {
        @Override
        public double mean(Tissue tissue) {
            return tissue.hu();
        }

        @Override
        public double variation(Tissue tissue) {
            return tissue.variation();
        }
    }

    private static final class MrContrast implements Sampler.Contrast {
        @Override
        public double mean(Tissue tissue) {
            return tissue.signal();
        }

        @Override
        public double variation(Tissue tissue) {
            return tissue.signal() * 0.07;
        }
    }
}
