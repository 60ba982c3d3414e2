// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.sample;

import java.util.Arrays;
import java.util.stream.Stream;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// The slices of a file's volumes while they are filled, all in the smallest number type that holds what came so far.
///
/// A slice is allocated when it is first asked for. Widening goes slice by slice, so that never more than one slice
/// exists twice. Belongs to one thread.
public final class PlaneStore {
    /// From narrow to wide.
    public enum Kind {
        INT16,
        UINT16,
        FLOAT32,
        /// Colours, which no number type widens to.
        RGB8
    }

    private static final short[] NO_SHORTS = {};
    private static final float[] NO_FLOATS = {};
    private static final int[] NO_COLOURS = {};

    private final GridSize size;
    private final short[][][] shorts; // by volume and slice
    private final float[][][] floats;
    private final int[][][] colours;
    private Kind kind;

    public PlaneStore(GridSize size, int volumes, Kind kind) {
        this.size = size;
        this.kind = kind;
        this.shorts = new short[volumes][size.k()][];
        this.floats = new float[volumes][size.k()][];
        this.colours = new int[volumes][size.k()][];
        for (int v = 0; v < volumes; v++) {
            Arrays.fill(shorts[v], NO_SHORTS);
            Arrays.fill(floats[v], NO_FLOATS);
            Arrays.fill(colours[v], NO_COLOURS);
        }
    }

    public Kind kind() {
        return kind;
    }

    public short[] shortsAt(int volume, int k) {
        if (shorts[volume][k].length == 0) {
            shorts[volume][k] = new short[size.i() * size.j()];
        }
        return shorts[volume][k];
    }

    public float[] floatsAt(int volume, int k) {
        if (floats[volume][k].length == 0) {
            floats[volume][k] = new float[size.i() * size.j()];
        }
        return floats[volume][k];
    }

    public int[] coloursAt(int volume, int k) {
        if (colours[volume][k].length == 0) {
            colours[volume][k] = new int[size.i() * size.j()];
        }
        return colours[volume][k];
    }

    /// Makes room for wider numbers; from 16 bits with sign to without only while no value is negative.
    public void widenTo(Kind wider) {
        boolean unsigned = kind == Kind.UINT16;
        kind = wider;
        if (wider == Kind.UINT16) {
            return; // the same bits mean the same numbers
        }
        for (int v = 0; v < shorts.length; v++) {
            for (int k = 0; k < size.k(); k++) {
                short[] from = shorts[v][k];
                if (from.length > 0) {
                    float[] to = floatsAt(v, k);
                    for (int n = 0; n < from.length; n++) {
                        to[n] = unsigned ? from[n] & 0xffff : from[n];
                    }
                    shorts[v][k] = NO_SHORTS;
                }
            }
        }
    }

    /// The volume while it fills: slices that are not there yet are zero. Valid until the planes are widened.
    public Voxels voxelsWhileFilling(int volume) {
        for (int k = 0; k < size.k(); k++) {
            switch (kind) {
                case INT16, UINT16 -> shortsAt(volume, k);
                case FLOAT32 -> floatsAt(volume, k);
                case RGB8 -> coloursAt(volume, k);
            }
        }
        return voxels(volume);
    }

    /// What was filled in, for each volume when all of it is there.
    public Voxels voxels(int volume) {
        long[] sides = {size.i(), size.j(), size.k()};
        return switch (kind) {
            case INT16 -> {
                var image =
                        new PlanarImg<ShortType, ShortArray>(
                                Stream.of(shorts[volume]).map(ShortArray::new).toList(),
                                sides,
                                new Fraction());
                image.setLinkedType(new ShortType(image));
                yield new Voxels.Int16(image);
            }
            case UINT16 -> {
                var image =
                        new PlanarImg<UnsignedShortType, ShortArray>(
                                Stream.of(shorts[volume]).map(ShortArray::new).toList(),
                                sides,
                                new Fraction());
                image.setLinkedType(new UnsignedShortType(image));
                yield new Voxels.UInt16(image);
            }
            case FLOAT32 -> {
                var image =
                        new PlanarImg<FloatType, FloatArray>(
                                Stream.of(floats[volume]).map(FloatArray::new).toList(),
                                sides,
                                new Fraction());
                image.setLinkedType(new FloatType(image));
                yield new Voxels.Float32(image);
            }
            case RGB8 -> {
                var image =
                        new PlanarImg<ARGBType, IntArray>(
                                Stream.of(colours[volume]).map(IntArray::new).toList(),
                                sides,
                                new Fraction());
                image.setLinkedType(new ARGBType(image));
                yield new Voxels.Rgb8(image);
            }
        };
    }
}
