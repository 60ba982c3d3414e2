// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.line;

import java.io.PrintWriter;
import org.overread.viewer.work.Progress;

/// One line on standard error that changes while work goes on, and is gone when it is done. Silent where standard error
/// is no terminal. Any thread.
public final class ProgressLine implements Progress.Listener, AutoCloseable {
    /// Set by the script that starts the program: asking Java costs a tenth of a second.
    private static final boolean TERMINAL = Boolean.getBoolean("overread.terminal");

    private static final long REDRAW_NANOS = 100_000_000;

    private static final long MB = 1_000_000;

    private final PrintWriter err;
    private final String what;
    private long drawn;
    private int width;

    public ProgressLine(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
        drawn = System.nanoTime(); // what is done in a moment draws nothing
    }

    @Override
    public synchronized void progress(Progress progress) {
        if (!TERMINAL || System.nanoTime() - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = System.nanoTime();
        String text = text(progress);
        width = Math.max(width, text.length());
        err.print("\r" + text + " ".repeat(width - text.length()));
        err.flush();
    }

    private String text(Progress progress) {
        String count =
                progress.isKnown()
                        ? "%s: %d of %d".formatted(what, progress.done(), progress.total())
                        : "%s: %d".formatted(what, progress.done());
        return progress.totalBytes() == 0
                ? count
                : "%s, %d of %d MB"
                        .formatted(count, progress.doneBytes() / MB, progress.totalBytes() / MB);
    }

    @Override
    public synchronized void close() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
        }
    }
}
