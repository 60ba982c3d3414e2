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
import org.overread.segmentation.finding.Finding;
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
    private static final int FORMAT = 1;
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
        node.put("id", finding.id().toString());
        node.put("volume", finding.volumeId());
        switch (finding.frame()) {
            case FrameOfReference.Named(String uid) -> node.put("frameOfReference", uid);
            case FrameOfReference.Unnamed(String owner) -> node.put("frameOf", owner);
        }
        node.put("name", finding.name());
        node.put("made", finding.made().toString());
        node.put("kind", finding.measure().kind().name());
        ArrayNode points = node.putArray("pointsMm");
        for (PatientPoint p : finding.measure().points()) {
            points.addArray().add(p.x()).add(p.y()).add(p.z());
        }
        Figures figures = finding.figures();
        node.put("valueUnit", figures.valueUnit().name());
        ArrayNode all = node.putArray("figures");
        for (Figure figure : figures.all()) {
            all.addObject()
                    .put("of", figure.quantity().name())
                    .put("value", figure.value())
                    .put("in", figure.unit().name());
        }
        ArrayNode remarks = node.putArray("remarks");
        figures.remarks().stream().sorted().forEach(remark -> remarks.add(remark.name()));
    }

    /// Throws where the whole is no JSON of ours.
    static Read read(byte[] bytes) throws JacksonException {
        JsonNode root = JSON.readTree(bytes);
        var findings = new ArrayList<Finding>();
        int lost =
                root.path("format").asInt(0) == FORMAT && root.path("findings").isArray() ? 0 : 1;
        for (JsonNode node : root.path("findings").values()) {
            Optional<Finding> finding = finding(node);
            finding.ifPresent(findings::add);
            lost += finding.isPresent() ? 0 : 1;
        }
        return new Read(List.copyOf(findings), lost);
    }

    private static Optional<Finding> finding(JsonNode node) {
        try {
            return Optional.of(
                    new Finding(
                            UUID.fromString(text(node, "id")),
                            text(node, "volume"),
                            node.has("frameOfReference")
                                    ? new FrameOfReference.Named(text(node, "frameOfReference"))
                                    : new FrameOfReference.Unnamed(text(node, "frameOf")),
                            text(node, "name"),
                            MeasureKind.valueOf(text(node, "kind")).of(points(node)),
                            figures(node),
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
