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
    private static final int TYPE_AT = 4;
    private static final int CODEC_AT = 5;
    private static final int SIZE_AT = 12;
    private static final int BLOCK = 1;
    private static final int ZSTD_RUNS = 2;
    private static final int BLOCK_LEVEL = 3; // of the block codec

    /// The most that a patch may lead to.
    static final int LARGEST = 1 << 20;

    private Patch() {}

    /// How a patch is written; the number is its first byte and never changes.
    private enum Form {
        /// The length, and the bytes as they are. No longer written.
        LONG_PLAIN(1),
        /// The length of the runs, the block's header, and its runs.
        LONG_RUNS(2),
        /// The bytes as they are.
        PLAIN(3),
        /// The runs of a block whose header is the base's, their length apart.
        RUNS(4),
        /// A text, its digests packed.
        TEXT(5);

        private final byte number;

        Form(int number) {
            this.number = (byte) number;
        }
    }

    /// Empty where the difference is not much smaller, or does not lead back to the very bytes.
    static Optional<Bytes> make(Bytes base, Bytes target) {
        Optional<Bytes> runs = runs(target);
        Bytes patch = runs.isPresent() ? ofBlock(base, target, runs.get()) : ofOther(base, target);
        boolean worthIt = patch.length() < target.length() * 3 / 4;
        return worthIt && apply(base, patch).equals(Optional.of(target))
                ? Optional.of(patch)
                : Optional.empty();
    }

    private static Bytes ofBlock(Bytes base, Bytes target, Bytes runs) {
        Bytes head = target.slice(0, StoredObject.HEADER);
        if (runs(base).isPresent() && header(base, runs.length()).equals(head)) {
            return joined(Form.RUNS, Difference.pack(unpacked(base), runs));
        }
        byte[] frame = Difference.packLong(unpacked(base), runs);
        var length = ByteBuffer.allocate(Integer.BYTES).putInt(runs.length());
        return joined(Form.LONG_RUNS, length.array(), head.toArray(), frame);
    }

    private static Bytes ofOther(Bytes base, Bytes target) {
        Optional<Bytes> text = isText(target) ? PackedDigests.pack(target) : Optional.empty();
        Optional<Bytes> from = text.isPresent() ? PackedDigests.pack(base) : Optional.empty();
        return from.isPresent()
                ? joined(Form.TEXT, Difference.pack(from.get(), text.get()))
                : joined(Form.PLAIN, Difference.pack(unpacked(base), target));
    }

    private static boolean isText(Bytes target) {
        return target.length() > 0 && target.at(0) == '{';
    }

    private static Bytes joined(Form form, byte[]... parts) {
        int length = 1;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).put(form.number);
        for (byte[] part : parts) {
            out.put(part);
        }
        return Bytes.handedOver(out.array());
    }

    static Optional<Bytes> apply(Bytes base, Bytes patch) {
        if (patch.length() == 0) {
            return Optional.empty();
        }
        for (Form form : Form.values()) {
            if (form.number == patch.at(0)) {
                return apply(form, base, patch.slice(1, patch.length()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Bytes> apply(Form form, Bytes base, Bytes rest) {
        return switch (form) {
            case LONG_PLAIN, LONG_RUNS -> applyLong(form, base, rest);
            case PLAIN -> Difference.unpack(unpacked(base), rest);
            case RUNS ->
                    runs(base).isEmpty()
                            ? Optional.empty()
                            : Difference.unpack(unpacked(base), rest)
                                    .map(runs -> block(header(base, runs.length()), runs));
            case TEXT ->
                    PackedDigests.pack(base)
                            .flatMap(from -> Difference.unpack(from, rest))
                            .flatMap(text -> PackedDigests.unpack(text, LARGEST));
        };
    }

    private static Optional<Bytes> applyLong(Form form, Bytes base, Bytes rest) {
        int head = form == Form.LONG_RUNS ? StoredObject.HEADER : 0;
        if (rest.length() < Integer.BYTES + head) {
            return Optional.empty();
        }
        int from = Integer.BYTES + head;
        Bytes header = rest.slice(Integer.BYTES, from);
        return Difference.unpackLong(
                        unpacked(base), rest.slice(from, rest.length()), rest.buffer().getInt())
                .map(content -> head > 0 ? block(header, content) : content);
    }

    private static Bytes block(Bytes header, Bytes runs) {
        return Bytes.concat(header, Bytes.handedOver(Zstd.compress(runs.toArray(), BLOCK_LEVEL)));
    }

    /// A block's header, but for runs of this length.
    private static Bytes header(Bytes block, int length) {
        byte[] header = block.slice(0, StoredObject.HEADER).toArray();
        ByteBuffer.wrap(header).putInt(SIZE_AT, length);
        return Bytes.handedOver(header);
    }

    private static Bytes unpacked(Bytes base) {
        return runs(base).orElse(base);
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
