// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.nio.ByteBuffer;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.RefusedException;

/// An object as it is stored and sent, and the SHA-256 of its bytes, by which it is named. Whoever holds one may rely on
/// the two belonging together; that the bytes decode, only decoding shows.
public final class StoredObject {
    /// Bytes before the content.
    public static final int HEADER = 16;

    /// The most bytes of an object, its header included.
    public static final int LARGEST = (512 << 10) + HEADER;

    /// The first bytes of every object.
    static final int MAGIC = 0x4F564F31; // "OVO1"

    private final Digest digest;
    private final Bytes bytes;

    private StoredObject(Digest digest, Bytes bytes) {
        this.digest = digest;
        this.bytes = bytes;
    }

    /// An object that was just made here.
    static StoredObject made(byte[] bytes) {
        return new StoredObject(Digest.ofBytes(bytes), Bytes.handedOver(bytes));
    }

    /// Bytes from outside, by whatever name they have: their size and header are looked at, nothing is decoded.
    public static StoredObject of(Bytes bytes) throws RefusedException {
        requireHeader(bytes);
        return new StoredObject(bytes.digest(), bytes);
    }

    /// Bytes from outside that should be those of a digest: that is checked before anything else is looked at.
    public static StoredObject named(Digest digest, Bytes bytes) throws RefusedException {
        if (bytes.length() > LARGEST) {
            throw new RefusedException(ObjectFault.TOO_LARGE);
        }
        if (!bytes.digest().equals(digest)) {
            throw new RefusedException(ObjectFault.DIGEST);
        }
        requireHeader(bytes);
        return new StoredObject(digest, bytes);
    }

    private static void requireHeader(Bytes bytes) throws RefusedException {
        if (bytes.length() > LARGEST) {
            throw new RefusedException(ObjectFault.TOO_LARGE);
        }
        if (bytes.length() < HEADER) {
            throw new RefusedException(ObjectFault.TRUNCATED);
        }
        ByteBuffer header = bytes.buffer();
        if (header.getInt() != MAGIC) {
            throw new RefusedException(ObjectFault.MAGIC);
        }
        typeOf(header.get());
    }

    private static ObjectType typeOf(byte number) throws RefusedException {
        for (ObjectType type : ObjectType.values()) {
            if (type.number() == number) {
                return type;
            }
        }
        throw new RefusedException(ObjectFault.TYPE);
    }

    public Digest digest() {
        return digest;
    }

    public Bytes bytes() {
        return bytes;
    }

    public ObjectType type() {
        return bytes.at(4) == ObjectType.BLOCK.number() ? ObjectType.BLOCK : ObjectType.TABLE;
    }

    ByteBuffer after(ObjectType type) throws RefusedException {
        if (type() != type) {
            throw new RefusedException(ObjectFault.UNEXPECTED_TYPE);
        }
        return bytes.buffer().position(5);
    }

    @Override
    public String toString() {
        return "StoredObject[" + digest + ", " + bytes.length() + " bytes]";
    }
}
