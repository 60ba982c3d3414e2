// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

import java.time.Duration;

/// Why a file was not read; `file` is a name without its folder.
public sealed interface ReadRefusal {

    String file();

    /// A sentence for people.
    default String describe() {
        return switch (this) {
            case Missing(String file) -> file + " is not there, or is not a file.";
            case MissingSamples(String file, String dataFile) ->
                    "%s says that its samples are in %s, which is not there."
                            .formatted(file, dataFile);
            case NotAnImage(String file) -> file + " is neither NIfTI nor NRRD nor MetaImage.";
            case BadHeader(String file, String fault) ->
                    "The header of " + file + " is wrong: " + fault + ".";
            case Unsupported(String file, String feature) ->
                    file + " holds " + feature + ", which Overread does not read.";
            case Truncated(String file, long promised, long present) ->
                    "%s is cut short: its header promises %,d bytes of samples and there are %s%,d."
                            .formatted(file, promised, present == 0 ? "" : "at most ", present);
            case Damaged(String file, String fault) -> file + " is damaged: " + fault + ".";
            case TooLarge(String file, long needed, long room) ->
                    "%s needs %,d MB of memory and %,d MB are free."
                            .formatted(file, needed >> 20, room >> 20);
            case NoRoom(String file, long needed, long room) ->
                    "%s is larger than the memory and needs %,d MB on the disk meanwhile, where %,d MB are free."
                            .formatted(file, needed >> 20, room >> 20);
            case TooSlow(String file, Duration limit) ->
                    "Reading %s takes longer than %d s, which no sound file does. Copy or export it again."
                            .formatted(file, limit.toSeconds());
            case Inexact(String file, String value) ->
                    "%s holds the value %s, which Overread cannot keep exactly."
                            .formatted(file, value);
            case Unreadable(String file, String cause) -> file + " cannot be read: " + cause + ".";
        };
    }

    record Missing(String file) implements ReadRefusal {}

    /// A header whose second file is not beside it.
    record MissingSamples(String file, String dataFile) implements ReadRefusal {}

    record NotAnImage(String file) implements ReadRefusal {}

    /// `fault` is a clause: what is wrong, with the values.
    record BadHeader(String file, String fault) implements ReadRefusal {}

    /// Well-formed, but outside what this program reads.
    record Unsupported(String file, String feature) implements ReadRefusal {}

    /// Bytes after decoding; `presentBytes` is an upper bound where the data is compressed.
    record Truncated(String file, long promisedBytes, long presentBytes) implements ReadRefusal {}

    /// The samples themselves are broken: a checksum, a compressed stream, a number that is none.
    record Damaged(String file, String fault) implements ReadRefusal {}

    record TooLarge(String file, long neededBytes, long freeBytes) implements ReadRefusal {}

    record NoRoom(String file, long neededBytes, long freeBytes) implements ReadRefusal {}

    /// A part of it took longer than is safe to wait for.
    record TooSlow(String file, Duration limit) implements ReadRefusal {}

    record Inexact(String file, String value) implements ReadRefusal {}

    /// The operating system refused.
    record Unreadable(String file, String cause) implements ReadRefusal {}
}
