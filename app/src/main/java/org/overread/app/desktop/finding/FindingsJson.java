// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.overread.app.finding.FindingFields;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Said;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.refusal.RefusedException;
import org.overread.viewer.measure.Figure;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.ValueUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings to JSON and back. A finding that makes no sense is left out and counted.
final class FindingsJson {
    private static final int FORMAT = 2;
    private static final JsonLimits LIMITS = new JsonLimits(1 << 20, 16, 32 << 10);
    private static final JsonMapper JSON = new JsonMapper();

    private FindingsJson() {}

    /// What was understood, and how many were not.
    record Read(List<Finding> findings, int lost) {}

    static byte[] write(List<Finding> findings) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        ArrayNode all = root.putArray("findings");
        findings.forEach(finding -> write(finding, all.addObject()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void write(Finding finding, ObjectNode node) {
        node.put("volume", finding.volumeId());
        switch (finding.frame()) {
            case FrameOfReference.Named(String uid) -> node.put("frameOfReference", uid);
            case FrameOfReference.Unnamed(String owner) -> node.put("frameOf", owner);
        }
        node.put("said", CanonicalJson.write(FindingFields.write(finding)).toUtf8());
    }

    /// Throws where the whole is no JSON of ours.
    static Read read(byte[] bytes) throws JacksonException {
        JsonNode root = JSON.readTree(bytes);
        var findings = new ArrayList<Finding>();
        int lost = isKnown(root.path("format").asInt(0)) && root.path("findings").isArray() ? 0 : 1;
        for (JsonNode node : root.path("findings").values()) {
            Optional<Finding> finding = node.has("said") ? said(node) : measured(node);
            finding.ifPresent(findings::add);
            lost += finding.isPresent() ? 0 : 1;
        }
        return new Read(List.copyOf(findings), lost);
    }

    private static boolean isKnown(int format) {
        return format == 1 || format == FORMAT;
    }

    private static FrameOfReference frame(JsonNode node) {
        return node.has("frameOfReference")
                ? new FrameOfReference.Named(text(node, "frameOfReference"))
                : new FrameOfReference.Unnamed(text(node, "frameOf"));
    }

    private static Optional<Finding> said(JsonNode node) {
        try {
            return Optional.of(
                    FindingFields.read(
                            CanonicalJson.readFields(Bytes.utf8(text(node, "said")), LIMITS),
                            new FindingFields.Where(text(node, "volume"), frame(node))));
        } catch (IllegalArgumentException | RefusedException _) {
            return Optional.empty();
        }
    }

    /// A measurement as the first format had it.
    private static Optional<Finding> measured(JsonNode node) {
        try {
            return Optional.of(
                    new Finding(
                            UUID.fromString(text(node, "id")),
                            text(node, "volume"),
                            frame(node),
                            text(node, "name"),
                            new Observed.Shaped(
                                    MeasureKind.valueOf(text(node, "kind")).of(points(node)),
                                    figures(node)),
                            Said.NOTHING,
                            Instant.parse(text(node, "made"))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isString()) {
            throw new IllegalArgumentException("no " + name);
        }
        return node.path(name).asString();
    }

    private static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("no number");
        }
        return node.asDouble();
    }

    private static List<PatientPoint> points(JsonNode node) {
        var points = new ArrayList<PatientPoint>();
        for (JsonNode p : node.path("pointsMm").values()) {
            points.add(new PatientPoint(number(p.path(0)), number(p.path(1)), number(p.path(2))));
        }
        return points;
    }

    private static Figures figures(JsonNode node) {
        var all = new ArrayList<Figure>();
        for (JsonNode figure : node.path("figures").values()) {
            all.add(
                    new Figure(
                            Figure.Quantity.valueOf(text(figure, "of")),
                            number(figure.path("value")),
                            Figure.Unit.valueOf(text(figure, "in"))));
        }
        Set<Figures.Remark> remarks = EnumSet.noneOf(Figures.Remark.class);
        for (JsonNode remark : node.path("remarks").values()) {
            remarks.add(Figures.Remark.valueOf(remark.asString()));
        }
        return new Figures(all, ValueUnit.valueOf(text(node, "valueUnit")), remarks);
    }
}
