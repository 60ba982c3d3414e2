// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import java.util.concurrent.ForkJoinPool;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// What a tool reports to and asks while it works.
public record ToolWork(Progress.Listener progress, CancelToken cancel) {

    /// Nobody listens and nobody cancels.
    public static ToolWork alone() {
        return new ToolWork(Progress.Listener.NONE, new CancelToken());
    }

    /// Hands for work that several threads can share: the tool's own thread and the runtime's pool.
    public Crew crew() {
        return Crew.of(ForkJoinPool.commonPool(), cancel);
    }

    /// Ends the tool if somebody cancelled it.
    public void check() {
        cancel.check();
    }
}
