// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// How long the calling thread has worked: what others do on the machine does not count.
final class FxWork {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FxWork() {}

    static long ns() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
