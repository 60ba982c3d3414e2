// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.grid.GridCell;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;

/// All rays of a scene: the stretches of the grid in the order in which rays pass them, and for clouds the palette of
/// each. Immutable.
final class Rays {
    private final SpaceScene scene;
    private final List<RayStretch> stretches;
    private final List<Palette> palettes;
    private final Optional<Peaks> peaks;

    private Rays(SpaceScene scene, List<RayStretch> stretches, List<Palette> palettes) {
        this.scene = scene;
        peaks =
                scene.look() instanceof SpaceLook.Maximum(_, Tone tone)
                        ? Optional.of(new Peaks(scene.volume().bricks(), tone))
                        : Optional.empty();
        this.stretches = stretches;
        this.palettes = palettes;
    }

    static Rays of(SpaceScene scene) {
        SpaceVolume volume = scene.volume();
        double longest = longestStepMm(scene);
        var stretches = new ArrayList<RayStretch>();
        for (GridCell cell : GridCell.of(volume.geometry())) {
            stretches.add(new RayStretch(cell, volume, scene.view().deep(), longest));
        }
        if (stretches.getFirst().perMmK < 0) {
            Collections.reverse(stretches);
        }
        var palettes = new ArrayList<Palette>();
        if (scene.look() instanceof SpaceLook.Clouds(TransferFunction function)) {
            Map<Long, Palette> byStep = new HashMap<>();
            for (RayStretch stretch : stretches) {
                palettes.add(
                        byStep.computeIfAbsent(
                                Math.round(stretch.stepMm * 1e9),
                                _ -> new Palette(volume.tints(function), stretch.stepMm)));
            }
        }
        return new Rays(scene, List.copyOf(stretches), List.copyOf(palettes));
    }

    /// By the narrowest spacing, so that thick slices are passed in several steps.
    private static double longestStepMm(SpaceScene scene) {
        VolumeGeometry geometry = scene.volume().geometry();
        double narrowest =
                Math.min(geometry.spacingI(), Math.min(geometry.spacingJ(), geometry.spacingK()));
        double voxel = narrowest * scene.volume().side();
        return switch (scene.pace()) {
            case MOVING -> 2 * voxel;
            case SHARP -> voxel;
        };
    }

    Walker walker(List<MeshPicture> meshes) {
        return new Walker(meshes);
    }

    /// One thread's way over the rays.
    final class Walker {
        private final Ray ray = new Ray(scene);
        private final Span span = new Span();
        private final Span part = new Span();
        private final List<MeshPicture> meshes;
        private final int[] order;

        Walker(List<MeshPicture> meshes) {
            this.meshes = meshes;
            order = new int[meshes.size()];
        }

        void row(int row, SliceImage target) {
            Raster raster = scene.raster();
            for (int column = 0; column < raster.width(); column++) {
                target.pixels().put(row * raster.width() + column, pixel(column, row));
            }
        }

        /// Premultiplied ARGB.
        int pixel(int column, int row) {
            Raster raster = scene.raster();
            follow(
                    raster.toPatient(scene.view().plane(), column, row),
                    row * raster.width() + column);
            return argb();
        }

        /// Where the ray of a picture of one pixel ends; NaN where it sees nothing.
        double depth() {
            follow(scene.view().plane().center(), 0);
            return switch (scene.look()) {
                case SpaceLook.Maximum _ -> ray.strongest;
                case SpaceLook.Clouds _, SpaceLook.SurfacesAlone _ ->
                        Double.isNaN(ray.half) && ray.light > 0.95 ? Double.NaN : whereMost();
            };
        }

        private double whereMost() {
            return Double.isNaN(ray.half) ? ray.strongest : ray.half;
        }

        private void follow(PatientPoint origin, int at) {
            ray.begin();
            span.all();
            span.cut(scene.cuts(), origin, scene.view().deep());
            int surfaces = sorted(at);
            double from = Double.NEGATIVE_INFINITY;
            for (int n = 0; n < surfaces && !ray.isDark(); n++) {
                MeshPicture mesh = meshes.get(order[n]);
                double depth = mesh.depth[at];
                volume(origin, from, depth);
                int rgb = mesh.mesh.rgb();
                float lit = mesh.lit[at];
                ray.pass(
                        depth,
                        (float) mesh.mesh.opacity(),
                        (rgb >> 16 & 0xFF) * lit,
                        (rgb >> 8 & 0xFF) * lit,
                        (rgb & 0xFF) * lit);
                from = depth;
            }
            volume(origin, from, Double.POSITIVE_INFINITY);
        }

        /// The meshes that have a surface in the pixel, the nearest first.
        private int sorted(int at) {
            int count = 0;
            for (int n = 0; n < meshes.size(); n++) {
                float depth = meshes.get(n).depth[at];
                if (depth < Float.POSITIVE_INFINITY) {
                    int to = count++;
                    while (to > 0 && meshes.get(order[to - 1]).depth[at] > depth) {
                        order[to] = order[to - 1];
                        to--;
                    }
                    order[to] = n;
                }
            }
            return count;
        }

        private void volume(PatientPoint origin, double from, double to) {
            Samples samples = scene.volume().samples();
            for (int n = 0; n < stretches.size(); n++) {
                RayStretch stretch = stretches.get(n);
                if (ray.isDark()) {
                    return;
                }
                part.from = Math.max(from, span.from);
                part.to = Math.min(to, span.to);
                part.keep(stretch.indexK(origin), stretch.perMmK, stretch.lowK, stretch.highK);
                part.keep(stretch.indexI(origin), stretch.perMmI, -0.5, samples.sizeI - 0.5);
                part.keep(stretch.indexJ(origin), stretch.perMmJ, -0.5, samples.sizeJ - 0.5);
                if (!part.isEmpty()) {
                    switch (scene.look()) {
                        case SpaceLook.Clouds _ ->
                                ray.clouds(stretch, palettes.get(n), origin, part.from, part.to);
                        case SpaceLook.SurfacesAlone _ -> {}
                        case SpaceLook.Maximum _ ->
                                ray.maximum(
                                        stretch, peaks.orElseThrow(), origin, part.from, part.to);
                    }
                }
            }
        }

        private int argb() {
            float red = ray.red;
            float green = ray.green;
            float blue = ray.blue;
            float light = ray.light;
            if (scene.look() instanceof SpaceLook.Maximum(_, var tone)
                    && ray.largest > Float.NEGATIVE_INFINITY) {
                int behind = tone.argb(ray.largest);
                red += light * (behind >> 16 & 0xFF);
                green += light * (behind >> 8 & 0xFF);
                blue += light * (behind & 0xFF);
                light = 0;
            }
            int alpha = level(255 * (1 - light));
            return alpha << 24
                    | Math.min(alpha, level(red)) << 16
                    | Math.min(alpha, level(green)) << 8
                    | Math.min(alpha, level(blue));
        }

        private static int level(float value) {
            return Math.clamp((int) (value + 0.5f), 0, 255);
        }
    }
}
