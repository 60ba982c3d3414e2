// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.overread.segmentation.label.Code;
import org.overread.segmentation.label.Confidence;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Lock;
import org.overread.segmentation.label.Provenance;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Status;
import org.overread.segmentation.label.Visibility;

/// What is said of a segment, as bytes and back.
final class TraitsBytes {
    private static final int NOT_RATED = -1;

    private TraitsBytes() {}

    static void write(SegmentTraits traits, DataOutputStream out) throws IOException {
        out.writeUTF(traits.name());
        out.writeUTF(traits.structure());
        out.writeBoolean(traits.code().isPresent());
        if (traits.code().isPresent()) {
            Code code = traits.code().get();
            out.writeUTF(code.scheme());
            out.writeUTF(code.value());
            out.writeUTF(code.meaning());
        }
        LabelColor color = traits.color();
        out.writeByte(color.red());
        out.writeByte(color.green());
        out.writeByte(color.blue());
        out.writeByte(traits.confidence().map(TraitsBytes::level).orElse(NOT_RATED));
        out.writeUTF(traits.status().name());
        out.writeUTF(traits.lock().name());
        out.writeUTF(traits.visibility().name());
        switch (traits.role()) {
            case SegmentRole.Label _ -> out.writeByte(0);
            case SegmentRole.Proposal _ -> out.writeByte(1);
            case SegmentRole.Doubt(SegmentId of) -> {
                out.writeByte(2);
                out.writeInt(of.number());
            }
            case SegmentRole.Proposed(SegmentId by) -> {
                out.writeByte(3);
                out.writeInt(by.number());
            }
        }
        Provenance origin = traits.provenance();
        out.writeUTF(origin.source().name());
        out.writeUTF(origin.name());
        out.writeUTF(origin.version());
        out.writeUTF(origin.digest());
        out.writeDouble(origin.dice().orElse(-1.0));
    }

    private static int level(Confidence confidence) {
        return switch (confidence) {
            case Confidence.Rated(int level) -> level;
            case Confidence.NotAssessable _ -> 0;
        };
    }

    static SegmentTraits read(DataInputStream in) throws IOException {
        String name = in.readUTF();
        String structure = in.readUTF();
        Optional<Code> code =
                in.readBoolean()
                        ? Optional.of(new Code(in.readUTF(), in.readUTF(), in.readUTF()))
                        : Optional.empty();
        var color =
                new LabelColor(in.readUnsignedByte(), in.readUnsignedByte(), in.readUnsignedByte());
        return new SegmentTraits(
                name,
                structure,
                code,
                color,
                confidence(in.readByte()),
                Status.valueOf(in.readUTF()),
                Lock.valueOf(in.readUTF()),
                Visibility.valueOf(in.readUTF()),
                role(in),
                provenance(in));
    }

    private static Optional<Confidence> confidence(int level) {
        return switch (level) {
            case NOT_RATED -> Optional.empty();
            case 0 -> Optional.of(new Confidence.NotAssessable());
            default -> Optional.of(new Confidence.Rated(level));
        };
    }

    private static SegmentRole role(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 0 -> SegmentRole.LABEL;
            case 1 -> SegmentRole.PROPOSAL;
            case 2 -> new SegmentRole.Doubt(new SegmentId(in.readInt()));
            case 3 -> new SegmentRole.Proposed(new SegmentId(in.readInt()));
            default -> throw new DamagedStepException("role " + kind);
        };
    }

    private static Provenance provenance(DataInputStream in) throws IOException {
        Provenance.Source source = Provenance.Source.valueOf(in.readUTF());
        String name = in.readUTF();
        String version = in.readUTF();
        String digest = in.readUTF();
        double dice = in.readDouble();
        return new Provenance(
                source, name, version, digest, dice < 0 ? Optional.empty() : Optional.of(dice));
    }
}
