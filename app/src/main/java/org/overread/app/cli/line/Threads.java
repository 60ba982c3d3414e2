// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.line;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The threads of a command beside the one that runs it.
public final class Threads {
    private Threads() {}

    /// The caller works too, so that together they are as many as there are cores. Closed by the caller.
    public static ExecutorService forComputing() {
        return Executors.newFixedThreadPool(
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }
}
