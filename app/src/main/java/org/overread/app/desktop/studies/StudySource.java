// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Finds studies in folders and files. Called on an I/O thread; may take minutes, counts files as it goes.
@FunctionalInterface
public interface StudySource {
    /// `first` is handed one image as soon as there is one, on the calling thread, or never.
    StudyList read(
            List<Path> places,
            Consumer<FirstImage> first,
            CancelToken cancel,
            Progress.Listener progress)
            throws IOException;
}
