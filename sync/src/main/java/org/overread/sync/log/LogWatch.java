// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

/// Told how far long work on a log is, and asked whether to go on; on the thread that does the work.
@FunctionalInterface
public interface LogWatch {
    /// Goes on to the end.
    LogWatch NONE = (_, _) -> true;

    /// Called some hundred entries apart.
    ///
    /// @param done entries that are through, of all of them
    /// @return whether to go on; who stops leaves the log as it was
    boolean goesOn(long done, long all);
}
