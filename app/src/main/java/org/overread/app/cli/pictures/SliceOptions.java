// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.pictures;

import java.util.Optional;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Triple;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import picocli.CommandLine.Option;

/// Which picture of a volume: its plane, its pixels, how thick it is and how it is sampled.
final class SliceOptions {
    /// A cosine between the axes above which a person meant another plane; below it, digits were cut off.
    private static final double ROUNDING = 1e-3;

    @Option(
            names = "--center",
            required = true,
            paramLabel = "x,y,z",
            converter = Triple.Converter.class,
            description = "The middle of the picture, in patient millimetres (LPS).")
    private Triple center = Triple.NONE;

    @Option(
            names = "--u",
            required = true,
            paramLabel = "x,y,z",
            converter = Triple.Converter.class,
            description = "Which way a row runs, from left to right (LPS).")
    private Triple u = Triple.NONE;

    @Option(
            names = "--v",
            required = true,
            paramLabel = "x,y,z",
            converter = Triple.Converter.class,
            description = "Which way a column runs, from top to bottom (LPS); perpendicular to u.")
    private Triple v = Triple.NONE;

    @Option(
            names = "--size",
            required = true,
            paramLabel = "WxH",
            converter = PixelCount.Converter.class,
            description = "Pixels in a row and in a column.")
    private PixelCount size = PixelCount.NONE;

    @Option(
            names = "--pixel",
            required = true,
            paramLabel = "MM",
            description = "Millimetres from one pixel to the next.")
    private double pixelMm;

    @Option(
            names = "--slab",
            paramLabel = "MM",
            description = "Makes one value of all that lies so far around the plane.")
    private double slabMm;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "Which value of a slab: max, min or mean.")
    private Slab.Mode mode = Slab.Mode.MEAN;

    @Option(
            names = "--interpolation",
            paramLabel = "WAY",
            description = "Between voxels: nearest, linear or cubic.")
    private Interpolation interpolation = Interpolation.LINEAR;

    @Option(
            names = "--window",
            paramLabel = "W,C",
            converter = WindowOption.Converter.class,
            description = "Width and centre of the grey scale of a .png.")
    private Optional<WindowOption> window = Optional.empty();

    /// Refuses what can be refused before a volume is read.
    void check() throws CommandRefused {
        plane();
        raster();
        slab();
        window();
    }

    SliceScene scene(Volume volume) throws CommandRefused {
        Optional<Window> asked = window();
        return new SliceScene(
                        volume,
                        plane(),
                        raster(),
                        asked.isPresent() ? asked.get() : AutoWindow.of(volume),
                        interpolation)
                .withSlab(slab());
    }

    private SlicePlane plane() throws CommandRefused {
        PatientVector right = direction("--u", u);
        PatientVector down = direction("--v", v);
        double cosine = right.dot(down);
        if (Math.abs(cosine) > ROUNDING) {
            throw new CommandRefused(
                    "--u and --v are not perpendicular: the angle between them is %.3f degrees."
                            .formatted(Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1)))));
        }
        return new SlicePlane(center.toPoint(), right, down.minus(right.times(cosine)).unit());
    }

    private static PatientVector direction(String name, Triple triple) throws CommandRefused {
        PatientVector vector = triple.toVector();
        double length = vector.length();
        if (!(length > 1e-9 && Double.isFinite(length))) {
            throw new CommandRefused(name + " " + triple + " has no direction.");
        }
        return vector.times(1 / length);
    }

    private Raster raster() throws CommandRefused {
        int most = Raster.MAX_SIDE;
        if (size.width() < 1 || size.height() < 1 || size.width() > most || size.height() > most) {
            throw new CommandRefused("--size %s: a side has 1 to %d pixels.".formatted(size, most));
        }
        if (size.width() * size.height() > Raster.MAX_PIXELS) {
            throw new CommandRefused(
                    "--size %s: a picture has up to %d million pixels."
                            .formatted(size, Raster.MAX_PIXELS / 1_000_000));
        }
        if (!(pixelMm > 0 && Double.isFinite(pixelMm))) {
            throw new CommandRefused("--pixel %s: a pixel is wider than 0 mm.".formatted(pixelMm));
        }
        return new Raster(size.width(), size.height(), pixelMm);
    }

    private Slab slab() throws CommandRefused {
        if (!(slabMm >= 0 && slabMm <= Slab.MAX_MM)) {
            throw new CommandRefused(
                    "--slab %s: a slab is 0 to %.0f mm thick.".formatted(slabMm, Slab.MAX_MM));
        }
        return slabMm == 0 ? Slab.THIN : new Slab(slabMm, mode);
    }

    private Optional<Window> window() throws CommandRefused {
        return window.isEmpty() ? Optional.empty() : Optional.of(window.get().toWindow());
    }
}
