// SPDX-License-Identifier: Apache-2.0
package org.overread.app.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.overread.viewer.volume.Voxels;

/// The SHA-256 of all values, x fastest, then y, then z, little endian: 16-bit integers where every value is a whole
/// number in -32768…32767, else 32-bit floats; of a colour its red, green and blue, a byte each. So it says whether two
/// programs read the same values, however they hold them.
final class ValueDigest implements EachValue.Visitor {
    private final MessageDigest sha256;
    private final boolean asInt16;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    private ValueDigest(boolean asInt16) {
        this.asInt16 = asInt16;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    /// In hexadecimal. One pass over all voxels.
    static String of(Voxels voxels, ValueSummary summary) {
        var digest = new ValueDigest(summary.wholeInt16());
        EachValue.visit(voxels, digest);
        digest.flush();
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    @Override
    public void number(float value) {
        if (bytes.remaining() < Float.BYTES) {
            flush();
        }
        if (asInt16) {
            bytes.putShort((short) value);
        } else {
            bytes.putFloat(value);
        }
    }

    @Override
    public void colour(int colour) {
        if (bytes.remaining() < 3) {
            flush();
        }
        bytes.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }

    private void flush() {
        sha256.update(bytes.array(), 0, bytes.position());
        bytes.clear();
    }
}
