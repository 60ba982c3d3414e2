// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.RefusedException;

/// Values of a block to and from an object. The header fixes the decoded size before anything is decoded, so what
/// decodes to more or less is refused and no small object becomes a large one. Keeps buffers, so it belongs to one
/// thread; 1.5 MiB.
public final class BlockCodec {
    private static final int PLAIN = 0;
    private static final int RUNS = 1;
    private static final int RUNS_ZSTD = 2;
    private static final int ZSTD_LEVEL = 3;
    private static final int LARGEST = 512 << 10;

    private final byte[] runs = new byte[LARGEST + RunLengths.SLACK];
    private final byte[] packed = new byte[(int) Zstd.compressBound(LARGEST)];

    /// What became of a block: what its table says of it, and the object where there is one.
    public sealed interface Encoded {
        BlockEntry entry();

        record Uniform(BlockEntry.Uniform entry) implements Encoded {}

        record Stored(BlockEntry.Stored entry, StoredObject object) implements Encoded {}
    }

    /// Values of a block in their order, each with its lowest byte first; the array stays the caller's.
    public Encoded encode(BlockShape shape, byte[] values) {
        int length = shape.bytes();
        if (values.length < length) {
            throw new IllegalArgumentException("%d bytes for %s".formatted(values.length, shape));
        }
        int step = shape.type().bytes();
        if (RunLengths.runEnd(values, 0, length, step) == length) {
            int value = (values[0] & 0xFF) | (step == 2 ? (values[1] & 0xFF) << 8 : 0);
            return new Encoded.Uniform(new BlockEntry.Uniform(value));
        }
        int size = RunLengths.encode(values, length, shape.type(), runs);
        StoredObject object = size < 0 ? plain(shape, values) : ofRuns(shape, size);
        Digest content = size < 0 ? content(shape, values, length) : content(shape, runs, size);
        return new Encoded.Stored(
                new BlockEntry.Stored(object.digest(), content, object.bytes().length()), object);
    }

    private static StoredObject plain(BlockShape shape, byte[] values) {
        ByteBuffer out = ByteBuffer.allocate(StoredObject.HEADER + shape.bytes());
        header(out, shape, PLAIN, shape.bytes());
        out.put(values, 0, shape.bytes());
        return StoredObject.made(out.array());
    }

    private StoredObject ofRuns(BlockShape shape, int size) {
        long small = Zstd.compressByteArray(packed, 0, packed.length, runs, 0, size, ZSTD_LEVEL);
        boolean worthIt = small < size;
        ByteBuffer out = ByteBuffer.allocate(StoredObject.HEADER + (worthIt ? (int) small : size));
        header(out, shape, worthIt ? RUNS_ZSTD : RUNS, size);
        out.put(worthIt ? packed : runs, 0, worthIt ? (int) small : size);
        return StoredObject.made(out.array());
    }

    private static void header(ByteBuffer out, BlockShape shape, int codec, int size) {
        out.putInt(StoredObject.MAGIC);
        out.put((byte) ObjectType.BLOCK.number()).put((byte) codec);
        out.put((byte) shape.type().bytes());
        out.put((byte) shape.width()).put((byte) shape.height()).put((byte) shape.depth());
        out.putShort((short) 0).putInt(size);
    }

    /// What blocks of equal shape and values have in common: the digest of five bytes of shape and the runs, or the values
    /// where runs are not shorter.
    private static Digest content(BlockShape shape, byte[] spelled, int length) {
        MessageDigest sha = Digest.sha256();
        sha.update(
                new byte[] {
                    (byte) shape.type().bytes(),
                    (byte) shape.width(),
                    (byte) shape.height(),
                    (byte) shape.depth(),
                    0
                });
        sha.update(spelled, 0, length);
        return Digest.wrap(sha.digest());
    }

    /// Values as the object holds them.
    ///
    /// @param shape what the layer has at this place
    /// @param content what the table says of the values
    public byte[] decode(StoredObject object, BlockShape shape, Digest content)
            throws RefusedException {
        return decode(object, shape, Optional.of(content));
    }

