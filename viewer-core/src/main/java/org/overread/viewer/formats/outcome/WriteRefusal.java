// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

/// Why a volume was not written; `file` is a name without its folder.
public sealed interface WriteRefusal {

    String file();

    /// A sentence for people.
    default String describe() {
        return switch (this) {
            case UnknownEnding(String file) ->
                    file + " has no ending that names a format; " + ImageFormat.endings() + " do.";
            case UnevenSlices(String file, ImageFormat format) ->
                    "%s was not written: %s cannot say that slice distances differ."
                            .formatted(file, format.describe());
            case TooLargeForFormat(String file, int side, int limit) ->
                    "%s was not written: NIfTI-1 holds at most %d samples a side, and there are %d. Choose NIfTI-2."
                            .formatted(file, limit, side);
            case Unwritable(String file, String cause) ->
                    file + " cannot be written: " + cause + ".";
        };
    }

    record UnknownEnding(String file) implements WriteRefusal {}

    record UnevenSlices(String file, ImageFormat format) implements WriteRefusal {}

    record TooLargeForFormat(String file, int side, int limit) implements WriteRefusal {}

    /// The operating system refused.
    record Unwritable(String file, String cause) implements WriteRefusal {}
}
