// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/// Never lends a thread: the caller does all the work, in order.
final class Nobody extends AbstractExecutorService {
    @Override
    public void execute(Runnable task) {}

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
