// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolFault;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.viewer.fence.CatchesEverything;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call of a tool on a thread of its own, which is a daemon: a tool that hangs keeps the program from nothing.
@CatchesEverything("runs a tool of somebody else, which may throw anything")
final class ToolCall {
    private static final Logger LOG = LoggerFactory.getLogger(ToolCall.class);

    private final String name;
    private final SegmentationTool tool;
    private final ToolInput input;
    private final ToolWork work;
    private final CancelToken cancel =
            new CancelToken(); // its own: nobody else is cancelled with it
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable ToolOutcome outcome;
    private volatile boolean abandoned;

    ToolCall(String name, SegmentationTool tool, ToolInput input, ToolWork work) {
        this.name = name;
        this.tool = tool;
        this.input = input;
        this.work = work;
        thread = Thread.ofPlatform().daemon().name("tool " + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            ToolOutcome answer = tool.apply(input, new ToolWork(this::progress, cancel));
            outcome =
                    answer == null // a tool of others is not checked for null
                            ? new ToolOutcome.Broken(name, new ToolFault.NoAnswer())
                            : answer;
        } catch (CancellationException e) {
            outcome =
                    cancel.isCancelled()
                            ? new ToolOutcome.Cancelled()
                            : broken(e); // nobody asked it to
        } catch (Throwable e) {
            outcome = broken(e);
        } finally {
            ended.countDown();
        }
    }

    private ToolOutcome broken(Throwable e) {
        LOG.warn("tool {} failed: {}", name, FaultTrace.of(e));
        return new ToolOutcome.Broken(name, new ToolFault.Threw(e.getClass().getSimpleName()));
    }

    private void progress(Progress progress) {
        if (!abandoned) {
            work.progress().progress(progress);
        }
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    void stop() {
        cancel.cancel();
    }

    /// Nothing that it still does is heard.
    void abandon() {
        abandoned = true;
        thread.interrupt();
        LOG.warn("tool {} was left behind", name);
    }

    /// After the end.
    ToolOutcome outcome() {
        ToolOutcome answer = outcome;
        if (answer == null) {
            throw new IllegalStateException("the tool has not ended");
        }
        return answer;
    }
}
