// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.object;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.object.StoredObject;

/// One object's bytes as the difference from another's. Blocks are compressed, and compressed bytes have little in common,
/// so what is compared of blocks are their runs; whether they compress to the same bytes again is tried before anything
/// is given up.
final class Patch {
    private static final int PLAIN = 1;
    private static final int RUNS = 2;
    private static final int LEVEL = 19;
    private static final int BLOCK_LEVEL = 3; // of the block codec
    private static final int TYPE_AT = 4;
    private static final int CODEC_AT = 5;
    private static final int SIZE_AT = 12;
    private static final int BLOCK = 1;
    private static final int ZSTD_RUNS = 2;
    private static final int LARGEST = 1 << 20;

    private Patch() {}

    /// Empty where the difference is not much smaller, or does not lead back to the very bytes.
    static Optional<Bytes> make(Bytes base, Bytes target) {
        Optional<Bytes> runs = runs(target);
        Bytes content = runs.orElse(target);
        byte[] packed = Zstd.compressUsingDict(content.toArray(), dictionary(base), LEVEL);
        int head = runs.isPresent() ? StoredObject.HEADER : 0;
        ByteBuffer out = ByteBuffer.allocate(1 + Integer.BYTES + head + packed.length);
        out.put((byte) (runs.isPresent() ? RUNS : PLAIN)).putInt(content.length());
        out.put(target.slice(0, head).buffer()).put(packed);
        Bytes patch = Bytes.handedOver(out.array());
        boolean worthIt = patch.length() < target.length() * 3 / 4;
        return worthIt && apply(base, patch).equals(Optional.of(target))
                ? Optional.of(patch)
                : Optional.empty();
    }

    static Optional<Bytes> apply(Bytes base, Bytes patch) {
        ByteBuffer in = patch.buffer();
        if (in.remaining() < 1 + Integer.BYTES) {
            return Optional.empty();
        }
        int form = in.get();
        int length = in.getInt();
        int head = form == RUNS ? StoredObject.HEADER : 0;
        if (length < 0 || length > LARGEST || in.remaining() < head) {
            return Optional.empty();
        }
        var header = new byte[head];
        in.get(header);
        var packed = new byte[in.remaining()];
        in.get(packed);
        var content = new byte[length];
        try {
            long got =
                    Zstd.decompressUsingDict(
                            content, 0, packed, 0, packed.length, dictionary(base));
            if (Zstd.isError(got) || got != length) {
                return Optional.empty();
            }
        } catch (ZstdException e) {
            return Optional.empty();
        }
        return Optional.of(
                form == RUNS
                        ? Bytes.concat(
                                Bytes.handedOver(header),
                                Bytes.handedOver(Zstd.compress(content, BLOCK_LEVEL)))
                        : Bytes.handedOver(content));
    }

    private static byte[] dictionary(Bytes base) {
        return runs(base).orElse(base).toArray();
    }

    /// The runs of a block whose runs are compressed.
    private static Optional<Bytes> runs(Bytes object) {
        if (object.length() <= StoredObject.HEADER
                || object.buffer().getInt() != 0x4F564F31
                || object.at(TYPE_AT) != BLOCK
                || object.at(CODEC_AT) != ZSTD_RUNS) {
            return Optional.empty();
        }
        int size = object.buffer().getInt(SIZE_AT);
        if (size < 0 || size > LARGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Bytes.handedOver(
                            Zstd.decompress(
                                    object.slice(StoredObject.HEADER, object.length()).toArray(),
                                    size)));
        } catch (ZstdException e) {
            return Optional.empty();
        }
    }
}
