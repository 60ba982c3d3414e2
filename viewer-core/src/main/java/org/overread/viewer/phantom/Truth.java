// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.concurrent.Executor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.logic.BitType;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Which voxel centres lie inside a body, exactly.
public final class Truth {
    private Truth() {}

    /// The mask of a body on a grid: a bit a voxel, set where its centre is inside. Called from outside the executor's
    /// threads; a fraction of a second for an organ.
    public static RandomAccessibleInterval<BitType> mask(
            Body body, VolumeGeometry geometry, Executor executor, CancelToken cancel) {
        int width = geometry.size().i();
        int height = geometry.size().j();
        var image = PlanarImgs.bits(width, height, geometry.size().k());
        var tilings = body.pieces().stream().map(piece -> new Tiling(geometry, piece, 0)).toList();
        Slices.forEach(
                geometry.size().k(),
                executor,
                Progress.Listener.NONE,
                cancel,
                k -> {
                    long[] words = image.getPlane(k).getCurrentStorageArray();
                    for (Tiling tiling : tilings) {
                        if (tiling.reaches(k)) {
                            tiling.visit(k, 1e-6, new Marker(geometry, k, words));
                        }
                    }
                });
        return image;
    }

    private record Marker(VolumeGeometry geometry, int k, Words words) implements Tiling.Visitor {

        Marker(VolumeGeometry geometry, int k, long[] words) {
            this(geometry, k, new Words(words, geometry.size().i()));
        }

        @Override
        public void inside(int fromI, int toI, int fromJ, int toJ) {
            for (int j = fromJ; j < toJ; j++) {
                for (int i = fromI; i < toI; i++) {
                    words.set(i, j);
                }
            }
        }

        @Override
        public void boundary(Body near, int fromI, int toI, int fromJ, int toJ) {
            PatientPoint origin = geometry.slices().originAt(k);
            PatientVector iStep = geometry.iStep();
            PatientVector jStep = geometry.jStep();
            for (int j = fromJ; j < toJ; j++) {
                for (int i = fromI; i < toI; i++) {
                    double x = origin.x() + i * iStep.x() + j * jStep.x();
                    double y = origin.y() + i * iStep.y() + j * jStep.y();
                    double z = origin.z() + i * iStep.z() + j * jStep.z();
                    if (near.signedDistance(x, y, z) <= 0) {
                        words.set(i, j);
                    }
                }
            }
        }
    }

    /// The bits of one slice, as imglib2 keeps them: bit `n % 64` of word `n / 64` is pixel `n`.
    private static final class Words {
        private final long[] bits;
        private final int width;

        Words(long[] bits, int width) {
            this.bits = bits;
            this.width = width;
        }

        void set(int i, int j) {
            int n = j * width + i;
            bits[n >>> 6] |= 1L << (n & 63);
        }
    }
}
