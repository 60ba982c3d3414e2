// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

/// What a reader should know of a volume that was read all the same.
public sealed interface ReadWarning {

    /// A sentence for people.
    default String describe() {
        return switch (this) {
            case FormsDisagree(double apartMm) ->
                    "The file places the volume twice, up to %.3f mm apart; the sform was used."
                            .formatted(apartMm);
            case Uncalibrated() ->
                    "The file does not say where the volume lies in the patient: sides and distances between volumes mean nothing.";
            case OtherSpace(String space) ->
                    "The file's space, %s, is not tied to the patient; its axes were taken as left, posterior, superior."
                            .formatted(space);
            case OriginAssumed() ->
                    "The file does not say where its first sample lies; the zero point was taken.";
            case SpacingAssumed() ->
                    "The file does not say how far apart its samples are; 1 mm was taken.";
            case UnitsConverted(String unit) ->
                    "Lengths in the file are in %s; they were converted to millimetres."
                            .formatted(unit);
            case UnitsUnknown(String unit) ->
                    "The file's unit of length, %s, is not known; millimetres were taken."
                            .formatted(unit);
            case SignIgnored(String what) -> "The negative sign of " + what + " was ignored.";
            case ScalingIgnored(String what) -> "The file's scaling, " + what + ", was ignored.";
            case Lossy(long values, double largestChange) ->
                    "%,d values were rounded to 32-bit floating point; the largest change is %.3g."
                            .formatted(values, largestChange);
            case HeaderContradiction(String what) ->
                    "The header contradicts itself and was read as follows: " + what + ".";
            case MoreData() -> "The file holds more data than its header promises; it was ignored.";
        };
    }

    /// qform and sform put a corner of the grid at places this far apart.
    record FormsDisagree(double apartMm) implements ReadWarning {}

    record Uncalibrated() implements ReadWarning {}

    record OtherSpace(String space) implements ReadWarning {}

    record OriginAssumed() implements ReadWarning {}

    record SpacingAssumed() implements ReadWarning {}

    record UnitsConverted(String unit) implements ReadWarning {}

    record UnitsUnknown(String unit) implements ReadWarning {}

    record SignIgnored(String what) implements ReadWarning {}

    record ScalingIgnored(String what) implements ReadWarning {}

    /// Values that changed when 64-bit floating point became 32-bit; the change is in the value's unit.
    record Lossy(long values, double largestChange) implements ReadWarning {}

    record HeaderContradiction(String what) implements ReadWarning {}

    record MoreData() implements ReadWarning {}
}
