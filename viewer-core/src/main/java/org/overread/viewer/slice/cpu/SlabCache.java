// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;

/// The pictures of slabs that were drawn lately, for a few panes and within a budget of memory. Any thread.
final class SlabCache {
    private static final int PANES = 4;
    private final long budgetBytes;
    private final SequencedMap<Key, Entry> entries = new LinkedHashMap<>();

    SlabCache(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    /// Planes that differ by a step along their normal alone share a key.
    private record Key(
            Volume volume,
            PatientVector right,
            PatientVector down,
            Raster raster,
            Interpolation interpolation,
            long acrossNm,
            long alongNm) {

        static Key of(SliceScene scene) {
            PatientVector at = scene.plane().center().from(scene.volume().geometry().origin());
            return new Key(
                    scene.volume(),
                    scene.plane().right(),
                    scene.plane().down(),
                    scene.raster(),
                    scene.interpolation(),
                    Math.round(at.dot(scene.plane().right()) * 1e6),
                    Math.round(at.dot(scene.plane().down()) * 1e6));
        }
    }

    private record Entry(SlicePictures pictures, long bytes) {}

    /// The pictures for a scene, new or kept; empty where they would not fit.
    synchronized Optional<SlicePictures> of(SliceScene scene, SlabRecipe recipe, PixelGrid pixels) {
        long bytes = SlicePictures.bytes(recipe, pixels);
        if (bytes > budgetBytes) {
            return Optional.empty();
        }
        Key key = Key.of(scene);
        Entry kept = entries.remove(key);
        SlicePictures pictures = kept == null ? new SlicePictures(pixels) : kept.pictures();
        while (entries.size() >= PANES || (!entries.isEmpty() && bytes() + bytes > budgetBytes)) {
            entries.pollFirstEntry();
        }
        entries.putLast(key, new Entry(pictures, bytes));
        return Optional.of(pictures);
    }

    private long bytes() {
        return entries.values().stream().mapToLong(Entry::bytes).sum();
    }

    synchronized void forget(Volume volume) {
        entries.keySet().removeIf(key -> key.volume().equals(volume));
    }
}
