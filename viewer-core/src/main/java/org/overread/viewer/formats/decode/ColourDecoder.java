// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.volume.Voxels.Rgb8;

/// Colours of a byte a channel, as they are.
final class ColourDecoder implements SampleDecoder {
    private final PlaneStore planes;

    ColourDecoder(PlaneStore planes) {
        this.planes = planes;
    }

    @Override
    public void decode(ByteBuffer chunk, Run run) {
        int[] plane = planes.coloursAt(run.volume(), run.k());
        for (int n = 0; n < run.count(); n++) {
            int at = 3 * run.sample(n);
            plane[run.at() + n] =
                    Rgb8.packed(
                            chunk.get(at) & 0xff,
                            chunk.get(at + 1) & 0xff,
                            chunk.get(at + 2) & 0xff);
        }
    }

    @Override
    public boolean mayWiden() {
        return false;
    }

    @Override
    public Optional<ReadWarning> loss() {
        return Optional.empty();
    }
}
