// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.pictures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;

/// A raw volume of 16 GB on the disk that takes next to no room there: a bright slice now and then, zeros between.
record SparseVolume(Path folder, Path header) implements AutoCloseable {
    static final int I = 1832;
    static final int J = 1832;
    static final int K = 2399;

    private static final int BRIGHT_EVERY = 200;
    private static final short BRIGHT = 1000;

    static SparseVolume write() throws IOException {
        Path folder = Files.createTempDirectory("overread-bench-large");
        Path header = folder.resolve("large.mhd");
        Files.writeString(
                header,
                """
                ObjectType = Image
                NDims = 3
                BinaryData = True
                BinaryDataByteOrderMSB = False
                TransformMatrix = 1 0 0 0 1 0 0 0 1
                Offset = 0 0 0
                ElementSpacing = 0.1 0.1 0.1
                DimSize = %d %d %d
                ElementType = MET_SHORT
                ElementDataFile = large.raw
                """
                        .formatted(I, J, K));
        try (var raw =
                FileChannel.open(
                        folder.resolve("large.raw"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SPARSE)) {
            long sliceBytes = 2L * I * J;
            ByteBuffer slice = ByteBuffer.allocate((int) sliceBytes).order(ByteOrder.LITTLE_ENDIAN);
            while (slice.hasRemaining()) {
                slice.putShort(BRIGHT);
            }
            for (int k = 0; k < K; k += BRIGHT_EVERY) {
                raw.write(slice.rewind(), k * sliceBytes);
            }
            raw.write(ByteBuffer.allocate(1), K * sliceBytes - 1);
        }
        return new SparseVolume(folder, header);
    }

    /// 1 for the pixels of a scene that lie in the volume, else 0.
    static float[] inside(SliceScene scene) {
        int width = scene.raster().width();
        float[] inside = new float[width * scene.raster().height()];
        for (int n = 0; n < inside.length; n++) {
            int row = n / width;
            PatientPoint at = scene.raster().toPatient(scene.plane(), n % width, row);
            VoxelPoint voxel = scene.volume().geometry().toVoxel(at);
            boolean in =
                    Math.abs(voxel.i() - (I - 1) / 2.0) < I / 2.0
                            && Math.abs(voxel.j() - (J - 1) / 2.0) < J / 2.0
                            && Math.abs(voxel.k() - (K - 1) / 2.0) < K / 2.0;
            inside[n] = in ? 1 : 0;
        }
        return inside;
    }

    @Override
    public void close() {
        for (String name : new String[] {"large.raw", "large.mhd", ""}) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException _) {
                folder.toFile().deleteOnExit(); // nobody else uses it: the system clears it up
            }
        }
    }
}
