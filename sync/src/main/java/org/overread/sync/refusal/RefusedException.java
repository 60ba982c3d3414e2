// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

/// Something from outside is refused: the reason, and the place where it was met, such as `frame 12`.
///
/// The message is the sentence with the place; it holds no text of what was refused, so it may be logged.
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal reason;
    private final String place;

    public RefusedException(Refusal reason) {
        this(reason, "");
    }

    public RefusedException(Refusal reason, String place) {
        super(place.isEmpty() ? reason.sentence() : reason.sentence() + " (" + place + ")");
        this.reason = reason;
        this.place = place;
    }

    public Refusal reason() {
        return reason;
    }

    /// Where; empty where the whole is meant.
    public String place() {
        return place;
    }

    /// The same refusal, met while reading something larger.
    public RefusedException within(String larger) {
        var outer = new RefusedException(reason, place.isEmpty() ? larger : larger + ", " + place);
        outer.addSuppressed(this);
        return outer;
    }
}
