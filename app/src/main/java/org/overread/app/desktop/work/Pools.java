// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// The threads of the program besides that of JavaFX and that of the GPU. They give way to that of JavaFX.
public final class Pools {
    private Pools() {}

    /// For computing: one thread fewer than there are cores, at least one; they do not keep the program alive.
    public static ExecutorService compute() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        ThreadFactory factory = Thread.ofPlatform().name("compute-", 1).daemon(true).factory();
        return Executors.newFixedThreadPool(threads, GivingWay.threads(factory));
    }

    /// For reading and writing: a virtual thread for each piece of work. It lets the thread that carries it give way.
    public static ExecutorService io() {
        ThreadFactory factory = Thread.ofVirtual().name("io-", 1).factory();
        return Executors.newThreadPerTaskExecutor(GivingWay.threads(factory));
    }
}
