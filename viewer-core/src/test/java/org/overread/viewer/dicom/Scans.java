// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Scans and reads for tests, on a small pool.
final class Scans {
    private Scans() {}

    static ScanResult scan(Path... roots) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            return DicomScanner.scan(
                    List.of(roots), pool, Progress.Listener.NONE, new CancelToken());
        }
    }

    static Volume read(VolumeSource source) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            return DicomVolumeReader.read(source, pool, LoadListener.NONE, new CancelToken());
        }
    }

    /// The SHA-256 of all values as little endian numbers of the volume's own type; of colours red, green and blue, a byte
    /// each.
    static String sha256(Voxels voxels) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (int k = 0; k < voxels.image().dimension(2); k++) {
            digest.update(
                    switch (voxels) {
                        case Voxels.Int16 image -> bytes(image.slice(k));
                        case Voxels.UInt16 image -> bytes(image.slice(k));
                        case Voxels.Float32 image -> bytes(image.slice(k));
                        case Voxels.Bricked _, Voxels.BrickedColours _ ->
                                throw new AssertionError("not in memory");
                        case Voxels.Rgb8 image -> channels(image.slice(k));
                    });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] channels(int[] colours) {
        var buffer = ByteBuffer.allocate(3 * colours.length);
        for (int colour : colours) {
            buffer.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        return buffer.array();
    }

    private static byte[] bytes(short[] values) {
        var buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asShortBuffer().put(values);
        return buffer.array();
    }

    private static byte[] bytes(float[] values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
