// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

/// What became of a file whose header was to be understood.
public sealed interface LookOutcome {

    record Image(ImageFile image) implements LookOutcome {}

    record Refused(ReadRefusal reason) implements LookOutcome {}
}
