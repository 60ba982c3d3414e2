// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

/// How far the work on a segment has come.
public enum Status {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED,
    /// Somebody should look at it.
    FLAGGED
}
