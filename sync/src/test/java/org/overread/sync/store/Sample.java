// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.LayerWriter;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.ImageBinding;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.Reference;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.bundle.statement.Software;
import org.overread.sync.bundle.statement.StatedTime;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.audit.Actor;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.journal.Stroke;
import org.overread.sync.store.project.SeenVolume;
import org.overread.sync.store.project.Tasks;

/// Readings as tests want them: labels of 12 blocks in which value 1 is a ball-like heap whose edge follows a seed.
public final class Sample {
    public static final LayerShape SHAPE = new LayerShape(170, 100, 100, ValueType.U8);
    public static final String READING = "reading-1";
    public static final ImageBinding IMAGE = new ImageBinding(digest("voxels"), digest("geometry"));
    private static final Instant BEGINNING = Instant.parse("2026-03-29T00:59:59.250Z");

    private Sample() {}

    public static Digest digest(String text) {
        return Bytes.utf8(text).digest();
    }

    /// Berlin, in the second before summer time.
    public static Session session() {
        return session(Clock.fixed(BEGINNING, ZoneId.of("Europe/Berlin")));
    }

    public static Session session(Clock clock) {
        return new Session(new Actor("r01", "ws-3", "overread 0.1.0"), clock);
    }

    public static Workspace open(Path file) {
        return switch (Workspace.open(file, session())) {
            case WorkspaceOpening.Open(Workspace workspace) -> workspace;
            case WorkspaceOpening.ReadOnly(_, String owner) -> throw new AssertionError(owner);
            case WorkspaceOpening.Damaged(var findings) -> throw new AssertionError(findings);
            case WorkspaceOpening.Refused(_, String sentence) -> throw new AssertionError(sentence);
        };
    }

    /// A workspace with a project, a volume, a task and a reading.
    public static Workspace begun(Path file) throws IOException {
        Workspace workspace = open(file);
        begin(workspace, READING);
        return workspace;
    }

    public static void begin(Workspace workspace, String reading) throws IOException {
        workspace.projects().open("liver", "Liver study");
        Digest volume =
                workspace
                        .volumes()
                        .saw(
                                new SeenVolume(
                                        IMAGE, "1.2.3", "1.2.3.4", "CT", "even", List.of("/ct/1")));
        workspace.tasks().add(Tasks.selfAssigned("task-" + reading, "liver", volume, "r01"));
        workspace.readings().open("task-" + reading, reading);
    }

    public static Stroke stroke(int number, Bytes voxels) {
        return new Stroke(
                "Brush on Liver",
                "brush",
                "radius 3",
                voxels,
                digest("state " + (number - 1)),
                digest("state " + number),
                Duration.ofMillis(400));
    }

    public static Stroke stroke(int number) {
        return stroke(number, Bytes.utf8("changed voxels of stroke " + number));
    }

    /// A version's labels and the objects they are made of.
    public record Made(List<Layer> layers, Collection<StoredObject> objects) {}

    /// Labels in which each block depends on one of the seeds only.
    public static Made labels(int... seeds) {
        return labels(SHAPE, seeds);
    }

    public static Made labels(LayerShape shape, int... seeds) {
        var objects = new ArrayList<StoredObject>();
        var writer = new LayerWriter(shape, objects::add);
        var codec = new BlockCodec();
        try {
            for (int block = 0; block < shape.blocks(); block++) {
                writer.put(block, values(shape, block, seeds[block % seeds.length]), codec);
            }
            return new Made(
                    List.of(new Layer(Layer.Kind.LABELS, shape, writer.end(), List.of(segment()))),
                    objects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The values of a block.
    public static byte[] values(LayerShape layer, int block, int seed) {
        var shape = layer.block(block);
        var values = new byte[shape.bytes()];
        for (int n = 0; n < values.length; n++) {
            int i = n % shape.width();
            int j = n / shape.width() % shape.height();
            int k = n / shape.width() / shape.height();
            int edge = 20 + (seed * 31 + j * 7 + k * 3 + block) % 13;
            values[n] = (byte) (i < edge && j > 3 && k > 2 ? 1 : 0);
        }
        return values;
    }

    public static SegmentEntry segment() {
        return new SegmentEntry(
                1,
                1,
                "Liver",
                "liver",
                Optional.of(new SegmentEntry.Term("SCT", "10200004", "Liver")),
                "#aa5533",
                "in-progress",
                Optional.empty(),
                Origin.HAND);
    }

    public static Version content(String reading, List<Layer> layers, List<Digest> parents) {
        return new Version(
                reading,
                Optional.of("task-" + reading),
                IMAGE,
                layers,
                parents,
                new Reference("guide", "2", digest("guideline")),
                new Reference("organs", "1", digest("ontology")),
                75);
    }

    public static Statement statement(Version content, String salt) {
        return new Statement(
                new Heading(
                        "clinic",
                        Optional.of("liver"),
                        Optional.empty(),
                        digest("key of r01"),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        new StatedTime(
                                OffsetDateTime.ofInstant(BEGINNING, ZoneOffset.ofHours(1)),
                                "Europe/Berlin",
                                7),
                        new Software("overread", "0.1.0", digest("build")),
                        Optional.of("first look"),
                        digest(salt).bytes(),
                        Optional.empty()),
                content);
    }

    public static Statement statement(Made made, String salt, Digest... parents) {
        return statement(content(READING, made.layers(), List.of(parents)), salt);
    }

    public static Statement statement(Made made, Digest... parents) {
        return statement(made, "salt", parents);
    }
}
