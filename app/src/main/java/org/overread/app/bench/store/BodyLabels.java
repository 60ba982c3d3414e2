// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.BlockShape;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.LayerWriter;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.SegmentEntry;

/// A label map of a whole body, 512 x 512 x 600 with 104 structures: ellipsoids with borders as rough as hands leave them.
final class BodyLabels {
    static final LayerShape SHAPE = new LayerShape(512, 512, 600, ValueType.U8);
    static final int STRUCTURES = 104;
    private static final int BALL = 6; // voxels, the radius of a brush

    private final byte[][] slices = new byte[SHAPE.depth()][SHAPE.width() * SHAPE.height()];
    private final List<BlockEntry> entries = new ArrayList<>();
    private final Random random = new Random(104);

    BodyLabels() {
        for (int value = 1; value <= STRUCTURES; value++) {
            ellipsoid(value);
        }
    }

    private void ellipsoid(int value) {
        int x = 60 + random.nextInt(SHAPE.width() - 120);
        int y = 60 + random.nextInt(SHAPE.height() - 120);
        int z = 50 + random.nextInt(SHAPE.depth() - 100);
        int a = 20 + random.nextInt(40);
        int b = 20 + random.nextInt(40);
        int c = 20 + random.nextInt(40);
        for (int k = Math.max(0, z - c); k < Math.min(SHAPE.depth(), z + c); k++) {
            for (int j = Math.max(0, y - b); j < Math.min(SHAPE.height(), y + b); j++) {
                double left = 1 - sq((k - z) / (double) c) - sq((j - y) / (double) b);
                if (left > 0) {
                    int half = (int) (a * Math.sqrt(left)) + random.nextInt(3) - 1;
                    int from = Math.max(0, x - half);
                    int to = Math.min(SHAPE.width(), x + half);
                    for (int i = from; i < to; i++) {
                        slices[k][j * SHAPE.width() + i] = (byte) value;
                    }
                }
            }
        }
    }

    private static double sq(double v) {
        return v * v;
    }

    /// Paints a ball into as many blocks as make up a percent of those that are not uniform; says which.
    List<Integer> paintOnePercent() {
        List<Integer> stored =
                IntStream.range(0, SHAPE.blocks())
                        .filter(n -> entries.get(n) instanceof BlockEntry.Stored)
                        .boxed()
                        .toList();
        var painted = new ArrayList<Integer>();
        for (int n = 0; n < Math.max(1, stored.size() / 100); n++) {
            int block = stored.get(random.nextInt(stored.size()));
            BlockShape shape = SHAPE.block(block);
            int x =
                    SHAPE.left(block)
                            + BALL
                            + random.nextInt(Math.max(1, shape.width() - 2 * BALL));
            int y =
                    SHAPE.top(block)
                            + BALL
                            + random.nextInt(Math.max(1, shape.height() - 2 * BALL));
            int z = SHAPE.front(block) + Math.min(shape.depth() - 1, BALL + random.nextInt(40));
            ball(x, y, z, shape, block, (byte) (1 + random.nextInt(STRUCTURES)));
            painted.add(block);
        }
        return painted;
    }

    private void ball(int x, int y, int z, BlockShape shape, int block, byte value) {
        int top = Math.min(SHAPE.front(block) + shape.depth(), z + BALL);
        for (int k = Math.max(SHAPE.front(block), z - BALL); k < top; k++) {
            for (int j = y - BALL; j < y + BALL && j < SHAPE.height(); j++) {
                for (int i = x - BALL; i < x + BALL && i < SHAPE.width(); i++) {
                    if (sq(i - x) + sq(j - y) + sq(k - z) < sq(BALL)) {
                        slices[k][j * SHAPE.width() + i] = value;
                    }
                }
            }
        }
    }

    /// The layer, all of it encoded.
    Layer encode(Collection<StoredObject> objects) throws IOException {
        return encode(IntStream.range(0, SHAPE.blocks()).boxed().toList(), objects);
    }

    /// The layer, of which these blocks have changed since it was encoded.
    Layer encode(List<Integer> changed, Collection<StoredObject> objects) throws IOException {
        var codec = new BlockCodec();
        var writer = new LayerWriter(SHAPE, objects::add);
        while (entries.size() < SHAPE.blocks()) {
            entries.add(new BlockEntry.Uniform(0));
        }
        for (int block : changed) {
            BlockCodec.Encoded encoded = codec.encode(SHAPE.block(block), values(block));
            if (encoded instanceof BlockCodec.Encoded.Stored(_, StoredObject object)) {
                objects.add(object);
            }
            entries.set(block, encoded.entry());
        }
        for (int block = 0; block < SHAPE.blocks(); block++) {
            writer.put(block, entries.get(block));
        }
        return new Layer(Layer.Kind.LABELS, SHAPE, writer.end(), segments());
    }

    private byte[] values(int block) {
        BlockShape shape = SHAPE.block(block);
        var values = new byte[shape.bytes()];
        int at = 0;
        for (int k = 0; k < shape.depth(); k++) {
            byte[] slice = slices[SHAPE.front(block) + k];
            for (int j = 0; j < shape.height(); j++) {
                int from = (SHAPE.top(block) + j) * SHAPE.width() + SHAPE.left(block);
                System.arraycopy(slice, from, values, at, shape.width());
                at += shape.width();
            }
        }
        return values;
    }

    private static List<SegmentEntry> segments() {
        var segments = new ArrayList<SegmentEntry>();
        for (int value = 1; value <= STRUCTURES; value++) {
            segments.add(
                    new SegmentEntry(
                            value,
                            value,
                            "Structure " + value,
                            "structure-" + value,
                            Optional.empty(),
                            "#aabbcc",
                            "in-progress",
                            Optional.empty(),
                            Origin.HAND));
        }
        return segments;
    }

    /// Bytes of the same labels as a compressed NIfTI file.
    long niftiBytes() throws IOException {
        var counted = new Counted();
        try (var out = new GZIPOutputStream(counted, 1 << 16)) {
            out.write(new byte[352]); // the header
            for (byte[] slice : slices) {
                out.write(slice);
            }
        }
        return counted.bytes;
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) {
            bytes += length;
        }
    }

    /// A brush stroke as a journal keeps it: packed differences of 1 to 3 KB.
    Bytes stroke() {
        var bytes = new byte[1000 + random.nextInt(2000)];
        random.nextBytes(bytes);
        return Bytes.handedOver(bytes);
    }
}
