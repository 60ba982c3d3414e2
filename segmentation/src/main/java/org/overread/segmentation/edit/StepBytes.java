// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;

/// A step of a history as bytes that lead forth and back; for journals. Immutable; costs the blocks that it touches,
/// compressed.
public final class StepBytes {
    private static final int FORM = 1;
    private static final int MOST_CHANGES = 1 << 20;
    private static final SpillFile NO_SPILL =
            new SpillFile(Path.of("")); // nothing is ever moved to it

    private final EditOrigin origin;
    private final byte[] bytes;

    private StepBytes(EditOrigin origin, byte[] bytes) {
        this.origin = origin;
        this.bytes = bytes;
    }

    public static StepBytes of(Edit edit) {
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            data.writeByte(FORM);
            data.writeInt(edit.changes().size());
            for (Change change : edit.changes()) {
                write(change, data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return new StepBytes(edit.origin(), out.toByteArray());
    }

    /// Takes bytes that [#toArray()] gave.
    public static StepBytes read(EditOrigin origin, byte[] bytes) throws DamagedStepException {
        var read = new StepBytes(origin, bytes.clone());
        read.step(); // refuses what is damaged
        return read;
    }

    public EditOrigin origin() {
        return origin;
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    /// The state after the step, from the one before.
    public Segments forth(Segments before) throws IOException {
        return step().redo(before, NO_SPILL);
    }

    /// The state before the step, from the one after.
    public Segments back(Segments after) throws IOException {
        return step().undo(after, NO_SPILL);
    }

    /// The list of segments without their voxels: order, numbers and words; equal lists have equal bytes.
    public static byte[] words(Segments segments) {
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            for (Segment segment : segments.list()) {
                data.writeInt(segment.id().number());
                TraitsBytes.write(segment.traits(), data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Change change, DataOutputStream out) throws IOException {
        switch (change) {
            case Change.Voxels(SegmentId id, var blocks) -> {
                byte[] delta = VoxelDelta.pack(blocks);
                out.writeByte(0);
                out.writeInt(id.number());
                out.writeInt(delta.length);
                out.write(delta);
            }
            case Change.Traits(SegmentId id, var before, var after) -> {
                out.writeByte(1);
                out.writeInt(id.number());
                TraitsBytes.write(before, out);
                TraitsBytes.write(after, out);
            }
            case Change.Added(int place, SegmentId id, var traits) -> {
                out.writeByte(2);
                out.writeInt(place);
                out.writeInt(id.number());
                TraitsBytes.write(traits, out);
            }
            case Change.Removed(int place, SegmentId id, var traits) -> {
                out.writeByte(3);
                out.writeInt(place);
                out.writeInt(id.number());
                TraitsBytes.write(traits, out);
            }
            case Change.Reordered(List<SegmentId> before, List<SegmentId> after) -> {
                out.writeByte(4);
                write(before, out);
                write(after, out);
            }
        }
    }

    private static void write(List<SegmentId> ids, DataOutputStream out) throws IOException {
        out.writeInt(ids.size());
        for (SegmentId id : ids) {
            out.writeInt(id.number());
        }
    }

    /// As a history keeps it.
    Step step() throws DamagedStepException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new DamagedStepException("form " + form);
            }
            int count = count(in, MOST_CHANGES);
            var parts = new ArrayList<Step.Part>();
            for (int n = 0; n < count; n++) {
                parts.add(part(in));
            }
            if (in.available() > 0) {
                throw new DamagedStepException(in.available() + " bytes too many");
            }
            return new Step(origin, List.copyOf(parts));
        } catch (DamagedStepException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new DamagedStepException("cut short or garbled", e);
        }
    }

    private static Step.Part part(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 0 -> {
                var id = new SegmentId(in.readInt());
                var delta = new byte[count(in, in.available())];
                in.readFully(delta);
                yield new Step.Part.Packed(id, new StoredBytes(delta));
            }
            case 1 ->
                    words(
                            new Change.Traits(
                                    new SegmentId(in.readInt()),
                                    TraitsBytes.read(in),
                                    TraitsBytes.read(in)));
            case 2 ->
                    words(
                            new Change.Added(
                                    in.readInt(),
                                    new SegmentId(in.readInt()),
                                    TraitsBytes.read(in)));
            case 3 ->
                    words(
                            new Change.Removed(
                                    in.readInt(),
                                    new SegmentId(in.readInt()),
                                    TraitsBytes.read(in)));
            case 4 -> words(new Change.Reordered(ids(in), ids(in)));
            default -> throw new DamagedStepException("change " + kind);
        };
    }

    private static Step.Part words(Change change) {
        return new Step.Part.Words(change);
    }

    private static List<SegmentId> ids(DataInputStream in) throws IOException {
        int count = count(in, MOST_CHANGES);
        var ids = new ArrayList<SegmentId>();
        for (int n = 0; n < count; n++) {
            ids.add(new SegmentId(in.readInt()));
        }
        return ids;
    }

    private static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new DamagedStepException(count + " of something");
        }
        return count;
    }
}
