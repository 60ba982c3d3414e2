// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolFault;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.viewer.fence.CatchesEverything;
import org.overread.viewer.volume.GridSize;

/// Runs a tool so that it can do no harm: checks what goes in and what comes out, on a thread of the tool's own that
/// can be left behind. A tool of somebody else works on a copy of the voxels.
@CatchesEverything("runs tools of other people, which may throw anything")
public final class ToolRunner {
    private final Duration limit;
    private final Duration grace;

    /// A tool that takes longer than `limit` is cancelled; one that goes on for `grace` after it was cancelled is left
    /// behind.
    public ToolRunner(Duration limit, Duration grace) {
        this.limit = limit;
        this.grace = grace;
    }

    /// Ten minutes, and two seconds to stop.
    public ToolRunner() {
        this(Duration.ofMinutes(10), Duration.ofSeconds(2));
    }

    /// Blocks until the tool has answered, was cancelled, took too long or is given up. Parameters that `settings` does not name keep
    /// their defaults.
    public ToolReport run(
            ToolCard card, Map<String, String> settings, ToolInput input, ToolWork work)
            throws InterruptedException {
        var used = new ArrayList<Map.Entry<String, String>>();
        try {
            SegmentationTool tool = card.type().getConstructor().newInstance();
            Optional<ToolRefusal> refusal = bind(card, tool, settings);
            for (ParameterField field : card.fields()) {
                used.add(Map.entry(field.parameter().name(), field.value(tool)));
            }
            if (refusal.isEmpty()) {
                refusal = InputCheck.refusal(input);
            }
            if (refusal.isPresent()) {
                return new ToolReport(new ToolOutcome.Refused(refusal.get()), used, 0);
            }
            ToolInput given = card.isOurs() ? input : VoxelCopy.of(input);
            long begun = System.nanoTime();
            ToolOutcome outcome = call(card.name(), tool, given, work);
            double milliseconds = (System.nanoTime() - begun) / 1e6;
            return new ToolReport(checked(card.name(), outcome, input), used, milliseconds);
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new ToolReport(
                    broken(card.name(), new ToolFault.NotMade(cause.getClass().getSimpleName())),
                    used,
                    0);
        }
    }

    private static Optional<ToolRefusal> bind(
            ToolCard card, SegmentationTool tool, Map<String, String> settings)
            throws IllegalAccessException {
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            Optional<ParameterField> field =
                    card.fields().stream()
                            .filter(f -> f.parameter().name().equals(setting.getKey()))
                            .findFirst();
            if (field.isEmpty()) {
                List<String> known =
                        card.parameters().stream().map(ToolParameter::name).sorted().toList();
                return Optional.of(new ToolRefusal.UnknownParameter(setting.getKey(), known));
            }
            Optional<ToolRefusal> refusal = field.get().set(tool, setting.getValue());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private ToolOutcome call(String name, SegmentationTool tool, ToolInput input, ToolWork work)
            throws InterruptedException {
        var call = new ToolCall(name, tool, input, work);
        call.start();
        long deadline = System.nanoTime() + limit.toNanos();
        while (!call.endsWithin(Duration.ofMillis(50))) {
            if (work.cancel().isCancelled() || System.nanoTime() > deadline) {
                boolean asked = work.cancel().isCancelled();
                call.stop();
                if (!call.endsWithin(grace)) {
                    call.abandon();
                    return broken(name, new ToolFault.Hung(grace));
                }
                return asked ? call.outcome() : new ToolOutcome.TimedOut(name, limit);
            }
        }
        return call.outcome();
    }

    /// What comes out: on the grid, and nothing outside what it was to stay within.
    private static ToolOutcome checked(String name, ToolOutcome outcome, ToolInput input) {
        if (!(outcome instanceof ToolOutcome.Segmented segmented)) {
            return outcome;
        }
        GridSize size = input.volume().geometry().size();
        for (Region region : segmented.regions()) {
            Mask mask = region.mask();
            if (!mask.size().equals(size)) {
                return broken(
                        name, new ToolFault.OtherGrid(mask.size().toString(), size.toString()));
            }
            long outside = input.within().map(w -> mask.minus(w).count()).orElse(0L);
            if (outside > 0) {
                return broken(name, new ToolFault.LeftItsBounds(outside));
            }
        }
        return outcome;
    }

    private static ToolOutcome broken(String name, ToolFault fault) {
        return new ToolOutcome.Broken(name, fault);
    }
}
