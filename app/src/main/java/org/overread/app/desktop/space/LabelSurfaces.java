// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
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

/// The labels that lie over the slices as surfaces in the body: the colour of each, its outline's opacity. Surfaces are
/// made once a mask, off the FX thread. FX thread.
final class LabelSurfaces {
    private final SpaceModel model;
    private final Executor compute;
    private final Executor ui;
    private final AtomicLong asked = new AtomicLong();
    private IdentityHashMap<Mask, SpaceMesh> made = new IdentityHashMap<>();

    LabelSurfaces(SpaceModel model, Executor compute, Executor ui) {
        this.model = model;
        this.compute = compute;
        this.ui = ui;
    }

    private record Shown(Mask mask, VolumeGeometry geometry, int rgb, double opacity) {}

    /// Follows what lies over the slices. Labels of another frame of reference are left out: they would stand elsewhere.
    void show(List<Overlay> overlays) {
        long ticket = asked.incrementAndGet();
        List<Shown> shown = shown(overlays);
        var kept = new IdentityHashMap<Mask, SpaceMesh>(made);
        if (shown.stream().allMatch(one -> kept.containsKey(one.mask))) {
            put(shown, kept);
            return;
        }
        compute.execute(
                () -> {
                    var all = new IdentityHashMap<Mask, SpaceMesh>(kept);
                    for (Shown one : shown) {
                        if (ticket != asked.get()) {
                            return; // newer ones are wanted
                        }
                        all.computeIfAbsent(one.mask, mask -> mesh(mask, one.geometry));
                    }
                    ui.execute(
                            () -> {
                                if (ticket == asked.get()) {
                                    put(shown, all);
                                }
                            });
                });
    }

    private void put(List<Shown> shown, IdentityHashMap<Mask, SpaceMesh> all) {
        made = new IdentityHashMap<>();
        var meshes = new ArrayList<SpaceMesh>();
        for (Shown one : shown) {
            SpaceMesh mesh = all.get(one.mask);
            if (mesh != null) {
                made.put(one.mask, mesh);
                meshes.add(mesh.painted(one.rgb, one.opacity));
            }
        }
        model.show(meshes);
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
            if (label.bits() instanceof Mask mask && !mask.isEmpty()) {
                double opacity = label.style().outlineOpacity();
                shown.add(new Shown(mask, labels.geometry(), label.style().rgb(), opacity));
            }
        }
    }

    private static SpaceMesh mesh(Mask mask, VolumeGeometry geometry) {
        Surface surface = Surface.of(mask, Crew.alone());
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
