// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.formats.sample.ImageLayout;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.formats.sample.Scaling;
import org.overread.viewer.formats.sample.StoredType;

/// Turns stored numbers into voxels. Belongs to one thread.
///
/// A run is `count` samples that go to neighbouring voxels of slice `k` of `volume`, from `at` on; in the chunk they
/// stand `stride` samples apart and begin with sample `first`.
public sealed interface SampleDecoder
        permits ShortDecoder, FloatDecoder, GrowingDecoder, ColourDecoder {

    void decode(ByteBuffer chunk, Run run) throws UnreadableImage;

    /// What was lost so far.
    Optional<ReadWarning> loss();

    /// Whether values to come may still need another number type than those so far.
    boolean mayWiden();

    record Run(int first, int stride, int count, int volume, int k, int at) {
        int sample(int n) {
            return first + n * stride;
        }
    }

    static Kind firstKind(StoredType type, Scaling scaling) {
        if (type == StoredType.RGB8) {
            return Kind.RGB8;
        }
        if (type.isFloating()) {
            return Kind.FLOAT32;
        }
        return type == StoredType.UINT16 && scaling.isNone() ? Kind.UINT16 : Kind.INT16;
    }

    /// `samples` is how many of them will be decoded.
    static SampleDecoder of(
            String file, ImageLayout layout, long samples, PlaneStore planes, HeapRoom room) {
        StoredType type = layout.type();
        if (type == StoredType.RGB8) {
            return new ColourDecoder(planes);
        }
        if (type.isFloating()) {
            return new FloatDecoder(file, type, layout.scaling(), planes);
        }
        if (layout.scaling().isNone()) {
            switch (type) {
                case INT8, UINT8, INT16, UINT16 -> {
                    return new ShortDecoder(type, planes);
                }
                case INT32, UINT32, INT64, UINT64, FLOAT32, FLOAT64, RGB8 -> {}
            }
        }
        return new GrowingDecoder(
                file, type, layout.scaling(), planes, new Widening(file, samples, planes, room));
    }
}
