// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Bytes that can be read from any position. One thread uses a source.
public interface ByteSource extends Closeable {

    /// How many bytes there are; for an archive member, how many there are said to be.
    long size();

    /// Fills what remains of `target` from `position`; false where the bytes end first.
    boolean read(long position, ByteBuffer target) throws IOException;
}
