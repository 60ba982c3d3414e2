// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.worklist;

import java.util.Optional;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.SeenVolume;
import org.overread.sync.store.project.TaskState;

/// A task as the list shows it.
///
/// @param versions how many were saved
/// @param last when the last one was saved, or the reading was begun
record WorklistRow(ReadTask task, SeenVolume volume, int versions, Optional<Moment> last) {

    String title() {
        return volume.called();
    }

    /// Whether it is still to be handed in.
    boolean isOpen() {
        return switch (task.state()) {
            case TO_DO, IN_PROGRESS, RETURNED -> true;
            case SUBMITTED, ACCEPTED, WITHDRAWN -> false;
        };
    }

    /// What a search looks through.
    String words() {
        return String.join(
                "\n",
                title(),
                task.project(),
                task.key(),
                task.reader(),
                volume.modality(),
                volume.paths().isEmpty() ? "" : volume.paths().getLast());
    }

    /// The order in which a person takes tasks up: what came back first, what is done last.
    static int rank(TaskState state) {
        return switch (state) {
            case RETURNED -> 0;
            case IN_PROGRESS -> 1;
            case TO_DO -> 2;
            case SUBMITTED -> 3;
            case ACCEPTED -> 4;
            case WITHDRAWN -> 5;
        };
    }

    static String word(TaskState state) {
        return switch (state) {
            case TO_DO -> "to do";
            case IN_PROGRESS -> "in progress";
            case SUBMITTED -> "submitted";
            case RETURNED -> "returned";
            case ACCEPTED -> "accepted";
            case WITHDRAWN -> "withdrawn";
        };
    }
}
