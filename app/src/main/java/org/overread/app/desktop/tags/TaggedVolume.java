// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.tags;

import java.io.IOException;
import java.util.List;
import org.overread.viewer.opening.TagLine;

/// Something whose tags can be read: `slices` files' worth of them, 1 where all slices share one file.
public record TaggedVolume(String title, int slices, Reader reader) {

    /// Reads the tags behind a slice, counted from 0. Called on an I/O thread.
    @FunctionalInterface
    public interface Reader {
        List<TagLine> read(int slice) throws IOException;
    }
}
