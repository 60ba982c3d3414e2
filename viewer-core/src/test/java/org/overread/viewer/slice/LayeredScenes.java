// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.Hatch;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.LabelComparison.View;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Scenes with everything that a scene can have, drawn at random, the same for every run of a seed: for every renderer.
public final class LayeredScenes {
    private static final FrameOfReference FRAME = new FrameOfReference.Named("1.2.3");
    private static final FrameOfReference OTHER = new FrameOfReference.Named("1.2.4");
    private static final Raster RASTER = new Raster(41, 37, 0.83);

    private final Random random;
    private final Lie lie;

    private LayeredScenes(Lie lie) {
        this.lie = lie;
        random = new Random(77 + lie.name().hashCode());
    }

    /// `count` scenes over a base volume that lies so.
    public static List<SliceScene> anyhow(Lie lie, int count) {
        LayeredScenes some = new LayeredScenes(lie);
        List<SliceScene> scenes = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            scenes.add(some.scene(n));
        }
        return scenes;
    }

    /// One scene with a fused volume of the base's own frame of reference.
    public static SliceScene fused(Lie lie) {
        LayeredScenes some = new LayeredScenes(lie);
        SliceScene scene = some.scene(0).withOverlays(List.of());
        FusedVolume fused;
        do {
            fused = some.fused(scene.volume().geometry(), 0);
        } while (!fused.joined().equals(Joining.Joined.within(FRAME)));
        return scene.withOverlays(List.of(fused));
    }

    private SliceScene scene(int n) {
        VolumeGeometry geometry = SliceScenes.geometry(lie, new GridSize(37, 40, 9));
        Volume volume =
                SliceScenes.noise(geometry, oneOf(Stored.values()), 100 + n).withFrame(FRAME);
        SlicePlane plane =
                random.nextInt(3) == 0
                        ? oneOf(StandardPlane.values()).acquired(geometry, off(geometry.center()))
                        : SliceScenes.randomPlane(geometry, random);
        Slab slab =
                random.nextInt(3) == 0
                        ? new Slab(random.nextDouble(0.5, 6), oneOf(Slab.Mode.values()))
                        : Slab.THIN;
        List<Overlay> overlays = new ArrayList<>();
        int layers = random.nextInt(1, 4);
        for (int layer = 0; layer < layers; layer++) {
            overlays.add(
                    switch (random.nextInt(3)) {
                        case 0 -> fused(geometry, n);
                        case 1 -> labels(geometry, random.nextInt(20) == 0 ? 70 : 4, edges());
                        default -> comparison(geometry);
                    });
        }
        ImageLayer base = new ImageLayer(volume, tone(volume), interpolation());
        return new SliceScene(base, plane, RASTER, slab, overlays);
    }

    private Interpolation interpolation() {
        return random.nextInt(8) == 0
                ? Interpolation.CUBIC
                : oneOf(new Interpolation[] {Interpolation.NEAREST, Interpolation.LINEAR});
    }

    private Labels.Edges edges() {
        return random.nextInt(3) == 0 ? Labels.Edges.SMOOTH : Labels.Edges.VOXELS;
    }

    private static PatientPoint off(PatientPoint p) {
        return p.plus(new PatientVector(0.123, -0.217, 0.331));
    }

    private Tone tone(Volume volume) {
        double middle = volume.voxels() instanceof Voxels.UInt16 ? 33000 : 0;
        Window window =
                new Window(middle + random.nextDouble(-800, 800), random.nextDouble(900, 5000));
        ToneCurve curve =
                switch (random.nextInt(4)) {
                    case 0 -> new ToneCurve.LinearExact(window);
                    case 1 -> new ToneCurve.Linear(window);
                    case 2 -> new ToneCurve.Sigmoid(window);
                    default -> table(window);
                };
        return new Tone(curve, oneOf(Polarity.values()), oneOf(maps()));
    }

    private ToneCurve table(Window window) {
        int[] entries = new int[400];
        for (int n = 0; n < entries.length; n++) {
            entries[n] = (int) (4095 * Math.pow(n / 399.0, 0.6));
        }
        return new ToneCurve.Table(window.low(), window.width() / 399, 4095, entries);
    }

    private static ColorMap[] maps() {
        return ColorMap.all().toArray(ColorMap[]::new);
    }

    private <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Joining.Joined joined() {
        return random.nextBoolean()
                ? Joining.Joined.within(FRAME)
                : new Joining.Joined(FRAME, OTHER, turned());
    }

    /// A turn by some degrees, a shift, and where it may a little stretch.
    private PatientTransform turned() {
        double angle = random.nextDouble(-0.3, 0.3);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new PatientTransform(
                new PatientVector(c, s, 0),
                new PatientVector(-s, c, 0),
                new PatientVector(0, 0, random.nextDouble(0.9, 1.1)),
                new PatientVector(random.nextDouble(-4, 4), random.nextDouble(-4, 4), 1.3));
    }

    private FusedVolume fused(VolumeGeometry base, int n) {
        Joining.Joined joined = joined();
        VolumeGeometry geometry = around(base, new GridSize(17, 15, 12));
        Volume volume =
                SliceScenes.noise(geometry, oneOf(Stored.values()), 200 + n)
                        .withFrame(joined.overlay());
        return new FusedVolume(
                new ImageLayer(volume, tone(volume), interpolation()),
                joined,
                Math.clamp(random.nextDouble(-0.2, 1.2), 0, 1), // nothing and all of it, too
                oneOf(FusedVolume.Fade.values()),
                oneOf(FusedVolume.Blend.values()));
    }

    /// A grid of its own about where the base lies.
    private VolumeGeometry around(VolumeGeometry base, GridSize size) {
        VolumeGeometry own = SliceScenes.geometry(oneOf(Lie.values()), size);
        PatientVector shift = base.center().from(own.center());
        return SliceScenes.shifted(own, shift);
    }

    private Labels labels(VolumeGeometry base, int count, Labels.Edges edges) {
        boolean same = random.nextBoolean();
        VolumeGeometry geometry = same ? base : around(base, new GridSize(34, 36, 33));
        Joining.Joined joined = same ? Joining.Joined.within(FRAME) : joined();
        return labels(geometry, joined, count, edges);
    }

    private Labels labels(
            VolumeGeometry geometry, Joining.Joined joined, int count, Labels.Edges edges) {
        List<DrawnLabel> labels = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            labels.add(new DrawnLabel(ball(geometry.size(), count), style()));
        }
        return new Labels(geometry, joined, labels, edges);
    }

    private TestBits ball(GridSize size, int count) {
        double i = random.nextDouble() * size.i();
        double j = random.nextDouble() * size.j();
        double k = random.nextDouble() * size.k();
        double radius = (count > 10 ? 0.15 : 0.45) * random.nextDouble(0.5, 1);
        return new TestBits(
                size,
                (a, b, c) ->
                        Math.hypot(
                                        Math.hypot((a - i) / size.i(), (b - j) / size.j()),
                                        (c - k) / size.k())
                                < radius);
    }

    private LabelStyle style() {
        Hatch hatch = random.nextInt(3) == 0 ? Hatch.ofConfidence(random.nextDouble()) : Hatch.NONE;
        return new LabelStyle(
                random.nextInt(1 << 24),
                random.nextDouble(),
                random.nextInt(5) == 0 ? 0 : random.nextDouble(),
                random.nextInt(4),
                hatch,
                random.nextInt(6) == 0 ? LabelStyle.Visibility.HIDDEN : LabelStyle.Visibility.SHOWN,
                1);
    }

    private LabelComparison comparison(VolumeGeometry base) {
        Labels.Edges edges = edges();
        Labels first = labels(base, 3, edges);
        Labels second = labels(first.geometry(), first.joined(), 4, edges);
        View[] views = {
            new View.First(),
            new View.Second(),
            new View.Both(),
            new View.OnlyFirst(),
            new View.OnlySecond(),
            new View.Agreement(),
            new View.Disagreement(),
            new View.Swipe(random.nextInt(-3, 45))
        };
        return new LabelComparison(first, second, oneOf(views));
    }
}
