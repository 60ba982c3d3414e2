// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.toolbox.ToolRunner;
import org.overread.segmentation.tool.toolbox.Toolbox;
import org.overread.viewer.volume.Volume;

/// Calls of tools by name, as the command line makes them.
public final class Calls {
    private Calls() {}

    /// `settings` are `name=value`.
    public static ToolOutcome call(String tool, ToolInput input, String... settings)
            throws InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            parameters.put(parts[0], parts[1]);
        }
        return new ToolRunner()
                .run(Toolbox.open().find(tool).orElseThrow(), parameters, input, ToolWork.alone())
                .outcome();
    }

    public static ToolOutcome.Segmented segmented(
            String tool, Volume volume, List<? extends Seed> seeds, String... settings)
            throws InterruptedException {
        return assertInstanceOf(
                ToolOutcome.Segmented.class,
                call(tool, new ToolInput(volume, List.copyOf(seeds), Optional.empty()), settings));
    }

    public static Mask mask(
            String tool, Volume volume, List<? extends Seed> seeds, String... settings)
            throws InterruptedException {
        return segmented(tool, volume, seeds, settings).regions().getFirst().mask();
    }

    /// The sentence of a refusal.
    public static String refusal(
            String tool, Volume volume, List<? extends Seed> seeds, String... settings)
            throws InterruptedException {
        var outcome =
                call(tool, new ToolInput(volume, List.copyOf(seeds), Optional.empty()), settings);
        return assertInstanceOf(ToolOutcome.Refused.class, outcome).reason().describe();
    }

    public static double number(ToolOutcome.Segmented found, String name) {
        return found.numbers().stream()
                .filter(n -> n.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
