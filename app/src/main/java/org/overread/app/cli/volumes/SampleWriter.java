// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.volumes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Writes the sample study into a folder and returns the folders of its series. The message of what it throws is a
/// sentence for people.
@FunctionalInterface
public interface SampleWriter {
    List<Path> write(Path folder, Executor executor, Progress.Listener listener, CancelToken cancel)
            throws IOException;
}
