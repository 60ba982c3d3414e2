// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.work;

/// How far long work has come: `done` of `total` (0 = not known yet) of whatever the work counts, and `doneBytes` of
/// `totalBytes` where the work knows how large those things are (else 0).
public record Progress(long done, long total, long doneBytes, long totalBytes) {
    public Progress(long done, long total) {
        this(done, total, 0, 0);
    }

    public boolean isKnown() {
        return total > 0;
    }

    /// 0…1; 0 while the total is not known.
    public double fraction() {
        return total > 0 ? Math.clamp((double) done / total, 0, 1) : 0;
    }

    /// Receives progress on the thread that works; returns at once.
    @FunctionalInterface
    public interface Listener {
        Listener NONE = _ -> {};

        void progress(Progress progress);
    }
}
