// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.work;

import java.io.Serial;
import java.time.Duration;

/// Work has taken longer than it may. Unchecked, because it may end the work anywhere; whoever set the limit says what
/// it means.
public final class TimeLimitExceededException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final Duration limit;

    TimeLimitExceededException(Duration limit) {
        super("longer than " + limit, null, false, false); // hostile files may come in thousands
        this.limit = limit;
    }

    public Duration limit() {
        return limit;
    }
}
