// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.volumes;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.overread.app.inspect.Inspection;
import org.overread.app.inspect.Inspection.InspectedVolume;
import org.overread.app.inspect.Inspection.Skipped;

/// What an inspection found, in words for people.
final class InspectText {
    private static final int NAMED_FILES = 3;

    private InspectText() {}

    static String table(Inspection found) {
        var text = new StringBuilder();
        found.volumes().forEach(volume -> text.append(volume(volume)));
        byReason(found.skipped()).forEach((reason, files) -> text.append(skipped(reason, files)));
        return text.toString();
    }

    private static String volume(InspectedVolume volume) {
        var size = volume.size();
        var spacing = volume.spacing();
        var values = volume.values();
        return String.format(
                Locale.ROOT,
                """
                %s%s  (%s, %,d %s)
                  size     %d x %d x %d
                  spacing  %.4f x %.4f x %.4f mm
                  axes     %s
                  origin   %s mm
                  geometry %s, worst corner %.4f mm
                  values   %s %s to %s%s, mean %s
                  sha256   %s
                  id       %s
                %s
                """,
                volume.modality().isEmpty() ? "" : volume.modality() + "  ",
                volume.description(),
                volume.format(),
                volume.files(),
                volume.files() == 1 ? "file" : "files",
                size.get(0),
                size.get(1),
                size.get(2),
                spacing.get(0),
                spacing.get(1),
                spacing.get(2),
                volume.direction().stream()
                        .map(InspectText::triple)
                        .collect(Collectors.joining(" ")),
                triple(volume.origin()),
                volume.geometry().verdict(),
                volume.geometry().worstCornerErrorMm(),
                values.type(),
                number(values.min()),
                number(values.max()),
                switch (values.unit()) {
                    case "" -> "";
                    case "arbitrary" -> " in arbitrary units";
                    default -> " " + values.unit();
                },
                number(values.mean()),
                volume.sha256(),
                volume.id(),
                volume.remarks().stream()
                        .flatMap(List::stream)
                        .map(remark -> "  note     " + remark + "\n")
                        .collect(Collectors.joining()));
    }

    private static String skipped(String reason, List<Skipped> files) {
        String names =
                files.stream()
                        .limit(NAMED_FILES)
                        .map(file -> "  " + file.path() + "\n")
                        .collect(Collectors.joining());
        int more = files.size() - NAMED_FILES;
        return "Skipped, %s: %s\n%s%s"
                .formatted(
                        files(files.size()),
                        reason,
                        names,
                        more > 0 ? "  and %,d more\n".formatted(more) : "");
    }

    /// One sentence for people who looked where nothing is.
    static String nothingFound(List<Path> paths, List<Skipped> skipped) {
        String where = paths.stream().map(Path::toString).collect(Collectors.joining(", "));
        if (skipped.isEmpty()) {
            return "There is no file in " + where + ".";
        }
        if (skipped.size() == 1) {
            return skipped.getFirst().path() + ": " + skipped.getFirst().reason();
        }
        var reasons = byReason(skipped);
        var most = reasons.entrySet().iterator().next();
        return "No image was found in %s (%s): %s%s"
                .formatted(
                        where,
                        files(skipped.size()),
                        reasons.size() == 1 ? "" : "of " + files(most.getValue().size()) + ": ",
                        most.getKey());
    }

    /// The reason of most files first.
    private static Map<String, List<Skipped>> byReason(List<Skipped> skipped) {
        return skipped.stream()
                .collect(
                        Collectors.groupingBy(
                                Skipped::reason, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : String.format(Locale.ROOT, "%,d files", count);
    }

    private static String triple(List<Double> values) {
        return values.stream().map(InspectText::number).collect(Collectors.joining(" ", "(", ")"));
    }

    /// Whole numbers without a point, others with at most four digits behind it.
    private static String number(double value) {
        double rounded = Math.rint(value * 1e4) / 1e4 + 0.0; // no minus zero
        return rounded == Math.rint(rounded)
                ? String.format(Locale.ROOT, "%.0f", rounded)
                : Double.toString(rounded);
    }
}