    /// The same where no table says what the values are.
    public byte[] decodeUnnamed(StoredObject object, BlockShape shape) throws RefusedException {
        return decode(object, shape, Optional.empty());
    }

    private byte[] decode(StoredObject object, BlockShape shape, Optional<Digest> content)
            throws RefusedException {
        ByteBuffer in = object.after(ObjectType.BLOCK);
        int codec = in.get();
        if (codec < PLAIN || codec > RUNS_ZSTD) {
            throw new RefusedException(ObjectFault.CODEC);
        }
        if (in.get() != shape.type().bytes()
                || in.get() != shape.width()
                || in.get() != shape.height()
                || in.get() != shape.depth()) {
            throw new RefusedException(ObjectFault.SHAPE);
        }
        if (in.getShort() != 0) {
            throw new RefusedException(ObjectFault.RESERVED);
        }
        int size = in.getInt();
        byte[] values = new byte[shape.bytes()];
        if (codec == PLAIN) {
            plain(in, size, values, shape);
            requireContent(content(shape, values, values.length), content);
        } else {
            unpack(in, codec, size, values.length);
            requireContent(content(shape, runs, size), content);
            RunLengths.decode(runs, size, shape.type(), values);
        }
        if (RunLengths.runEnd(values, 0, values.length, shape.type().bytes()) == values.length) {
            throw new RefusedException(ObjectFault.UNIFORM);
        }
        return values;
    }

    private void plain(ByteBuffer in, int size, byte[] values, BlockShape shape)
            throws RefusedException {
        if (size != values.length) {
            throw new RefusedException(ObjectFault.SIZE);
        }
        requireLength(in, size);
        in.get(values);
        if (RunLengths.encode(values, size, shape.type(), runs) >= 0) {
            throw new RefusedException(
                    ObjectFault.RUNS); // runs are shorter, so they had to be used
        }
    }

    /// Puts the runs into their buffer.
    private void unpack(ByteBuffer in, int codec, int size, int values) throws RefusedException {
        if (size < 1 || size >= values) {
            throw new RefusedException(ObjectFault.SIZE);
        }
        if (codec == RUNS) {
            requireLength(in, size);
            in.get(runs, 0, size);
            return;
        }
        int length = in.remaining();
        if (length >= size || length > packed.length) {
            throw new RefusedException(ObjectFault.SIZE);
        }
        in.get(packed, 0, length);
        ZstdFrame.require(packed, length, size);
        try {
            // the target ends where the header says, so that more than it has no place to go
            if (Zstd.decompressByteArray(runs, 0, size, packed, 0, length) != size) {
                throw new RefusedException(ObjectFault.UNDERFLOW);
            }
        } catch (ZstdException e) {
            throw new RefusedException(
                    e.getErrorCode() == Zstd.errDstSizeTooSmall()
                            ? ObjectFault.OVERFLOW
                            : ObjectFault.COMPRESSION);
        }
    }

    private static void requireLength(ByteBuffer in, int size) throws RefusedException {
        if (in.remaining() < size) {
            throw new RefusedException(ObjectFault.TRUNCATED);
        }
        if (in.remaining() > size) {
            throw new RefusedException(ObjectFault.TRAILING);
        }
    }

    private static void requireContent(Digest found, Optional<Digest> stated)
            throws RefusedException {
        if (stated.isPresent() && !found.equals(stated.get())) {
            throw new RefusedException(ObjectFault.CONTENT);
        }
    }

    /// Values of a block of one value.
    public static byte[] uniform(BlockShape shape, int value) {
        byte[] values = new byte[shape.bytes()];
        if (shape.type() == ValueType.U8) {
            Arrays.fill(values, (byte) value);
        } else {
            for (int n = 0; n < values.length; n += 2) {
                values[n] = (byte) value;
                values[n + 1] = (byte) (value >>> 8);
            }
        }
        return values;
    }
}
