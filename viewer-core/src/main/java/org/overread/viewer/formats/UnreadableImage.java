// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

/// Carries a refusal from the depth of a reader to [ImageFiles].
final class UnreadableImage extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ReadRefusal reason;

    UnreadableImage(ReadRefusal reason) {
        super(reason.describe());
        this.reason = reason;
    }

    ReadRefusal reason() {
        return reason;
    }
}
