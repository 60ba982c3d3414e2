// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.Supplier;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.GridSize;

/// Work that is timed and whose result must be the one that another program has: figures, or digests of all its voxels
/// (the first 8 bytes of SHA-256), so that not one may differ.
public final class Checked {
    private static final int DIGEST_BYTES = 8;

    private Checked() {}

    /// Milliseconds; what `figure` takes is not counted.
    public static <T> double milliseconds(Supplier<T> work, Function<T, ?> figure, Object expected)
            throws BenchFailedException {
        long begun = System.nanoTime();
        T result = work.get();
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        require(figure.apply(result), expected);
        return milliseconds;
    }

    public static void require(Object found, Object expected) throws BenchFailedException {
        if (!found.equals(expected)) {
            throw new BenchFailedException(
                    "The result is %s and must be %s.".formatted(found, expected));
        }
    }

    /// Of the bits of a mask, a bit a voxel, the lowest first, along i, then j, then k; rows are whole blocks.
    public static String digest(Mask mask) {
        GridSize size = mask.size();
        int words = size.i() / Block.SIDE;
        return digest(
                size.k(),
                words * size.j(),
                (k, slice) -> {
                    for (int n = 0; n < slice.length; n++) {
                        slice[n] = mask.rowBits(n % words, n / words, k);
                    }
                });
    }

    /// Writes the numbers of slice `k`.
    @FunctionalInterface
    public interface Slices {
        void write(int k, int[] slice);
    }

    /// Of numbers of 32 bits, the lowest byte first, so many a slice.
    public static String digest(int slices, int numbers, Slices source) {
        MessageDigest sha = sha256();
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers).order(ByteOrder.LITTLE_ENDIAN);
        var slice = new int[numbers];
        for (int k = 0; k < slices; k++) {
            source.write(k, slice);
            bytes.clear().asIntBuffer().put(slice);
            sha.update(bytes);
        }
        return text(sha.digest());
    }

    public static String digest(byte[] bytes) {
        return text(sha256().digest(bytes));
    }

    private static String text(byte[] sha) {
        return HexFormat.of().formatHex(sha, 0, DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
