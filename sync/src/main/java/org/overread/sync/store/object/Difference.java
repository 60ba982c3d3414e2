// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.object;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictContentType;
import com.github.luben.zstd.ZstdException;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;

/// Bytes compressed with others as what zstd has already seen. There are thousands of them, a few hundred bytes each, so
/// the frame says nothing that is known anyway.
final class Difference {
    private static final int LEVEL = 19;

    private Difference() {}

    static byte[] pack(Bytes base, Bytes target) {
        try (var zstd = new ZstdCompressCtx()) {
            zstd.setLevel(LEVEL).setMagicless(true).setContentSize(true).setDictID(false);
            zstd.loadDict(base.toArray(), ZstdDictContentType.RAW_CONTENT);
            return zstd.compress(target.toArray());
        }
    }

    /// Empty where the frame is not whole or leads to more than a patch may.
    static Optional<Bytes> unpack(Bytes base, Bytes frame) {
        byte[] packed = frame.toArray();
        try (var zstd = new ZstdDecompressCtx()) {
            long size = Zstd.getFrameContentSize(packed, 0, packed.length, true);
            if (size < 0 || size > Patch.LARGEST) {
                return Optional.empty();
            }
            zstd.setMagicless(true);
            zstd.loadDict(base.toArray(), ZstdDictContentType.RAW_CONTENT);
            byte[] content = zstd.decompress(packed, (int) size);
            return content.length == size
                    ? Optional.of(Bytes.handedOver(content))
                    : Optional.empty();
        } catch (ZstdException e) {
            return Optional.empty();
        }
    }

    static byte[] packLong(Bytes base, Bytes target) {
        return Zstd.compressUsingDict(target.toArray(), base.toArray(), LEVEL);
    }

    /// As the first forms were written, the length beside the frame.
    static Optional<Bytes> unpackLong(Bytes base, Bytes frame, int length) {
        if (length < 0 || length > Patch.LARGEST) {
            return Optional.empty();
        }
        var content = new byte[length];
        byte[] packed = frame.toArray();
        try {
            long got =
                    Zstd.decompressUsingDict(content, 0, packed, 0, packed.length, base.toArray());
            return !Zstd.isError(got) && got == length
                    ? Optional.of(Bytes.handedOver(content))
                    : Optional.empty();
        } catch (ZstdException e) {
            return Optional.empty();
        }
    }
}
