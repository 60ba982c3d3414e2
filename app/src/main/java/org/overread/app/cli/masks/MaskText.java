// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.app.segment.MaskFigures;

/// What `mask` says to people.
final class MaskText {
    private MaskText() {}

    static String report(MaskReport report) {
        Optional<String> parts =
                report.components()
                        .map(n -> n == 1 ? "1 part" : String.format(Locale.ROOT, "%,d parts", n));
        Optional<String> distances =
                report.leastMm()
                        .map(
                                mm ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.3f to %.3f mm",
                                                mm,
                                                report.mostMm().orElse(mm)));
        Optional<String> triangles =
                report.triangles().map(n -> String.format(Locale.ROOT, "%,d triangles", n));
        String figures =
                parts.or(() -> distances)
                        .or(() -> triangles)
                        .orElseGet(
                                () ->
                                        String.format(
                                                Locale.ROOT,
                                                "%,d voxels, before %,d",
                                                report.voxelsAfter(),
                                                report.voxelsBefore()));
        return "%s: %s%n%s".formatted(report.operation(), figures, report.out());
    }

    static String figures(List<MaskFigures> labels) {
        var text = new StringBuilder();
        for (MaskFigures one : labels) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "label %d: %,d voxels, %.3f ml%n",
                            one.label(),
                            one.voxels(),
                            one.millilitres()));
            one.diameters()
                    .ifPresent(
                            d ->
                                    text.append(
                                            String.format(
                                                    Locale.ROOT,
                                                    "  axes %.1f and %.1f mm in slice %d%n",
                                                    d.longAxisMm(),
                                                    d.shortAxisMm(),
                                                    d.slice())));
            one.surfaceMm2()
                    .ifPresent(
                            mm2 ->
                                    text.append(
                                            String.format(
                                                    Locale.ROOT, "  surface %.1f mm2%n", mm2)));
            one.values()
                    .ifPresent(
                            v ->
                                    text.append(
                                            String.format(
                                                    Locale.ROOT,
                                                    "  values %.1f to %.1f, mean %.2f, sd %.2f, median %.1f, 5 to 95 %%: %.1f to %.1f%n",
                                                    v.least(),
                                                    v.most(),
                                                    v.mean(),
                                                    v.sd(),
                                                    v.median(),
                                                    v.percentile5(),
                                                    v.percentile95())));
        }
        return text.toString().stripTrailing();
    }
}
