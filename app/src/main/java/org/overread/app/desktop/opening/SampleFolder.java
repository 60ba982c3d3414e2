// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.overread.app.sample.SampleStudyFiles;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Where the program keeps the sample study, made the first time that a person wants to see it.
public final class SampleFolder {
    private static final String COMPLETE = "complete.txt";

    private final Path folder;

    /// `data` is where the program keeps what it made itself.
    public SampleFolder(Path data) {
        folder = data.resolve("sample-study");
    }

    /// The images alone.
    public Path images() {
        return SampleStudyFiles.images(folder);
    }

    public boolean isThere() {
        return Files.isRegularFile(mark());
    }

    /// Makes what is missing; seconds the first time. Blocks; called from outside the executor's threads.
    public Path make(Executor compute, Progress.Listener listener, CancelToken cancel)
            throws IOException {
        if (!isThere()) {
            SampleStudyFiles.write(folder, compute, listener, cancel);
            Files.writeString(mark(), "The sample study in this folder is complete.\n");
        }
        return images();
    }

    /// Beside the folder, not in it: the sample is written anew where the mark is missing.
    private Path mark() {
        return folder.resolveSibling("sample-study-" + COMPLETE);
    }
}
