// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.overread.viewer.work.TimeLimit;

/// Bytes of a file that look at the time limit whenever some are taken: what unpacks or parses them may ask for any
/// number before it returns.
public final class WatchedStream extends FilterInputStream {
    public WatchedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        TimeLimit.check();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        TimeLimit.check();
        return super.read(target, offset, length);
    }
}
