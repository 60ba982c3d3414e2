// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

/// How far a task has come.
public enum TaskState {
    TO_DO,
    IN_PROGRESS,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    WITHDRAWN
}
