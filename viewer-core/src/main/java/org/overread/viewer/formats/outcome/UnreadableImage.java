// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

/// Carries a refusal from the depth of a reader to [ImageFiles].
public final class UnreadableImage extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ReadRefusal reason;

    public UnreadableImage(ReadRefusal reason) {
        super(reason.describe());
        this.reason = reason;
    }

    public ReadRefusal reason() {
        return reason;
    }
}
