// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/// A gzip stream of a chosen level.
public final class PackedStream extends GZIPOutputStream {
    /// For scans: noise does not pack, and level 6 takes five times as long for two per cent less.
    public static final int SCAN_LEVEL = 1;

    /// For label maps: less than half of level 1, in the same time.
    public static final int LABEL_LEVEL = 6;

    public static final int BUFFER_BYTES = 1 << 16;

    public PackedStream(OutputStream out, int level) throws IOException {
        super(out, BUFFER_BYTES);
        def.setLevel(level);
    }
}
