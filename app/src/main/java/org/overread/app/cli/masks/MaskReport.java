// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;

/// What the command `mask` did, in figures that another program can check.
record MaskReport(
        String operation,
        long voxelsBefore,
        long voxelsAfter,
        Optional<Integer> components,
        Optional<List<Long>> largestSizes,
        Optional<Double> leastMm,
        Optional<Double> mostMm,
        Optional<Long> triangles,
        String out) {

    static MaskReport of(MaskOperation operation, Mask mask, MaskOutcome outcome, Path file) {
        long before = mask.count();
        return switch (outcome) {
            case MaskOutcome.Changed(Mask changed) ->
                    plain(operation, before, changed.count(), Optional.empty(), file);
            case MaskOutcome.Labelled labelled ->
                    plain(
                            operation,
                            before,
                            labelled.regions().stream().mapToLong(r -> r.mask().count()).sum(),
                            Optional.empty(),
                            file);
            case MaskOutcome.Surfaced(var surface) ->
                    plain(operation, before, before, Optional.of(surface.triangles()), file);
            case MaskOutcome.Figured _ -> plain(operation, before, before, Optional.empty(), file);
            case MaskOutcome.Numbered numbered ->
                    new MaskReport(
                            operation.toString(),
                            before,
                            before,
                            Optional.of(numbered.count()),
                            Optional.of(numbered.largestSizes()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            file.toString());
            case MaskOutcome.Measured measured ->
                    new MaskReport(
                            operation.toString(),
                            before,
                            before,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(measured.leastMm()).filter(Double::isFinite),
                            Optional.of(measured.mostMm()).filter(Double::isFinite),
                            Optional.empty(),
                            file.toString());
        };
    }

    private static MaskReport plain(
            MaskOperation operation, long before, long after, Optional<Long> triangles, Path file) {
        return new MaskReport(
                operation.toString(),
                before,
                after,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                triangles,
                file.toString());
    }
}
