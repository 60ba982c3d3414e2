// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.util.Locale;
import java.util.Optional;
import org.overread.segmentation.label.Code;
import org.overread.segmentation.label.Confidence;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Lock;
import org.overread.segmentation.label.Provenance;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Status;
import org.overread.segmentation.label.Visibility;
import org.overread.segmentation.mask.Mask;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.SegmentEntry;

/// Segments as versions state them, and back. Locks and eyes are the reader's own and are not stated.
final class SegmentEntries {
    private static final int CONFIDENCE_STEP = 51; // 255 / 5
    private static final String DOUBT = "doubt-of-";
    private static final String UNCERTAIN = "uncertain";

    private SegmentEntries() {}

    static SegmentEntry of(Segment segment) {
        SegmentTraits traits = segment.traits();
        LabelColor color = traits.color();
        return new SegmentEntry(
                1,
                segment.id().number(),
                shortened(traits.name(), 128),
                switch (traits.role()) {
                    case SegmentRole.Doubt(SegmentId of) -> DOUBT + of.number();
                    case SegmentRole.Label _, SegmentRole.Proposal _, SegmentRole.Proposed _ ->
                            shortened(traits.structure(), 64);
                },
                traits.code()
                        .map(
                                code ->
                                        new SegmentEntry.Term(
                                                code.scheme(),
                                                code.value(),
                                                shortened(code.meaning(), 128))),
                "#%02x%02x%02x".formatted(color.red(), color.green(), color.blue()),
                traits.role() instanceof SegmentRole.Doubt ? UNCERTAIN : word(traits.status()),
                traits.confidence().map(SegmentEntries::level),
                origin(traits.provenance()));
    }

    static Segment segment(SegmentEntry said, Mask mask) {
        Optional<SegmentId> doubtOf =
                said.status().equals(UNCERTAIN)
                                && said.structure().matches(DOUBT + "[1-9][0-9]{0,8}")
                        ? Optional.of(
                                new SegmentId(
                                        Integer.parseInt(
                                                said.structure().substring(DOUBT.length()))))
                        : Optional.empty();
        int rgb = Integer.parseInt(said.color().substring(1), 16);
        return new Segment(
                new SegmentId(said.number()),
                new SegmentTraits(
                        said.name(),
                        said.structure(),
                        said.code()
                                .map(term -> new Code(term.scheme(), term.value(), term.meaning())),
                        new LabelColor(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF),
                        said.confidence().map(SegmentEntries::confidence),
                        status(said.status()),
                        Lock.OPEN,
                        Visibility.SHOWN,
                        doubtOf.<SegmentRole>map(SegmentRole.Doubt::new).orElse(SegmentRole.LABEL),
                        provenance(said.origin())),
                mask);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Status status(String word) {
        for (Status status : Status.values()) {
            if (word(status).equals(word)) {
                return status;
            }
        }
        return Status.IN_PROGRESS; // a word of another program
    }

    private static int level(Confidence confidence) {
        return switch (confidence) {
            case Confidence.Rated(int level) -> CONFIDENCE_STEP * level;
            case Confidence.NotAssessable _ -> 0;
        };
    }

    private static Confidence confidence(int level) {
        return level == 0
                ? new Confidence.NotAssessable()
                : new Confidence.Rated(
                        Math.clamp(Math.round((double) level / CONFIDENCE_STEP), 1, 5));
    }

    private static Origin origin(Provenance provenance) {
        return new Origin(
                switch (provenance.source()) {
                    case HAND -> Origin.Kind.HAND;
                    case TOOL -> Origin.Kind.TOOL;
                    case MODEL -> Origin.Kind.MODEL;
                    case IMPORT -> Origin.Kind.IMPORT;
                },
                said(provenance.name()),
                said(provenance.version()),
                Digest.ofHex(provenance.digest()));
    }

    private static Optional<String> said(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(shortened(text, 64));
    }

    private static Provenance provenance(Origin origin) {
        return new Provenance(
                switch (origin.kind()) {
                    case HAND -> Provenance.Source.HAND;
                    case TOOL -> Provenance.Source.TOOL;
                    case MODEL -> Provenance.Source.MODEL;
                    case IMPORT -> Provenance.Source.IMPORT;
                },
                origin.name().orElse(""),
                origin.version().orElse(""),
                origin.digest().map(Digest::hex).orElse(""),
                Optional.empty());
    }
}
