// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.work;

import java.util.concurrent.CancellationException;

/// Asks long work to stop. Any thread may cancel; the work looks often and leaves nothing half done behind.
public final class CancelToken {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// Ends the work that asks, if somebody cancelled it.
    public void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }
}
