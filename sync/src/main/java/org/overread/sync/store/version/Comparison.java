// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.LayerReader;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.ObjectSource;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.overread.sync.store.object.Objects;

/// Two versions block by block. Blocks of equal content are not read, so it costs what differs; what values mean is not
/// known here.
public final class Comparison {
    private final Database database;

    public Comparison(Database database) {
        this.database = database;
    }

    /// What came of comparing.
    public sealed interface Outcome {
        /// Every differing block was visited.
        record Compared(int differingBlocks) implements Outcome {}

        /// The versions are of different grids.
        record OtherGrid() implements Outcome {}

        /// A version is not here, or was withdrawn.
        record NotHere(Digest version) implements Outcome {}
    }

    public Outcome compare(Digest before, Digest after, DifferingBlock.Visitor visitor)
            throws StoreException {
        return database.read(
                sql -> {
                    var a = VersionRows.content(sql, before);
                    var b = VersionRows.content(sql, after);
                    if (a.isEmpty() || b.isEmpty()) {
                        return new Outcome.NotHere(a.isEmpty() ? before : after);
                    }
                    return compare(sql, a.get(), b.get(), visitor);
                });
    }

    private static Outcome compare(Sql sql, Version a, Version b, DifferingBlock.Visitor visitor)
            throws StoreException {
        List<Layer> before = labels(a);
        List<Layer> after = labels(b);
        List<LayerShape> shapes =
                Stream.concat(before.stream(), after.stream()).map(Layer::shape).toList();
        if (shapes.stream().anyMatch(shape -> !sameGrid(shape, shapes.getFirst()))) {
            return new Outcome.OtherGrid();
        }
        if (shapes.isEmpty()) {
            return new Outcome.Compared(0);
        }
        ObjectSource source = digest -> Objects.find(sql, digest);
        try {
            List<Side> old = sides(before, source);
            List<Side> now = sides(after, source);
            int differing = 0;
            var codec = new BlockCodec();
            for (int block = 0; block < shapes.getFirst().blocks(); block++) {
                if (differ(old, now, block)) {
                    differing++;
                    visitor.visit(
                            new DifferingBlock(
                                    block,
                                    shapes.getFirst().block(block),
                                    values(old, block, codec),
                                    values(now, block, codec)));
                }
            }
            return new Outcome.Compared(differing);
        } catch (RefusedException e) {
            throw new StoreException(StoreFault.DAMAGED, String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("only the store was read", e);
        }
    }

    private record Side(LayerShape shape, LayerReader reader, List<BlockEntry> entries) {}

    private static List<Layer> labels(Version version) {
        return version.layers().stream().filter(l -> l.kind() == Layer.Kind.LABELS).toList();
    }

    private static boolean sameGrid(LayerShape a, LayerShape b) {
        return a.width() == b.width() && a.height() == b.height() && a.depth() == b.depth();
    }

    private static List<Side> sides(List<Layer> layers, ObjectSource source)
            throws IOException, RefusedException {
        var sides = new ArrayList<Side>();
        for (Layer layer : layers) {
            var reader = new LayerReader(layer.shape(), source);
            sides.add(new Side(layer.shape(), reader, reader.entries(layer.slabs())));
        }
        return sides;
    }

    private static boolean differ(List<Side> a, List<Side> b, int block) {
        for (int n = 0; n < Math.max(a.size(), b.size()); n++) {
            if (!content(a, n, block).equals(content(b, n, block))) {
                return true;
            }
        }
        return false;
    }

    /// What is equal where blocks are; a layer that a version lacks is 0 throughout.
    private static Object content(List<Side> sides, int layer, int block) {
        BlockEntry entry =
                layer < sides.size()
                        ? sides.get(layer).entries().get(block)
                        : new BlockEntry.Uniform(0);
        return switch (entry) {
            case BlockEntry.Uniform uniform -> uniform;
            case BlockEntry.Stored stored -> stored.content();
        };
    }

    private static List<Bytes> values(List<Side> sides, int block, BlockCodec codec)
            throws IOException, RefusedException {
        var values = new ArrayList<Bytes>();
        for (Side side : sides) {
            values.add(
                    Bytes.handedOver(
                            side.reader().values(block, side.entries().get(block), codec)));
        }
        return values;
    }
}
