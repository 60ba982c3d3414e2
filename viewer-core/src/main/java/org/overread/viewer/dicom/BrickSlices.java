// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import java.util.List;
import org.overread.viewer.bricks.ColourPyramid;
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
import org.overread.viewer.volume.Voxels;

/// The slices of a volume larger than memory on their way into bricks. Any thread; each takes the memory of a slice.
sealed interface BrickSlices {
    /// What the bricks hold, more with every slice.
    Voxels voxels();

    /// In which order slices are best taken in.
    List<Integer> order();

    /// Takes slice `k` in; false where a value does not fit, and then nothing is taken in.
    boolean add(SliceSource slice, int k) throws IOException;

    /// Fails where the disk has no room.
    static BrickSlices of(SliceDecoders decoders, GridSize size, ValueType type)
            throws IOException {
        try {
            return switch (type) {
                case INT16 -> new Numbers(decoders, Pyramid.create(size, SampleKind.INT16));
                case UINT16 -> new Numbers(decoders, Pyramid.create(size, SampleKind.UINT16));
                case FLOAT32 -> new Numbers(decoders, Pyramid.create(size, SampleKind.FLOAT32));
                case RGB8 -> new Colours(decoders, ColourPyramid.create(size));
            };
        } catch (NoRoomException e) {
            throw new DicomReadException(
                    new SkipReason.TooLarge(
                            "its voxels do not fit the memory, and on the disk they need %,d MB where %,d MB are free"
                                    .formatted(e.neededBytes() >> 20, e.roomBytes() >> 20)),
                    e);
        }
    }

    /// One number a voxel.
    record Numbers(SliceDecoders decoders, Pyramid pyramid) implements BrickSlices {
        @Override
        public Voxels voxels() {
            return new Voxels.Bricked(pyramid);
        }

        @Override
        public List<Integer> order() {
            return pyramid.order();
        }

        @Override
        public boolean add(SliceSource slice, int k) throws IOException {
            return switch (pyramid.kind()) {
                case FLOAT32 -> {
                    pyramid.add(k, new SliceValues.Real(decoders.decode(slice)));
                    yield true;
                }
                case INT16 -> {
                    short[] values = room(slice);
                    boolean fits = decoders.decode(slice, values, Short.MIN_VALUE);
                    if (fits) {
                        pyramid.add(k, new SliceValues.Signed(values));
                    }
                    yield fits;
                }
                case UINT16 -> {
                    short[] values = room(slice);
                    boolean fits = decoders.decode(slice, values, 0);
                    if (fits) {
                        pyramid.add(k, new SliceValues.Unsigned(values));
                    }
                    yield fits;
                }
                case UINT8 -> throw new IllegalStateException("channels of colours come together");
            };
        }

        private static short[] room(SliceSource slice) {
            return new short[slice.layout().columns() * slice.layout().rows()];
        }
    }

    /// Three channels a voxel.
    record Colours(SliceDecoders decoders, ColourPyramid pyramid) implements BrickSlices {
        @Override
        public Voxels voxels() {
            return pyramid.voxels();
        }

        @Override
        public List<Integer> order() {
            return pyramid.order();
        }

        @Override
        public boolean add(SliceSource slice, int k) throws IOException {
            pyramid.add(k, decoders.decodeColours(slice));
            return true;
        }
    }
}
