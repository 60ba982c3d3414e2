// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.concurrent.atomic.AtomicLong;
import org.overread.viewer.work.Progress;

/// Tells how far a scan has come. How much there is, is not known before all files are found.
final class ScanProgress {
    private final Progress.Listener listener;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong doneBytes = new AtomicLong();
    private volatile Total total = new Total(0, 0);
    private long files;
    private long bytes;

    private record Total(long files, long bytes) {}

    ScanProgress(Progress.Listener listener) {
        this.listener = listener;
    }

    /// One more; the thread that looks for files says so, as it says that it has found all.
    void found(long size) {
        files++;
        bytes += size;
    }

    void allFound() {
        total = new Total(files, bytes);
        tell(done.get(), doneBytes.get());
    }

    /// Any thread.
    void read(long size) {
        tell(done.incrementAndGet(), doneBytes.addAndGet(size));
    }

    private void tell(long filesRead, long bytesRead) {
        Total all = total;
        listener.progress(new Progress(filesRead, all.files, bytesRead, all.bytes));
    }
}
