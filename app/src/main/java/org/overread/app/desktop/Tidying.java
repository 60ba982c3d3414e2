// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a workspace small while people work in it: what only earlier versions need becomes its difference from what
/// replaced it, in the background, soon after a version was saved.
final class Tidying {
    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private Tidying() {}

    /// FX thread; strokes are saved in between.
    static void after(WorkspaceModel workspace, ShownReading shown) {
        var volume = shown.shown().get();
        if (workspace.state().get().toWrite().isEmpty() || volume.isEmpty()) {
            return;
        }
        var key = volume.get().seen().key();
        String person = workspace.session().actor().person();
        workspace.ask(
                open -> {
                    long bytes = 0;
                    for (var reading : open.readings().of(key)) {
                        if (reading.reader().equals(person)) {
                            bytes += open.packing().run(reading.key());
                        }
                    }
                    return bytes;
                },
                bytes -> LOG.debug("old versions take {} bytes less", bytes),
                cause -> LOG.warn("old versions stay as they are: {}", cause.getMessage()));
    }
}
