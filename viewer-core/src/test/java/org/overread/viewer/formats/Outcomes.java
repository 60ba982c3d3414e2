// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.formats.outcome.WriteRefusal;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelValue;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Shortcuts from a file to what a test asks of it.
final class Outcomes {
    private Outcomes() {}

    static ReadOutcome outcome(Path file) {
        return ImageFiles.read(file, Progress.Listener.NONE, new CancelToken());
    }

    static ReadOutcome.Read read(Path file) {
        return switch (outcome(file)) {
            case ReadOutcome.Read read -> read;
            case ReadOutcome.Refused(ReadRefusal reason) -> fail(reason.describe());
        };
    }

    static Volume only(Path file) {
        List<Volume> volumes = read(file).volumes();
        return volumes.size() == 1 ? volumes.getFirst() : fail(volumes.size() + " volumes");
    }

    static ReadRefusal refusal(Path file) {
        return switch (outcome(file)) {
            case ReadOutcome.Read read -> fail("read as " + read.facts());
            case ReadOutcome.Refused(ReadRefusal reason) -> reason;
        };
    }

    static List<Path> write(Volume volume, Path file, WriteOptions options) {
        return write(volume, file, options, Runnable::run);
    }

    static List<Path> write(Volume volume, Path file, WriteOptions options, Executor compute) {
        return switch (ImageFiles.write(
                volume, file, options, compute, Progress.Listener.NONE, new CancelToken())) {
            case WriteOutcome.Written(List<Path> files) -> files;
            case WriteOutcome.Refused(WriteRefusal reason) -> fail(reason.describe());
        };
    }

    static double value(Volume volume, int i, int j, int k) {
        return switch (volume.valueAt(i, j, k)) {
            case VoxelValue.Measured(double value, _) -> value;
            case VoxelValue.Colour(int red, int green, int blue) ->
                    Voxels.Rgb8.packed(red, green, blue);
        };
    }

    /// All values, x fastest.
    static double[] values(Volume volume) {
        var size = volume.geometry().size();
        double[] values = new double[(int) size.voxels()];
        int n = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    values[n++] = value(volume, i, j, k);
                }
            }
        }
        return values;
    }

    /// Of little-endian 32-bit floating point numbers, x fastest, volume after volume.
    static String floatDigest(List<Volume> volumes) {
        MessageDigest digest = sha256();
        for (Volume volume : volumes) {
            for (double value : values(volume)) {
                int bits = Float.floatToRawIntBits((float) value);
                digest.update(order(4).putInt(bits).array());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Of little-endian 16-bit integers.
    static String shortDigest(List<Volume> volumes) {
        MessageDigest digest = sha256();
        for (Volume volume : volumes) {
            for (double value : values(volume)) {
                digest.update(order(2).putShort((short) value).array());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static boolean isInt16(Volume volume) {
        return volume.voxels() instanceof Voxels.Int16;
    }

    private static ByteBuffer order(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
