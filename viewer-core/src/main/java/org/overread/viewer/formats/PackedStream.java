// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/// A gzip stream of the level that measurement chose for CT.
final class PackedStream extends GZIPOutputStream {
    static final int LEVEL = 4;
    static final int BUFFER_BYTES = 1 << 16;

    PackedStream(OutputStream out) throws IOException {
        super(out, BUFFER_BYTES);
        def.setLevel(LEVEL);
    }
}
