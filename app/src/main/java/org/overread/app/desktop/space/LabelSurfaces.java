// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.surface.Surface;
import org.overread.segmentation.mask.surface.Triangles;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.space.SpaceMesh;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.VolumeGeometry;

/// The labels that lie over the slices as surfaces in the body: the colour of each, as much to be seen through as its look
/// says, and those that are hatched, which nobody answers for yet, in any case. Made off the FX thread; after an edit only the blocks that it touched are made again. While surfaces are being made the newest
/// wish waits, so that a body follows a hand that draws without ever falling behind. FX thread.
final class LabelSurfaces {
    private static final double WAITING = 0.4;

    private final SpaceModel model;
    private final Executor compute;
    private final Executor ui;
    private IdentityHashMap<Mask, Made> made = new IdentityHashMap<>();
    private Optional<List<Shown>> waiting = Optional.empty();
    private boolean making;

    LabelSurfaces(SpaceModel model, Executor compute, Executor ui) {
        this.model = model;
        this.compute = compute;
        this.ui = ui;
    }

    private record Shown(Mask mask, VolumeGeometry geometry, int rgb, double opacity) {}

    private record Made(Surface surface, SpaceMesh mesh) {}

    /// Follows what lies over the slices. Labels of another frame of reference are left out: they would stand elsewhere.
    void show(List<Overlay> overlays) {
        List<Shown> shown = shown(overlays);
        if (making) {
            waiting = Optional.of(shown);
        } else {
            make(shown);
        }
    }

    private void make(List<Shown> shown) {
        var kept = new IdentityHashMap<Mask, Made>(made);
        if (shown.stream().allMatch(one -> kept.containsKey(one.mask))) {
            put(shown, kept);
            return;
        }
        making = true;
        compute.execute(
                () -> {
                    var all = new IdentityHashMap<Mask, Made>(kept);
                    try {
                        for (Shown one : shown) {
                            if (!all.containsKey(one.mask)) {
                                all.put(one.mask, made(one, kept));
                            }
                        }
                    } finally {
                        ui.execute(() -> done(shown, all));
                    }
                });
    }

    private void done(List<Shown> shown, IdentityHashMap<Mask, Made> all) {
        making = false;
        put(shown, all);
        Optional<List<Shown>> next = waiting;
        waiting = Optional.empty();
        next.ifPresent(this::make);
    }

    private void put(List<Shown> shown, IdentityHashMap<Mask, Made> all) {
        made = new IdentityHashMap<>();
        var meshes = new ArrayList<SpaceMesh>();
        for (Shown one : shown) {
            Made surface = all.get(one.mask);
            if (surface != null) {
                made.put(one.mask, surface);
                meshes.add(surface.mesh().painted(one.rgb, one.opacity));
            }
        }
        model.show(meshes);
    }

    /// From the surface of the mask that is most like it, where one is like it at all: an edited copy shares most blocks.
    private static Made made(Shown one, IdentityHashMap<Mask, Made> kept) {
        Optional<Mask> nearest =
                kept.keySet().stream()
                        .filter(mask -> mask.grid().equals(one.mask.grid()))
                        .min(Comparator.comparingInt(mask -> blocksApart(mask, one.mask)));
        Optional<Made> before =
                nearest.filter(mask -> blocksApart(mask, one.mask) * 2 < blocks(one.mask))
                        .map(kept::get);
        Surface surface =
                before.map(b -> b.surface().after(one.mask, Crew.alone()))
                        .orElseGet(() -> Surface.of(one.mask, Crew.alone()));
        return new Made(surface, mesh(surface, one.geometry));
    }

    private static int blocksApart(Mask a, Mask b) {
        return a.differingBlocks(b).length;
    }

    private static int blocks(Mask mask) {
        var count = new int[1];
        mask.forEachBlock((_, _) -> count[0]++);
        return count[0];
    }

    private static List<Shown> shown(List<Overlay> overlays) {
        var shown = new ArrayList<Shown>();
        for (Overlay overlay : overlays) {
            switch (overlay) {
                case Labels labels -> add(labels, shown);
                case LabelComparison(Labels first, Labels second, _) -> {
                    add(first, shown);
                    add(second, shown);
                }
                case FusedVolume _ -> {}
            }
        }
        return shown;
    }

    private static void add(Labels labels, List<Shown> shown) {
        FrameOfReference base = labels.joined().base();
        if (!base.equals(labels.joined().overlay())) {
            return;
        }
        for (DrawnLabel label : labels.shown()) {
            double opacity =
                    label.style().outlinePx() > 0 || label.style().fillOpacity() > 0
                            ? label.style().outlineOpacity() * label.style().surfaceOpacity()
                            : 0;
            opacity *= label.style().hatch().isNone() ? 1 : WAITING;
            if (label.bits() instanceof Mask mask && !mask.isEmpty() && opacity > 0) {
                shown.add(new Shown(mask, labels.geometry(), label.style().rgb(), opacity));
            }
        }
    }

    private static SpaceMesh mesh(Surface surface, VolumeGeometry geometry) {
        int points = 0;
        int corners = 0;
        for (Triangles block : surface.blocks().values()) {
            points += block.points().length;
            corners += block.corners().length;
        }
        var allPoints = new float[points];
        var allCorners = new int[corners];
        int point = 0;
        int corner = 0;
        for (Triangles block : surface.blocks().values()) {
            System.arraycopy(block.points(), 0, allPoints, point, block.points().length);
            for (int c : block.corners()) {
                allCorners[corner++] = c + point / 3;
            }
            point += block.points().length;
        }
        return SpaceMesh.ofVoxels(geometry, allPoints, allCorners, 0xFFFFFF, 1);
    }
}
