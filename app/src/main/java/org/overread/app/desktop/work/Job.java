// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// What is done off the FX thread: it looks at the token often and returns an immutable value.
@FunctionalInterface
public interface Job<T> {
    T run(CancelToken cancel, Progress.Listener progress) throws Exception;
}
