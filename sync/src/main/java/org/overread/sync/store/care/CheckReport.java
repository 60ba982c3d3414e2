// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import java.util.List;

/// What checking a workspace found.
///
/// @param objects whose digests were computed
/// @param bytes of those objects
public record CheckReport(
        int versions, int objects, long bytes, long strokes, long rows, List<Finding> findings) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }
}
