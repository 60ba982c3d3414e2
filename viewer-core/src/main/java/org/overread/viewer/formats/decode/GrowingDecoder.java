// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.formats.sample.Scaling;
import org.overread.viewer.formats.sample.StoredType;

/// Integers wider than 16 bits, and integers that are scaled: kept as narrow as their values allow.
final class GrowingDecoder implements SampleDecoder {
    private static final int BATCH = 4096;
    private static final int FLOAT_DIGITS =
            24; // binary digits that a 32-bit floating point number keeps

    private final String file;
    private final StoredType type;
    private final Scaling scaling;
    private final PlaneStore planes;
    private final Widening widening;
    private final long[] whole = new long[BATCH];
    private final double[] values = new double[BATCH];

    GrowingDecoder(
            String file, StoredType type, Scaling scaling, PlaneStore planes, Widening widening) {
        this.file = file;
        this.type = type;
        this.scaling = scaling;
        this.planes = planes;
        this.widening = widening;
    }

    @Override
    public void decode(ByteBuffer chunk, Run run) throws UnreadableImage {
        for (int done = 0; done < run.count(); done += BATCH) {
            int count = Math.min(BATCH, run.count() - done);
            for (int n = 0; n < count; n++) {
                whole[n] = stored(chunk, run.sample(done + n));
            }
            if (scaling.isNone()) {
                keepWhole(count, run.volume(), run.k(), run.at() + done);
            } else {
                keepScaled(count, run.volume(), run.k(), run.at() + done);
            }
        }
    }

    private long stored(ByteBuffer chunk, int sample) {
        return switch (type) {
            case INT8 -> chunk.get(sample);
            case UINT8 -> chunk.get(sample) & 0xff;
            case INT16 -> chunk.getShort(2 * sample);
            case UINT16 -> chunk.getShort(2 * sample) & 0xffff;
            case INT32 -> chunk.getInt(4 * sample);
            case UINT32 -> chunk.getInt(4 * sample) & 0xffffffffL;
            case INT64, UINT64 -> chunk.getLong(8 * sample);
            case FLOAT32, FLOAT64, RGB8 -> throw new IllegalStateException(type + " is no integer");
        };
    }

    private double asDouble(long stored) {
        return type == StoredType.UINT64 && stored < 0
                ? ((stored >>> 1) | (stored & 1)) * 2.0 // the lost bit keeps the rounding right
                : stored;
    }

    private void keepWhole(int count, int volume, int k, int at) throws UnreadableImage {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < count; n++) {
            double value = asDouble(whole[n]);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        widening.admitWhole(least, most);
        if (planes.kind() == Kind.FLOAT32) {
            float[] plane = planes.floatsAt(volume, k);
            for (int n = 0; n < count; n++) {
                requireExact(whole[n]);
                plane[at + n] = (float) asDouble(whole[n]);
            }
        } else {
            short[] plane = planes.shortsAt(volume, k);
            for (int n = 0; n < count; n++) {
                plane[at + n] = (short) whole[n];
            }
        }
    }

    private void requireExact(long stored) throws UnreadableImage {
        boolean unsigned = type == StoredType.UINT64;
        long magnitude = unsigned ? stored : Math.abs(stored);
        int digits =
                Long.SIZE
                        - Long.numberOfLeadingZeros(magnitude)
                        - Long.numberOfTrailingZeros(magnitude);
        if (digits > FLOAT_DIGITS) {
            throw new UnreadableImage(
                    new ReadRefusal.Inexact(
                            file,
                            unsigned ? Long.toUnsignedString(stored) : Long.toString(stored)));
        }
    }

    private void keepScaled(int count, int volume, int k, int at) throws UnreadableImage {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean fractions = false;
        for (int n = 0; n < count; n++) {
            double value = scaling.apply(asDouble(whole[n]));
            values[n] = value;
            least = Math.min(least, value);
            most = Math.max(most, value);
            fractions |= value != Math.rint(value);
        }
        if (fractions) {
            widening.admitFractions();
        } else {
            widening.admitWhole(least, most);
        }
        if (planes.kind() == Kind.FLOAT32) {
            if (Float.isInfinite((float) least) || Float.isInfinite((float) most)) {
                throw new UnreadableImage(
                        new ReadRefusal.Inexact(file, Double.toString(least) + " or " + most));
            }
            float[] plane = planes.floatsAt(volume, k);
            for (int n = 0; n < count; n++) {
                plane[at + n] = (float) values[n];
            }
        } else {
            short[] plane = planes.shortsAt(volume, k);
            for (int n = 0; n < count; n++) {
                plane[at + n] = (short) (int) values[n];
            }
        }
    }

    @Override
    public Optional<ReadWarning> loss() {
        return Optional.empty();
    }

    @Override
    public boolean mayWiden() {
        return planes.kind() != Kind.FLOAT32;
    }
}
