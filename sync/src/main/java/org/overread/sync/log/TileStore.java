// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.io.IOException;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;

/// Where a log keeps its tiles and its head: files, rows or objects of a cloud. A tile is never changed once it is written;
/// only the head is.
public interface TileStore {

    /// Keeps other writers away, those of other processes too, until it is closed; waits for them. Whoever dies holds nothing.
    Hold hold() throws IOException;

    /// The right to write.
    interface Hold extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /// A tile that was written; empty where it was not.
    Optional<Bytes> tile(TilePath path) throws IOException;

    /// Writes a tile so that it lasts; to write it again with the same bytes changes nothing.
    void put(TilePath path, Bytes bytes) throws IOException;

    /// The signed checkpoint that was set last.
    Optional<Bytes> head() throws IOException;

    /// Replaces the head at once and so that it lasts. Whatever it covers was written before.
    void setHead(Bytes checkpoint) throws IOException;
}
