// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// The columns that were read lately of a few volumes, within a budget of memory. Any thread.
final class ColumnCache {
    private final long budgetBytes;
    private final SequencedMap<Volume, ColumnStripes> byVolume = new LinkedHashMap<>();

    ColumnCache(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    /// Empty where they would not fit.
    synchronized Optional<ColumnStripes> of(Volume volume) {
        GridSize size = volume.geometry().size();
        long bytes = ColumnStripes.bytes(size);
        if (size.i() < ColumnStripes.WIDTH || bytes > budgetBytes) {
            return Optional.empty();
        }
        ColumnStripes known = byVolume.remove(volume);
        while (!byVolume.isEmpty() && bytes() + bytes > budgetBytes) {
            byVolume.pollFirstEntry();
        }
        ColumnStripes stripes = known == null ? new ColumnStripes(size) : known;
        byVolume.putLast(volume, stripes);
        return Optional.of(stripes);
    }

    private long bytes() {
        return byVolume.keySet().stream()
                .mapToLong(volume -> ColumnStripes.bytes(volume.geometry().size()))
                .sum();
    }

    /// A slice has other values now.
    synchronized void forget(Volume volume, int k) {
        ColumnStripes stripes = byVolume.get(volume);
        if (stripes != null) {
            stripes.forget(k);
        }
    }

    /// The picture is drawn.
    synchronized void takeBack() {
        byVolume.values().forEach(ColumnStripes::takeBack);
    }

    synchronized void forget(Volume volume) {
        byVolume.remove(volume);
    }
}
