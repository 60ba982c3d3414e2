// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.journal;

import java.time.Duration;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// An edit that has ended.
///
/// @param name as people read it: "Brush on Liver"
/// @param parameters of the tool, in the words of whoever replays it
/// @param voxels what changed, in the form of whoever replays it; it leads forth and back
/// @param before the state that it was made on
/// @param after the state that it led to
/// @param active how long the reader worked on it
public record Stroke(
        String name,
        String tool,
        String parameters,
        Bytes voxels,
        Digest before,
        Digest after,
        Duration active) {}
