// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.SlabEntry;
import org.overread.sync.bundle.object.ValueType;

/// Statements of every kind, made up.
public final class Samples {
    private Samples() {}

    /// A digest that stands for something.
    public static Digest digest(String of) {
        return Bytes.utf8(of).digest();
    }

    public static Heading heading(Digest author) {
        return heading(author, 1, Optional.empty());
    }

    public static Heading heading(Digest author, long sequence, Optional<Digest> previous) {
        return new Heading(
                "north-trial",
                Optional.of("liver"),
                Optional.of("00112233445566778899aabbccddeeff"),
                author,
                sequence,
                previous,
                Optional.empty(),
                new StatedTime(
                        OffsetDateTime.parse("2026-11-21T15:20:31+01:00"), "Europe/Berlin", 7),
                new Software("Overread", "0.1.0", digest("build")),
                Optional.empty(),
                digest("salt" + sequence).bytes(),
                Optional.empty());
    }

    public static Version version(List<Digest> parents) {
        return version(parents, List.of(layer()));
    }

    public static Version version(List<Digest> parents, List<Layer> layers) {
        return new Version(
                "r-1",
                Optional.of("t-1"),
                new ImageBinding(digest("voxels"), digest("geometry")),
                layers,
                parents,
                new Reference("liver", "3", digest("guideline")),
                new Reference("abdomen", "1.2", digest("ontology")),
                1234);
    }

    static Layer layer() {
        return new Layer(
                Layer.Kind.LABELS,
                new LayerShape(512, 512, 65, ValueType.U8),
                List.of(new SlabEntry.Listed(digest("table")), new SlabEntry.Uniform(0)),
                List.of(segment(1, "Liver"), segment(2, "Milz, \"groß\"")));
    }

    public static SegmentEntry segment(int value, String name) {
        return new SegmentEntry(
                value,
                value + 10,
                name,
                "organ",
                Optional.of(new SegmentEntry.Term("SCT", "10200004", "Liver")),
                "#a0522d",
                "completed",
                Optional.of(204),
                new Origin(
                        Origin.Kind.MODEL,
                        Optional.of("seg-net"),
                        Optional.of("2"),
                        Optional.of(digest("model"))));
    }

    /// One of each kind.
    public static Content content(Kind kind) {
        return switch (kind) {
            case VERSION -> version(List.of(digest("p2"), digest("p1")));
            case SUBMIT -> new Decision.Submit(digest("v"));
            case REVIEW -> new Decision.Review(digest("v"), Decision.Verdict.RETURNED);
            case ADJUDICATE ->
                    new Decision.Adjudicate(List.of(digest("v1"), digest("v2")), digest("v3"));
            case RELEASE -> new Decision.Release("set-1", List.of(digest("v1"), digest("v2")));
            case WITHDRAW -> new Decision.Withdraw(digest("s"));
            case UNBLIND ->
                    new Decision.Unblind(
                            List.of(digest("v1"), digest("v2")), Decision.Moment.EARLY);
            case KEY_CERTIFICATE ->
                    new KeyContent.Certificate(
                            Bytes.utf8("a key"),
                            "Dr. Ada Example",
                            "North",
                            List.of(Role.REVIEWER, Role.READER),
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Instant.parse("2027-01-01T00:00:00Z"));
            case KEY_ROTATION ->
                    new KeyContent.Rotation(
                            digest("k1"), digest("k2"), Instant.parse("2026-12-31T00:00:00Z"));
            case KEY_REVOCATION ->
                    new KeyContent.Revocation(
                            digest("k1"), KeyContent.Cause.LOST, Optional.of(12L));
            case GUIDELINE_RELEASE ->
                    new RuleContent.GuidelineRelease(
                            new Reference("liver", "4", digest("g4")),
                            Optional.of(digest("g3")),
                            Optional.empty());
            case POLICY ->
                    new RuleContent.Policy(
                            1,
                            List.of(
                                    new RuleContent.Rule(Kind.REVIEW, List.of(Role.REVIEWER), 1),
                                    new RuleContent.Rule(
                                            Kind.RELEASE, List.of(Role.DATA_LEAD), 2)));
        };
    }
}
