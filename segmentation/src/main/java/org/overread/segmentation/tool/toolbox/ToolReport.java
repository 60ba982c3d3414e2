// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import java.util.List;
import java.util.Map;
import org.overread.segmentation.tool.ToolOutcome;

/// What became of a call: the outcome, every parameter's value as it was used (name → text, in the tool's order), and
/// how long the tool itself took.
public record ToolReport(
        ToolOutcome outcome, List<Map.Entry<String, String>> parameters, double milliseconds) {
    public ToolReport {
        parameters = List.copyOf(parameters);
    }
}
