// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import java.util.List;
import org.overread.viewer.volume.GridSize;

/// Why a tool does not do what was asked.
public sealed interface ToolRefusal {

    /// A sentence for people that names the value and what is allowed.
    default String describe() {
        return switch (this) {
            case UnknownParameter(String name, List<String> known) ->
                    known.isEmpty()
                            ? "There is no parameter '%s'; the tool has none.".formatted(name)
                            : "There is no parameter '%s'; there are: %s."
                                    .formatted(name, String.join(", ", known));
            case NotAValue(String name, String value, String allowed) ->
                    "%s is %s, not '%s'.".formatted(name, allowed, value);
            case OutOfRange(String name, String value, String allowed) ->
                    "%s is %s; allowed is %s.".formatted(name, value, allowed);
            case EmptyRange(double lower, double upper) ->
                    "The range is empty: lower %s is above upper %s; give lower at most as large as upper."
                            .formatted(number(lower), number(upper));
            case NoRange() ->
                    "No range was given: give lower, upper or both, or take the range from around the seeds.";
            case NoSeed(int label) ->
                    label == 1
                            ? "The tool grows from seeds and there is none: click inside the volume."
                            : "The tool needs a seed of label %d and there is none."
                                    .formatted(label);
            case SeedOutside(int i, int j, int k, GridSize size) ->
                    "Seed %d, %d, %d lies outside the volume; allowed is 0…%d, 0…%d, 0…%d."
                            .formatted(i, j, k, size.i() - 1, size.j() - 1, size.k() - 1);
            case OtherGrid(String what, GridSize found, GridSize expected) ->
                    "The %s is %s voxels and the volume is %s: they are not on one grid."
                            .formatted(what, sides(found), sides(expected));
            case Uncalibrated(String name) ->
                    "%s cannot be used: the files do not say how large a voxel is.".formatted(name);
            case NoSpread() ->
                    "The voxels around the seeds have one value or none, so they say no range; give lower and upper.";
            case NoNumbers() ->
                    "Tools work on numbers that fit the memory; this volume has colours, or is larger.";
            case Unfit(String sentence) -> sentence;
        };
    }

    private static String sides(GridSize size) {
        return "%d × %d × %d".formatted(size.i(), size.j(), size.k());
    }

    /// Whole numbers without a fraction.
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    record UnknownParameter(String name, List<String> known) implements ToolRefusal {
        public UnknownParameter {
            known = List.copyOf(known);
        }
    }

    /// The text is no value of the parameter's type.
    record NotAValue(String name, String value, String allowed) implements ToolRefusal {}

    record OutOfRange(String name, String value, String allowed) implements ToolRefusal {}

    record EmptyRange(double lower, double upper) implements ToolRefusal {}

    record NoRange() implements ToolRefusal {}

    /// No seed of this label.
    record NoSeed(int label) implements ToolRefusal {}

    record SeedOutside(int i, int j, int k, GridSize size) implements ToolRefusal {}

    /// `what` is `seed stroke` or `mask to stay within`.
    record OtherGrid(String what, GridSize found, GridSize expected) implements ToolRefusal {}

    /// A parameter in millimetres or millilitres for a volume that has none.
    record Uncalibrated(String name) implements ToolRefusal {}

    record NoSpread() implements ToolRefusal {}

    /// The volume has colours, or is too large for memory.
    record NoNumbers() implements ToolRefusal {}

    /// What only this tool knows of; one sentence.
    record Unfit(String sentence) implements ToolRefusal {}
}
