// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.StoredType;

/// Integers of at most 16 bits, as they are.
final class ShortDecoder implements SampleDecoder {
    private final StoredType type;
    private final PlaneStore planes;

    ShortDecoder(StoredType type, PlaneStore planes) {
        this.type = type;
        this.planes = planes;
    }

    @Override
    public void decode(ByteBuffer chunk, Run run) {
        short[] plane = planes.shortsAt(run.volume(), run.k());
        int at = run.at();
        int count = run.count();
        if (type.bytes() == 2 && run.stride() == 1) {
            chunk.asShortBuffer().get(run.first(), plane, at, count);
            return;
        }
        for (int n = 0; n < count; n++) {
            plane[at + n] =
                    switch (type) {
                        case INT8 -> chunk.get(run.sample(n));
                        case UINT8 -> (short) (chunk.get(run.sample(n)) & 0xff);
                        case INT16, UINT16 -> chunk.getShort(2 * run.sample(n));
                        case INT32, UINT32, INT64, UINT64, FLOAT32, FLOAT64, RGB8 ->
                                throw new IllegalStateException(type + " is wider than 16 bits");
                    };
        }
    }

    @Override
    public Optional<ReadWarning> loss() {
        return Optional.empty();
    }

    @Override
    public boolean mayWiden() {
        return false;
    }
}
