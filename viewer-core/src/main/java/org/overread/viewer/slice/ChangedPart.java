// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.Voxels;

/// Where the pictures of two scenes can differ: a small part of them where the scenes tell the same of everything but
/// the voxels of some labels, as they do from one moment of a stroke to the next.
///
/// Costs a look at each block of the labels that are not the same object in both, and no voxel of blocks that are. Any
/// thread.
public final class ChangedPart {
    private final SliceScene now;

    private ChangedPart(SliceScene now) {
        this.now = now;
    }

    /// The part of the later scene's picture beyond which it has the pixels of the earlier one's; all of it where that is
    /// not known. A renderer that is told of slices that arrive may draw one scene differently: that is for the caller.
    public static PixelBox between(SliceScene before, SliceScene now) {
        return new ChangedPart(now).from(before);
    }

    private static boolean isInMemory(SliceScene scene) {
        return isInMemory(scene.volume().voxels())
                && scene.overlays().stream()
                        .allMatch(
                                over ->
                                        !(over instanceof FusedVolume fused)
                                                || isInMemory(fused.image().volume().voxels()));
    }

    /// Of what is in bricks, more is read from picture to picture.
    private static boolean isInMemory(Voxels voxels) {
        return switch (voxels) {
            case Voxels.InMemory _, Voxels.Rgb8 _ -> true;
            case Voxels.Bricked _, Voxels.BrickedColours _ -> false;
        };
    }

    private PixelBox from(SliceScene before) {
        PixelBox all = PixelBox.of(now.raster());
        boolean sameGround =
                now.raster().equals(before.raster())
                        && now.plane().equals(before.plane())
                        && now.slab().equals(before.slab())
                        && now.base().equals(before.base())
                        && now.slab().isThin() // else voxels before and behind the plane count
                        && now.overlays().size() == before.overlays().size()
                        && isInMemory(now);
        if (!sameGround) {
            return all;
        }
        PixelBox changed = PixelBox.NONE;
        for (int n = 0; n < now.overlays().size(); n++) {
            changed = changed.union(between(before.overlays().get(n), now.overlays().get(n), all));
        }
        return changed;
    }

    private PixelBox between(Overlay before, Overlay after, PixelBox all) {
        if (isSame(before, after)) {
            return PixelBox.NONE;
        }
        return switch (after) {
            case FusedVolume fused -> fused.equals(before) ? PixelBox.NONE : all;
            case Labels labels ->
                    before instanceof Labels old
                            ? between(old, labels, outlinePx(labels), all)
                            : all;
            case LabelComparison comparison ->
                    before instanceof LabelComparison old ? between(old, comparison, all) : all;
        };
    }

    /// Voxels of one version move outlines of the other.
    private PixelBox between(LabelComparison before, LabelComparison after, PixelBox all) {
        if (!after.view().equals(before.view())) {
            return all;
        }
        int outlinePx = Math.max(outlinePx(after.first()), outlinePx(after.second()));
        return between(before.first(), after.first(), outlinePx, all)
                .union(between(before.second(), after.second(), outlinePx, all));
    }

    private static int outlinePx(Labels labels) {
        return labels.labels().stream().mapToInt(l -> l.style().outlinePx()).max().orElse(0);
    }

    private PixelBox between(Labels before, Labels after, int outlinePx, PixelBox all) {
        boolean sameKind =
                after.geometry().equals(before.geometry())
                        && after.joined().equals(before.joined())
                        && after.edges() == before.edges()
                        && after.labels().size() == before.labels().size();
        if (!sameKind) {
            return all;
        }
        PixelBox changed = PixelBox.NONE;
        for (int n = 0; n < after.labels().size(); n++) {
            DrawnLabel old = before.labels().get(n);
            DrawnLabel label = after.labels().get(n);
            if (!old.style().equals(label.style())) {
                return all;
            }
            if (!isSame(old.bits(), label.bits()) && label.style().isShown()) {
                changed =
                        changed.union(
                                ChangedVoxels.between(old.bits(), label.bits())
                                        .map(voxels -> new Shadow(now, after).of(voxels, outlinePx))
                                        .orElse(PixelBox.NONE));
            }
        }
        return changed;
    }

    /// The same object: what is immutable needs no look at what it holds.
    @SuppressWarnings("ReferenceEquality") // what is equal takes long to compare
    static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }
}
