// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import java.time.Duration;

/// What a tool did that no tool may do.
public sealed interface ToolFault {

    /// A sentence for people.
    default String describe(String tool) {
        return switch (this) {
            case Threw(String what) ->
                    "The tool %s failed (%s); nothing was changed.".formatted(tool, what);
            case Hung(Duration waited) ->
                    "The tool %s did not stop within %.1f s of being asked to and was left behind; nothing was changed."
                            .formatted(tool, waited.toMillis() / 1000.0);
            case OtherGrid(String answered, String expected) ->
                    "The tool %s answered with a mask of %s for a volume of %s; nothing was changed."
                            .formatted(tool, answered, expected);
            case LeftItsBounds(long voxels) ->
                    "The tool %s set %d voxels where it may not; nothing was changed."
                            .formatted(tool, voxels);
            case NoAnswer() -> "The tool %s gave no answer; nothing was changed.".formatted(tool);
            case NotMade(String what) ->
                    "The tool %s cannot be started (%s).".formatted(tool, what);
        };
    }

    /// It ended with an exception or an error, whose class is named.
    record Threw(String what) implements ToolFault {}

    /// It was asked to stop, or its time was over, and it went on.
    record Hung(Duration waited) implements ToolFault {}

    record OtherGrid(String answered, String expected) implements ToolFault {}

    /// It added voxels outside the mask that it was to stay within.
    record LeftItsBounds(long voxels) implements ToolFault {}

    record NoAnswer() implements ToolFault {}

    /// It has no public constructor without arguments, or that one failed.
    record NotMade(String what) implements ToolFault {}
}
