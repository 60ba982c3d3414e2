// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.Scaling;
import org.overread.viewer.formats.sample.StoredType;

/// Floating point numbers, scaled or not, to 32 bits; counts the values that this changes.
final class FloatDecoder implements SampleDecoder {
    private final String file;
    private final StoredType type;
    private final Scaling scaling;
    private final PlaneStore planes;
    private long changed;
    private double largestChange;

    FloatDecoder(String file, StoredType type, Scaling scaling, PlaneStore planes) {
        this.file = file;
        this.type = type;
        this.scaling = scaling;
        this.planes = planes;
    }

    @Override
    public void decode(ByteBuffer chunk, Run run) throws UnreadableImage {
        float[] plane = planes.floatsAt(run.volume(), run.k());
        if (type == StoredType.FLOAT32 && scaling.isNone()) {
            if (run.stride() == 1) {
                chunk.asFloatBuffer().get(run.first(), plane, run.at(), run.count());
            } else {
                for (int n = 0; n < run.count(); n++) {
                    plane[run.at() + n] = chunk.getFloat(4 * run.sample(n));
                }
            }
            return;
        }
        boolean unscaled = scaling.isNone();
        for (int n = 0; n < run.count(); n++) {
            double stored =
                    type == StoredType.FLOAT32
                            ? chunk.getFloat(4 * run.sample(n))
                            : chunk.getDouble(8 * run.sample(n));
            double value = unscaled ? stored : scaling.apply(stored);
            float kept = (float) value;
            plane[run.at() + n] = kept;
            if (kept != value && !Double.isNaN(value)) {
                noteChange(value, kept);
            }
        }
    }

    private void noteChange(double value, float kept) throws UnreadableImage {
        if (Float.isInfinite(kept)) {
            throw new UnreadableImage(new ReadRefusal.Inexact(file, Double.toString(value)));
        }
        changed++;
        largestChange = Math.max(largestChange, Math.abs(value - kept));
    }

    /// Rounding the result of a scaling is no loss: its terms are rounded already.
    @Override
    public Optional<ReadWarning> loss() {
        return changed > 0 && scaling.isNone()
                ? Optional.of(new ReadWarning.Lossy(changed, largestChange))
                : Optional.empty();
    }

    @Override
    public boolean mayWiden() {
        return false;
    }
}
