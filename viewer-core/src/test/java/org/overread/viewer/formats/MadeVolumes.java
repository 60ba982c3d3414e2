// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Volumes with a fixed seed.
final class MadeVolumes {
    static final GridSize SIZE = new GridSize(5, 4, 3);

    private MadeVolumes() {}

    static Volume of(Kind kind, VolumeGeometry geometry, long seed) {
        Random random = new Random(seed);
        GridSize size = geometry.size();
        PlaneStore planes = new PlaneStore(size, 1, kind);
        for (int k = 0; k < size.k(); k++) {
            for (int n = 0; n < size.i() * size.j(); n++) {
                switch (kind) {
                    case INT16, UINT16 -> planes.shortsAt(0, k)[n] = (short) random.nextInt();
                    case FLOAT32 ->
                            planes.floatsAt(0, k)[n] = (float) (random.nextGaussian() * 1000);
                    case RGB8 -> planes.coloursAt(0, k)[n] = Voxels.Rgb8.OPAQUE | random.nextInt();
                }
            }
        }
        return new Volume("made", "made", geometry, ValueUnit.ARBITRARY, planes.voxels(0));
    }

    /// Any steps that are not close to one plane, of either handedness, sheared.
    static VolumeGeometry sheared(Random random) {
        while (true) {
            PatientVector i = vector(random, 2);
            PatientVector j = vector(random, 2);
            PatientVector k = vector(random, 2);
            double volume = Math.abs(i.cross(j).dot(k));
            if (volume > 0.1 * i.length() * j.length() * k.length()) {
                PatientVector origin = vector(random, 500);
                return new VolumeGeometry(
                        SIZE, i, j, new SliceStack.Even(PatientPoint.ORIGIN.plus(origin), k));
            }
        }
    }

    /// A rotation of a box, sometimes with the slices turned over.
    static VolumeGeometry rotated(Random random) {
        PatientVector i = vector(random, 1).unit();
        PatientVector k = i.cross(vector(random, 1)).unit();
        PatientVector j = k.cross(i);
        double sense = random.nextBoolean() ? 1 : -1;
        return new VolumeGeometry(
                SIZE,
                i.times(0.5 + random.nextDouble()),
                j.times(0.5 + random.nextDouble()),
                new SliceStack.Even(
                        PatientPoint.ORIGIN.plus(vector(random, 500)),
                        k.times(sense * (0.5 + 4 * random.nextDouble()))));
    }

    static VolumeGeometry uneven() {
        List<PatientPoint> origins =
                IntStream.of(0, 1, 3).mapToObj(z -> new PatientPoint(0, 0, z)).toList();
        return new VolumeGeometry(
                SIZE, PatientVector.LEFT, PatientVector.POSTERIOR, new SliceStack.Table(origins));
    }

    static Stream<Kind> kinds() {
        return Stream.of(Kind.values());
    }

    private static PatientVector vector(Random random, double scale) {
        return new PatientVector(
                scale * random.nextGaussian(),
                scale * random.nextGaussian(),
                scale * random.nextGaussian());
    }

    /// The largest distance between where the two put a corner, millimetres.
    static double apart(VolumeGeometry a, VolumeGeometry b) {
        return GridFrame.of(a).orElseThrow().farthestApart(GridFrame.of(b).orElseThrow(), a.size());
    }
}
