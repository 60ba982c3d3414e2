// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Makes NIfTI headers: unscaled values, millimetres, an sform, and the same as a qform where one can say it: not of a
/// sheared grid, and not where 32 bits are too few.
public final class NiftiWriter {
    public static final int LARGEST_SIDE_1 = Short.MAX_VALUE;
    private static final int MILLIMETRES = 2;

    private final StoredType type;
    private final GridSize size;
    private final GridFrame ras;
    private final int formCode;

    /// `lps` is in millimetres.
    public NiftiWriter(StoredType type, GridSize size, GridFrame lps, int formCode) {
        this.type = type;
        this.size = size;
        this.ras = lps.turned();
        this.formCode = formCode;
    }

    /// What stands before the samples of a single file: the header and four bytes that say it has no extensions.
    public byte[] single(NiftiVersion version) {
        return header(version, '+', 4);
    }

    /// The header of a pair.
    public byte[] ofPair(NiftiVersion version) {
        return header(version, 'i', 0);
    }

    private byte[] header(NiftiVersion version, char kind, int tail) {
        return switch (version) {
            case NIFTI_1 -> first(kind, tail);
            case NIFTI_2 -> second(kind, tail);
        };
    }

    private int datatype() {
        return switch (type) {
            case INT16 -> 4;
            case UINT16 -> 512;
            case FLOAT32 -> 16;
            case RGB8 -> 128;
            case INT8, UINT8, INT32, UINT32, INT64, UINT64, FLOAT64 ->
                    throw new IllegalStateException("voxels are never " + type);
        };
    }

    private List<Integer> sides() {
        return List.of(3, size.i(), size.j(), size.k(), 1, 1, 1, 1);
    }

    /// The sense of the third axis, then the spacings.
    private List<Double> spacings() {
        return List.of(
                ras.isLeftHanded() ? -1.0 : 1.0,
                ras.i().length(),
                ras.j().length(),
                ras.k().length(),
                0.0,
                0.0,
                0.0,
                0.0);
    }

    private Quaternion rotation() {
        PatientVector k = ras.k().unit();
        return Quaternion.of(
                new Quaternion.Axes(
                        ras.i().unit(), ras.j().unit(), ras.isLeftHanded() ? k.negated() : k));
    }

    /// Row by row: the parts of the three steps and of the origin along x, then y, then z.
    private List<Double> rows() {
        PatientPoint o = ras.origin();
        PatientVector i = ras.i();
        PatientVector j = ras.j();
        PatientVector k = ras.k();
        return List.of(
                i.x(), j.x(), k.x(), o.x(), i.y(), j.y(), k.y(), o.y(), i.z(), j.z(), k.z(), o.z());
    }

    private byte[] first(char kind, int tail) {
        byte[] bytes = new byte[NiftiHeader.BYTES_1 + tail];
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, NiftiHeader.BYTES_1).put(38, (byte) 'r');
        header.position(40);
        sides().forEach(side -> header.putShort(side.shortValue()));
        header.putShort(70, (short) datatype()).putShort(72, (short) (8 * type.bytes()));
        header.position(76);
        spacings().forEach(spacing -> header.putFloat(spacing.floatValue()));
        header.putFloat(108, tail == 0 ? 0 : bytes.length).putFloat(112, 1);
        header.put(123, (byte) MILLIMETRES);
        Optional<Quaternion> fit =
                ras.isSheared() ? Optional.empty() : new QformFit(ras, size).nearest(rotation());
        if (fit.isPresent()) {
            Quaternion q = fit.get();
            header.putShort(252, (short) formCode);
            header.putFloat(256, (float) q.b()).putFloat(260, (float) q.c());
            header.putFloat(264, (float) q.d());
            header.putFloat(268, (float) ras.origin().x()).putFloat(272, (float) ras.origin().y());
            header.putFloat(276, (float) ras.origin().z());
        }
        header.putShort(254, (short) formCode);
        header.position(280);
        rows().forEach(number -> header.putFloat(number.floatValue()));
        header.put(344, (byte) 'n').put(345, (byte) kind).put(346, (byte) '1');
        return bytes;
    }

    private byte[] second(char kind, int tail) {
        byte[] bytes = new byte[NiftiHeader.BYTES_2 + tail];
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, NiftiHeader.BYTES_2);
        header.put(4, (byte) 'n').put(5, (byte) kind).put(6, (byte) '2');
        header.put(8, NiftiHeader.MAGIC_2_END);
        header.putShort(12, (short) datatype()).putShort(14, (short) (8 * type.bytes()));
        header.position(16);
        sides().forEach(side -> header.putLong(side));
        header.position(104);
        spacings().forEach(header::putDouble);
        header.putLong(168, tail == 0 ? 0 : bytes.length).putDouble(176, 1);
        if (!ras.isSheared()) {
            Quaternion q = rotation();
            header.putInt(344, formCode);
            header.putDouble(352, q.b()).putDouble(360, q.c()).putDouble(368, q.d());
            header.putDouble(376, ras.origin().x()).putDouble(384, ras.origin().y());
            header.putDouble(392, ras.origin().z());
        }
        header.putInt(348, formCode);
        header.position(400);
        rows().forEach(header::putDouble);
        header.putInt(500, MILLIMETRES);
        return bytes;
    }
}
