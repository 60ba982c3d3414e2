// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.work.CancelToken;

/// As many threads as the machine has cores, the caller's among them, for masks that are measured.
public final class BenchCrew implements AutoCloseable {
    private final ExecutorService pool =
            Executors.newFixedThreadPool(
                    Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    private final Crew crew = Crew.of(pool, new CancelToken());

    public Crew crew() {
        return crew;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
