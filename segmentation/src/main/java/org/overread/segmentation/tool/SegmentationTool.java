// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import org.scijava.plugin.SciJavaPlugin;

/// Turns a volume and seeds into masks: the interface that every tool implements, ours and those of other jars.
///
/// A tool is a class with a public constructor without arguments, annotated `@Plugin(type = SegmentationTool.class, name
/// = "…", label = "…", description = "…")`, so that SciJava finds it. Its parameters are fields annotated
/// `@Parameter`: `int`, `double`, `boolean`, `String` with choices, or an enum; the field's first value is the default,
/// `min` and `max` are the range, an attribute `unit` says the unit. An instance is made for one call, its fields are
/// set, and [#apply] is called once, on a thread of its own.
///
/// A tool only reads the volume. Long work asks [ToolWork#cancel()] often, at least every 100 ms.
public interface SegmentationTool extends SciJavaPlugin {

    /// Answers [ToolOutcome.Segmented] or [ToolOutcome.Refused]. Seeds and masks have been checked: they lie in the
    /// volume and on its grid.
    ToolOutcome apply(ToolInput input, ToolWork work);
}
