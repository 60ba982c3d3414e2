// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.time.Instant;
import org.overread.segmentation.edit.Change;
import org.overread.segmentation.edit.Change.BlockChange;
import org.overread.segmentation.edit.Edit;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Block;

/// One step of a history as people read it.
///
/// @param added voxels that came into segments
/// @param removed voxels that left segments
public record HistoryStep(EditOrigin origin, Instant at, long added, long removed) {

    /// Counts the blocks that the edit touched.
    static HistoryStep of(Edit edit, Instant at) {
        long added = 0;
        long removed = 0;
        for (Change change : edit.changes()) {
            if (change instanceof Change.Voxels(_, var blocks)) {
                for (BlockChange block : blocks) {
                    for (int n = 0; n < Block.WORDS; n++) {
                        int word = n;
                        long before = block.before().map(b -> b.word(word)).orElse(0L);
                        long after = block.after().map(b -> b.word(word)).orElse(0L);
                        added += Long.bitCount(after & ~before);
                        removed += Long.bitCount(before & ~after);
                    }
                }
            }
        }
        return new HistoryStep(edit.origin(), at, added, removed);
    }
}
