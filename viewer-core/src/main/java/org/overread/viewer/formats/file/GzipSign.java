// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.file;

import java.io.IOException;
import java.io.InputStream;

/// The two bytes that every gzip stream begins with, whatever its file is called.
public final class GzipSign {
    private GzipSign() {}

    /// Reads up to two bytes of `in`.
    public static boolean begins(InputStream in) throws IOException {
        return in.read() == 0x1f && in.read() == 0x8b;
    }
}
