// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.island;

import java.util.OptionalInt;
import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// The connected part of a mask that somebody clicks on. Costs the mask's rows.
public final class Islands {
    private Islands() {}

    /// What is at a place.
    public sealed interface Outcome {
        /// The part, and all the others: what keeping it and what removing it leave.
        record Found(Mask island, Mask others) implements Outcome {}

        record Refused(DrawRefusal reason) implements Outcome {}
    }

    public static Outcome at(
            VolumeGeometry geometry,
            Mask mask,
            PatientPoint click,
            Connectivity connectivity,
            Crew crew) {
        if (!click.isFinite() || !geometry.contains(click)) {
            return new Outcome.Refused(new DrawRefusal.OutsideVolume());
        }
        VoxelPoint at = geometry.toVoxel(click);
        int i = nearest(at.i(), geometry.size().i());
        int j = nearest(at.j(), geometry.size().j());
        int k = nearest(at.k(), geometry.size().k());
        if (!mask.contains(i, j, k)) {
            return new Outcome.Refused(new DrawRefusal.OutsideMask());
        }
        Components parts = Components.of(mask, connectivity, crew);
        OptionalInt part = parts.at(i, j, k);
        Mask island = parts.mask(part.orElseThrow(), crew);
        return new Outcome.Found(island, mask.minus(island));
    }

    private static int nearest(double index, int size) {
        return Math.clamp((int) Math.floor(index + 0.5), 0, size - 1);
    }
}
