// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import java.util.Optional;
import java.util.function.Supplier;

/// One place for one question: asking again cancels the older work, so only the newest answer arrives. FX thread.
public final class Latest {
    private Optional<Workshop.Running> now = Optional.empty();

    /// Cancels what runs for this place, then starts anew.
    public Workshop.Running replace(Supplier<Workshop.Running> start) {
        cancel();
        var started = start.get();
        now = Optional.of(started);
        return started;
    }

    /// The work that was started last.
    public Optional<Workshop.Running> running() {
        return now;
    }

    public void cancel() {
        now.ifPresent(Workshop.Running::cancel);
        now = Optional.empty();
    }
}
