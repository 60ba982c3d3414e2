// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// The fields of a NIfTI-1 or NIfTI-2 header, as they stand in its bytes.
public final class NiftiHeader {
    static final int BYTES_1 = 348;
    public static final int BYTES_2 = 540;
    static final byte[] MAGIC_2_END = {0x0d, 0x0a, 0x1a, 0x0a};

    private final ByteBuffer bytes;
    private final boolean second;

    private NiftiHeader(ByteBuffer bytes, boolean second) {
        this.bytes = bytes;
        this.second = second;
    }

    /// The header that begins with `start`, in whichever byte order; empty if none does.
    public static Optional<NiftiHeader> in(byte[] start) {
        if (start.length < BYTES_1) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        int size = bytes.getInt(0);
        if (size != BYTES_1 && size != BYTES_2) {
            bytes.order(ByteOrder.BIG_ENDIAN);
            size = bytes.getInt(0);
        }
        boolean second = size == BYTES_2;
        boolean found = size == BYTES_1 || (second && start.length >= BYTES_2);
        return found ? Optional.of(new NiftiHeader(bytes, second)) : Optional.empty();
    }

    ByteOrder order() {
        return bytes.order();
    }

    /// The whole header in its byte order.
    ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer().order(bytes.order());
    }

    boolean isNifti2() {
        return second;
    }

    /// Where the samples of a single file begin at the earliest.
    int leastOffset() {
        return (second ? BYTES_2 : BYTES_1) + 4;
    }

    /// `n+` for a single file, `ni` for a pair, anything else is no NIfTI.
    String magic() {
        int at = second ? 4 : 344;
        boolean marked =
                second
                        ? bytes.get(at + 2) == '2' && bytes.get(at + 3) == 0
                        : bytes.get(at + 2) == '1' && bytes.get(at + 3) == 0;
        return marked ? "" + (char) bytes.get(at) + (char) bytes.get(at + 1) : "";
    }

    long dim(int n) {
        return second ? bytes.getLong(16 + 8 * n) : bytes.getShort(40 + 2 * n);
    }

    int datatype() {
        return bytes.getShort(second ? 12 : 70) & 0xffff;
    }

    int bitpix() {
        return bytes.getShort(second ? 14 : 72);
    }

    double pixdim(int n) {
        return second ? bytes.getDouble(104 + 8 * n) : bytes.getFloat(76 + 4 * n);
    }

    double dataOffset() {
        return second ? bytes.getLong(168) : bytes.getFloat(108);
    }

    double slope() {
        return real(112, 176);
    }

    double intercept() {
        return real(116, 184);
    }

    int units() {
        return second ? bytes.getInt(500) : bytes.get(123) & 0xff;
    }

    double timeOffset() {
        return real(136, 216);
    }

    int qformCode() {
        return second ? bytes.getInt(344) : bytes.getShort(252);
    }

    int sformCode() {
        return second ? bytes.getInt(348) : bytes.getShort(254);
    }

    /// b, c and d of the rotation's unit quaternion a + bi + cj + dk.
    PatientVector quaternion() {
        return second
                ? new PatientVector(
                        bytes.getDouble(352), bytes.getDouble(360), bytes.getDouble(368))
                : new PatientVector(bytes.getFloat(256), bytes.getFloat(260), bytes.getFloat(264));
    }

    /// RAS, in the header's unit.
    PatientPoint qformOrigin() {
        return second
                ? new PatientPoint(bytes.getDouble(376), bytes.getDouble(384), bytes.getDouble(392))
                : new PatientPoint(bytes.getFloat(268), bytes.getFloat(272), bytes.getFloat(276));
    }

    /// RAS, in the header's unit.
    GridFrame sform() {
        return new GridFrame(
                new PatientPoint(srow(0, 3), srow(1, 3), srow(2, 3)),
                column(0),
                column(1),
                column(2));
    }

    private PatientVector column(int c) {
        return new PatientVector(srow(0, c), srow(1, c), srow(2, c));
    }

    private double srow(int row, int column) {
        return second
                ? bytes.getDouble(400 + 32 * row + 8 * column)
                : bytes.getFloat(280 + 16 * row + 4 * column);
    }

    private double real(int at1, int at2) {
        return second ? bytes.getDouble(at2) : bytes.getFloat(at1);
    }
}
