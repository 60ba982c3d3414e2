// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.work;

import java.time.Duration;

/// How long one piece of work may take, such as reading one file. The work looks often and is ended by
/// [TimeLimitExceededException] where it took longer; work that hostile input can stretch has to look.
///
/// Holds on the thread that is inside [#within]. A limit inside another ends no later than the outer one.
public final class TimeLimit {
    private static final ScopedValue<TimeLimit> CURRENT = ScopedValue.newInstance();

    private final Duration most;
    private final long endNanos;

    private TimeLimit(Duration most, long endNanos) {
        this.most = most;
        this.endNanos = endNanos;
    }

    /// Does the work under the limit.
    public static <T, X extends Throwable> T within(
            Duration most, ScopedValue.CallableOp<T, X> work) throws X {
        long end = System.nanoTime() + most.toNanos();
        boolean outerIsTighter = CURRENT.isBound() && CURRENT.get().endNanos - end <= 0;
        return ScopedValue.where(CURRENT, outerIsTighter ? CURRENT.get() : new TimeLimit(most, end))
                .call(work);
    }

    /// Ends the work that asks, if it has taken too long; costs some ten nanoseconds.
    public static void check() {
        if (CURRENT.isBound()) {
            CURRENT.get().checkOwn();
        }
    }

    private void checkOwn() {
        if (System.nanoTime() - endNanos >= 0) {
            throw new TimeLimitExceededException(most);
        }
    }
}
