// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The voxels of a volume as bytes: little-endian, columns fastest, slices slowest.
public final class VoxelBytes {
    private static final int MOST_LABEL_VALUES = 64;
    private static final int CHUNK_BYTES = 1 << 18;

    private final Voxels voxels;
    private final GridSize size;
    private final int voxelBytes;
    private final byte[] bytes = new byte[CHUNK_BYTES];
    private final ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

    public VoxelBytes(Volume volume) {
        this.voxels = volume.voxels();
        this.size = volume.geometry().size();
        this.voxelBytes = typeOf(voxels).bytes();
    }

    public static StoredType typeOf(Voxels voxels) {
        return switch (voxels) {
            case Voxels.Int16 _ -> StoredType.INT16;
            case Voxels.UInt16 _ -> StoredType.UINT16;
            case Voxels.Float32 _ -> StoredType.FLOAT32;
            case Voxels.Colours _ -> StoredType.RGB8;
            case Voxels.Bricked(BrickedValues values) ->
                    switch (values.kind()) {
                        case UINT8 -> StoredType.UINT8;
                        case INT16 -> StoredType.INT16;
                        case UINT16 -> StoredType.UINT16;
                        case FLOAT32 -> StoredType.FLOAT32;
                    };
        };
    }

    /// Whether at most 64 different whole numbers occur, as in label maps; looks no further than it must.
    public boolean holdsFewValues(CancelToken cancel) {
        if (!(voxels instanceof Voxels.Int16 || voxels instanceof Voxels.UInt16)) {
            return false;
        }
        BitSet seen = new BitSet(1 << Short.SIZE);
        int values = 0;
        for (int k = 0; k < size.k(); k++) {
            cancel.check();
            short[] slice =
                    switch (voxels) {
                        case Voxels.Int16 v -> v.slice(k);
                        case Voxels.UInt16 v -> v.slice(k);
                        case Voxels.Float32 _, Voxels.Colours _, Voxels.Bricked _ ->
                                throw new IllegalStateException("no labels");
                    };
            for (short value : slice) {
                if (!seen.get(value & 0xffff)) {
                    seen.set(value & 0xffff);
                    if (++values > MOST_LABEL_VALUES) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// `listener` counts bytes before any compression.
    public void writeTo(OutputStream out, Progress.Listener listener, CancelToken cancel)
            throws IOException {
        int plane = size.i() * size.j();
        int most = CHUNK_BYTES / voxelBytes;
        long total = size.voxels() * voxelBytes;
        long done = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int from = 0; from < plane; from += most) {
                cancel.check();
                int count = Math.min(most, plane - from);
                put(k, from, count);
                out.write(bytes, 0, count * voxelBytes);
                done += (long) count * voxelBytes;
                listener.progress(new Progress(done, total));
            }
        }
    }

    private void putColours(int[] slice, int from, int count) {
        for (int n = 0; n < count; n++) {
            int colour = slice[from + n];
            bytes[3 * n] = (byte) (colour >> 16);
            bytes[3 * n + 1] = (byte) (colour >> 8);
            bytes[3 * n + 2] = (byte) colour;
        }
    }

    private void putBricked(BrickedValues values, int k, int from, int count) {
        for (int n = 0; n < count; n++) {
            int at = from + n;
            float value = values.value(0, at % size.i(), at / size.i(), k);
            switch (values.kind()) {
                case UINT8 -> chunk.put(n, (byte) (int) value);
                case INT16, UINT16 -> chunk.putShort(2 * n, (short) (int) value);
                case FLOAT32 -> chunk.putFloat(4 * n, value);
            }
        }
    }

    private void putChannel(BrickedValues values, int k, int from, int count, int channel) {
        for (int n = 0; n < count; n++) {
            int at = from + n;
            bytes[3 * n + channel] = (byte) (int) values.value(0, at % size.i(), at / size.i(), k);
        }
    }

    private void put(int k, int from, int count) {
        switch (voxels) {
            case Voxels.Int16 v -> chunk.asShortBuffer().put(v.slice(k), from, count);
            case Voxels.UInt16 v -> chunk.asShortBuffer().put(v.slice(k), from, count);
            case Voxels.Float32 v -> chunk.asFloatBuffer().put(v.slice(k), from, count);
            case Voxels.Rgb8 v -> putColours(v.slice(k), from, count);
            case Voxels.BrickedColours v -> {
                putChannel(v.red(), k, from, count, 0);
                putChannel(v.green(), k, from, count, 1);
                putChannel(v.blue(), k, from, count, 2);
            }
            case Voxels.Bricked(BrickedValues values) -> putBricked(values, k, from, count);
        }
    }
}
