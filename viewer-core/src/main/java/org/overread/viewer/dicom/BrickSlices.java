// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import org.overread.viewer.bricks.NoRoomException;
import org.overread.viewer.bricks.Pyramid;
import org.overread.viewer.bricks.SliceValues;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.pixel.SliceDecoders;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.pixel.ValueType;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SampleKind;

/// The slices of a volume larger than memory on their way into bricks. Any thread; each takes the memory of a slice.
final class BrickSlices {
    private final SliceDecoders decoders;
    private final ValueType type;
    private final Pyramid pyramid;

    /// Fails where the disk has no room. Colours have no bricks.
    BrickSlices(SliceDecoders decoders, GridSize size, ValueType type) throws IOException {
        this.decoders = decoders;
        this.type = type;
        pyramid = pyramid(size, kind(type));
    }

    private static Pyramid pyramid(GridSize size, SampleKind kind) throws IOException {
        try {
            return Pyramid.create(size, kind);
        } catch (NoRoomException e) {
            throw new DicomReadException(
                    new SkipReason.TooLarge(
                            "its voxels do not fit the memory, and on the disk they need %,d MB where %,d MB are free"
                                    .formatted(e.neededBytes() >> 20, e.roomBytes() >> 20)),
                    e);
        }
    }

    private static SampleKind kind(ValueType type) {
        return switch (type) {
            case INT16 -> SampleKind.INT16;
            case UINT16 -> SampleKind.UINT16;
            case FLOAT32 -> SampleKind.FLOAT32;
            case RGB8 -> throw new IllegalArgumentException("colours have no bricks");
        };
    }

    Pyramid pyramid() {
        return pyramid;
    }

    /// Takes slice `k` in; false where a value does not fit, and then nothing is taken in.
    boolean add(SliceSource slice, int k) throws IOException {
        if (type == ValueType.FLOAT32) {
            pyramid.add(k, new SliceValues.Real(decoders.decode(slice)));
            return true;
        }
        boolean signed = type == ValueType.INT16;
        var values = new short[slice.layout().columns() * slice.layout().rows()];
        if (!decoders.decode(slice, values, signed ? Short.MIN_VALUE : 0)) {
            return false;
        }
        pyramid.add(k, signed ? new SliceValues.Signed(values) : new SliceValues.Unsigned(values));
        return true;
    }
}
