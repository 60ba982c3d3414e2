// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import org.overread.viewer.work.Progress;

/// What of a file is read, and who follows it.
sealed interface Following {

    record All(Progress.Listener listener) implements Following {}

    record One(int volume, VolumeListener listener) implements Following {}

    default void progress(Progress progress) {
        switch (this) {
            case All(Progress.Listener listener) -> listener.progress(progress);
            case One(_, VolumeListener listener) -> listener.progress(progress);
        }
    }
}
