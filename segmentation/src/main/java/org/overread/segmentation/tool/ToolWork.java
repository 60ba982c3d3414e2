// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// What a tool reports to and asks while it works.
public record ToolWork(Progress.Listener progress, CancelToken cancel) {

    /// Nobody listens and nobody cancels.
    public static ToolWork alone() {
        return new ToolWork(Progress.Listener.NONE, new CancelToken());
    }

    /// Ends the tool if somebody cancelled it.
    public void check() {
        cancel.check();
    }
}
