// SPDX-License-Identifier: Apache-2.0
package org.overread.app.finding;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Said;
import org.overread.segmentation.finding.Target;
import org.overread.segmentation.label.Confidence;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;
import org.overread.viewer.measure.Figure;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.ValueUnit;

/// Findings as the fields of canonical JSON and back, to the last digit. They say nothing of the volume: what holds them
/// knows that.
public final class FindingFields {
    private static final String CLASSIFICATION = "classification";
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VALUE = 2000;
    private static final int MOST = 256;

    private FindingFields() {}

    /// The volume that findings lie on.
    public record Where(String volumeId, FrameOfReference frame) {}

    public static JsonValue.Fields write(Finding finding) {
        return writer(finding).end();
    }

    static FieldWriter writer(Finding finding) {
        var out = new FieldWriter();
        out.text("id", finding.id().toString());
        out.text("name", finding.name());
        out.text("made", finding.made().toString());
        switch (finding.observed()) {
            case Observed.Shaped(var shape, Figures figures) -> {
                ShapeFields.write(shape, out);
                write(figures, out);
            }
            case Observed.Classified(Target of) -> {
                out.text("kind", CLASSIFICATION);
                out.put("of", write(of));
            }
        }
        Said said = finding.said();
        out.optionalText("term", said.term());
        out.items(
                "attributes",
                new TreeMap<>(said.attributes())
                        .entrySet().stream()
                                .map(
                                        one ->
                                                new FieldWriter()
                                                        .text("name", one.getKey())
                                                        .text("value", one.getValue())
                                                        .end())
                                .toList());
        said.confidence().ifPresent(confidence -> out.whole("confidence", level(confidence)));
        return out;
    }

    /// 1 to 5; 0: not assessable.
    public static int level(Confidence confidence) {
        return switch (confidence) {
            case Confidence.Rated(int level) -> level;
            case Confidence.NotAssessable _ -> 0;
        };
    }

    /// What a level says.
    public static Confidence confidence(int level) {
        return level == 0 ? new Confidence.NotAssessable() : new Confidence.Rated(level);
    }

    private static JsonValue.Fields write(Target target) {
        return switch (target) {
            case Target.OfCase _ -> new FieldWriter().text("what", "case").end();
            case Target.OfSeries _ -> new FieldWriter().text("what", "series").end();
            case Target.OfStructure(String structure) ->
                    new FieldWriter().text("what", "structure").text("id", structure).end();
            case Target.OfFinding(UUID finding) ->
                    new FieldWriter().text("what", "finding").text("id", finding.toString()).end();
        };
    }

    private static void write(Figures figures, FieldWriter out) {
        out.text("valueUnit", ShapeFields.word(figures.valueUnit()));
        out.items(
                "figures",
                figures.all().stream()
                        .map(
                                figure ->
                                        new FieldWriter()
                                                .text("of", ShapeFields.word(figure.quantity()))
                                                .text("value", Double.toString(figure.value()))
                                                .text("in", ShapeFields.word(figure.unit()))
                                                .end())
                        .toList());
        out.texts("remarks", figures.remarks().stream().sorted().map(ShapeFields::word).toList());
    }

    /// Throws where the fields make no finding.
    public static Finding read(JsonValue.Fields fields, Where where) throws RefusedException {
        var in = new FieldReader(fields);
        Finding finding = read(in, where);
        in.end();
        return finding;
    }

    static Finding read(FieldReader in, Where where) throws RefusedException {
        try {
            String kind = in.text("kind", LONGEST_NAME);
            Observed observed =
                    kind.equals(CLASSIFICATION)
                            ? new Observed.Classified(in.of("of", FindingFields::target))
                            : new Observed.Shaped(
                                    ShapeFields.read(
                                            ShapeFields.constant(MeasureKind.class, kind), in),
                                    figures(in));
            return new Finding(
                    UUID.fromString(in.text("id", LONGEST_NAME)),
                    where.volumeId(),
                    where.frame(),
                    in.text("name", LONGEST_NAME),
                    observed,
                    said(in),
                    Instant.parse(in.text("made", LONGEST_NAME)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RefusedException(
                    StatementFault.FIELD_TEXT,
                    Optional.ofNullable(e.getMessage()).orElse("no finding"));
        }
    }

    private static Target target(FieldReader in) throws RefusedException {
        String what = in.text("what", LONGEST_NAME);
        return switch (what) {
            case "case" -> new Target.OfCase();
            case "series" -> new Target.OfSeries();
            case "structure" -> new Target.OfStructure(in.text("id", LONGEST_NAME));
            case "finding" -> new Target.OfFinding(UUID.fromString(in.text("id", LONGEST_NAME)));
            default -> throw new IllegalArgumentException("classified is " + what);
        };
    }

    private static Said said(FieldReader in) throws RefusedException {
        Map<String, String> attributes = new HashMap<>();
        for (var one :
                in.listOf(
                        "attributes",
                        0,
                        MOST,
                        field ->
                                Map.entry(
                                        field.text("name", LONGEST_NAME),
                                        field.text("value", LONGEST_VALUE)))) {
            attributes.put(one.getKey(), one.getValue());
        }
        return new Said(
                in.optionalText("term", LONGEST_NAME),
                attributes,
                in.has("confidence")
                        ? Optional.of(confidence(in.small("confidence", 0, 5)))
                        : Optional.empty());
    }

    private static Figures figures(FieldReader in) throws RefusedException {
        var all = new ArrayList<Figure>();
        all.addAll(
                in.listOf(
                        "figures",
                        0,
                        MOST,
                        one ->
                                new Figure(
                                        ShapeFields.constant(
                                                Figure.Quantity.class, one.text("of", MOST)),
                                        ShapeFields.number(one.text("value", MOST)),
                                        ShapeFields.constant(
                                                Figure.Unit.class, one.text("in", MOST)))));
        var remarks = EnumSet.noneOf(Figures.Remark.class);
        List<String> words = in.texts("remarks", 0, MOST);
        words.forEach(word -> remarks.add(ShapeFields.constant(Figures.Remark.class, word)));
        return new Figures(
                all,
                ShapeFields.constant(ValueUnit.class, in.text("valueUnit", LONGEST_NAME)),
                remarks);
    }

    /// A text that a statement takes: without characters that are not seen, and no longer than that.
    public static String plain(String text) {
        String seen =
                text.codePoints()
                        .filter(
                                c ->
                                        !Character.isISOControl(c)
                                                && Character.getType(c) != Character.FORMAT
                                                && Character.getType(c) != Character.SURROGATE)
                        .limit(LONGEST_NAME / 2)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return seen.strip();
    }
}
