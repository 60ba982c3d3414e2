// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.BlockShape;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.LayerWriter;
import org.overread.sync.bundle.object.ObjectSource;
import org.overread.sync.bundle.object.ObjectsInMemory;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.refusal.RefusedException;

/// Writes a bundle with as many blocks as asked for, of 4 KiB of noise each, and verifies one; for a JVM of its own with
/// little memory. With 507,904 blocks the file has 2 GiB.
public final class LargeBundle {
    private static final int BLOCKS_A_LAYER = 4096;
    private static final int LAYERS_A_VERSION = 41;

    private LargeBundle() {}

    public static void main(String[] args) throws IOException, RefusedException {
        Path file = Path.of(args[0]);
        if (args.length > 1) {
            write(file, Integer.parseInt(args[1]));
            return;
        }
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Verdict verdict =
                    BundleVerifier.verify(
                            in,
                            new World().root(),
                            Expectations.none(World.NOW),
                            BundleContents.NONE);
            if (!(verdict instanceof Verdict.Accepted accepted)) {
                throw new IllegalStateException(verdict.toString());
            }
            if (accepted.bytes() != Files.size(file)) {
                throw new IllegalStateException("bytes " + accepted.bytes());
            }
        }
    }

    /// Blocks are made again when they are written, so that they need not be kept.
    static void write(Path file, int blocks) throws IOException, RefusedException {
        var world = new World();
        world.certify(world.ada, "Ada", Role.READER);
        Map<Digest, Integer> made = new HashMap<>();
        var tables = new ObjectsInMemory();
        var codec = new BlockCodec();
        var layers = new ArrayList<Layer>();
        for (int number = 0; number < blocks / BLOCKS_A_LAYER; number++) {
            var shape = new LayerShape(4096, 4096, 1, ValueType.U8);
            int first = number * BLOCKS_A_LAYER;
            int[] seed = {0};
            var writer =
                    new LayerWriter(
                            shape,
                            object -> {
                                if (object.bytes().at(4) == 1) {
                                    made.put(object.digest(), seed[0]);
                                } else {
                                    tables.put(object);
                                }
                            });
            for (int block = 0; block < BLOCKS_A_LAYER; block++) {
                seed[0] = first + block;
                writer.put(block, noise(seed[0]), codec);
            }
            layers.add(new Layer(Layer.Kind.CONFIDENCE, shape, writer.end(), List.of()));
        }
        for (int from = 0; from < layers.size(); from += LAYERS_A_VERSION) {
            int to = Math.min(layers.size(), from + LAYERS_A_VERSION);
            world.state(world.ada, Samples.version(List.of(), layers.subList(from, to)));
        }
        ObjectSource source =
                digest -> {
                    Integer seed = made.get(digest);
                    return seed == null ? tables.find(digest) : block(codec, noise(seed));
                };
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            world.writer().write(out, source);
        }
    }

    private static Optional<StoredObject> block(BlockCodec codec, byte[] values) {
        var shape = new BlockShape(64, 64, 1, ValueType.U8);
        return codec.encode(shape, values) instanceof BlockCodec.Encoded.Stored(_, var object)
                ? Optional.of(object)
                : Optional.empty();
    }

    private static byte[] noise(int seed) {
        byte[] values = new byte[64 * 64];
        new Random(seed).nextBytes(values);
        return values;
    }
}
