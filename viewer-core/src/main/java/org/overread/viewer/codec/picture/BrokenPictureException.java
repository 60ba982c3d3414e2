// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.picture;

import java.io.Serial;

/// The bytes are no picture that can be decoded. The message is a clause for logs and holds nothing from the header.
public final class BrokenPictureException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    /// Why a picture is refused.
    public enum Reason {
        /// The bytes end before the picture does.
        TRUNCATED,
        /// The bytes contradict their own format.
        CORRUPT,
        /// The bytes hold another number of rows, columns or components than the header says.
        OTHER_SIZE,
        /// The format allows it, this decoder does not.
        UNSUPPORTED
    }

    private final Reason reason;
    private final String clause;

    public BrokenPictureException(Reason reason, String clause) {
        // broken files come in thousands: no stack trace
        super(clause, null, false, false);
        this.reason = reason;
        this.clause = clause;
    }

    public static BrokenPictureException truncated(String what) {
        return new BrokenPictureException(Reason.TRUNCATED, "the bytes end within " + what);
    }

    public static BrokenPictureException corrupt(String what) {
        return new BrokenPictureException(Reason.CORRUPT, what);
    }

    public static BrokenPictureException unsupported(String what) {
        return new BrokenPictureException(Reason.UNSUPPORTED, what + " is not supported");
    }

    public static BrokenPictureException otherSize(PictureSize expected, String found) {
        return new BrokenPictureException(
                Reason.OTHER_SIZE,
                "%s instead of %d x %d x %d"
                        .formatted(
                                found, expected.columns(), expected.rows(), expected.components()));
    }

    /// What is wrong, in words for a log.
    public String clause() {
        return clause;
    }

    public Reason reason() {
        return reason;
    }
}
