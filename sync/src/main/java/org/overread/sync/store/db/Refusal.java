// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

/// Why a workspace is not opened; what is there is unchanged.
public enum Refusal {
    NO_FOLDER,
    /// Where a lost connection can damage it.
    NETWORK_SHARE,
    /// The file is another program's.
    FOREIGN,
    /// A later Overread wrote it, in a form that this one does not know.
    LATER_FORM,
    /// The SQLite at hand is known to damage files.
    UNSAFE_LIBRARY,
    /// The disk takes no write-ahead log.
    UNSUITABLE_DISK,
    FULL,
    /// The disk does not read or write as asked.
    DISK
}
