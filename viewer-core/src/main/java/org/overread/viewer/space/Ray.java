// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Follows one ray after another and gathers what it sees, front to back. One thread; reused.
///
/// Places on a ray are millimetres from the plane of the view.
final class Ray {
    /// Less light than this changes no pixel.
    private static final float DARK = 0.5f / 255;

    /// Steps that show less than this of a pixel get no light of their own.
    private static final float WORTH_LIGHT = 0.015f;

    /// Steps that show more than this get smooth light.
    private static final float WORTH_SMOOTH = 0.06f;

    private static final float AMBIENT = 0.32f;

    private final Samples samples;
    private final Bricks bricks;
    private final PatientVector deep;
    private final boolean sharp;

    /// What is still to be lit, from 1 on.
    float light;

    float red;
    float green;
    float blue;

    /// Where half of the light was gone; NaN before.
    double half;

    /// Where the ray saw most at once, and how much.
    double strongest;

    private float strongestShare;

    /// The largest value so far.
    float largest;

    Ray(SpaceScene scene) {
        samples = scene.volume().samples();
        bricks = scene.volume().bricks();
        deep = scene.view().deep();
        sharp = scene.pace() == SpaceScene.Pace.SHARP;
    }

    void begin() {
        light = 1;
        red = 0;
        green = 0;
        blue = 0;
        half = Double.NaN;
        strongest = Double.NaN;
        strongestShare = 0;
        largest = Float.NEGATIVE_INFINITY;
    }

    boolean isDark() {
        return light < DARK;
    }

    /// Something flat on the way: a piece of a surface.
    void pass(double at, float opacity, float r, float g, float b) {
        add(at, at, opacity, r, g, b);
    }

    private void add(double from, double to, float opacity, float r, float g, float b) {
        float share = light * opacity;
        red += share * r;
        green += share * g;
        blue += share * b;
        float left = light - share;
        if (left <= 0.5f && light > 0.5f) {
            // within the step light fades evenly by the millimetre
            double part = opacity < 1 ? Math.log(0.5 / light) / Math.log(1 - opacity) : 0;
            half = from + Math.clamp(part, 0, 1) * (to - from);
        }
        if (share > strongestShare) {
            strongestShare = share;
            strongest = (from + to) / 2;
        }
        light = left;
    }

    /// Where on the ray the first sample of a stretch lies: on a whole index of the axis that changes fastest.
    private static double anchor(RayStretch s, double i, double j, double k) {
        double ai = Math.abs(s.perMmI);
        double aj = Math.abs(s.perMmJ);
        double ak = Math.abs(s.perMmK);
        if (ai >= aj && ai >= ak) {
            return (Math.rint(i) - i) / s.perMmI;
        }
        return aj >= ak ? (Math.rint(j) - j) / s.perMmJ : (Math.rint(k) - k) / s.perMmK;
    }

    /// Clouds between two places of a stretch.
    void clouds(RayStretch s, Palette palette, PatientPoint origin, double from, double to) {
        double i0 = s.indexI(origin);
        double j0 = s.indexJ(origin);
        double k0 = s.indexK(origin);
        double step = s.stepMm;
        double anchor = anchor(s, i0, j0, k0);
        double perStep = 1 / step;
        long n = (long) Math.floor((from - anchor) / step + 0.5);
        long last = (long) Math.ceil((to - anchor) / step - 0.5);
        int brickI = -1;
        int brickJ = -1;
        int brickK = -1;
        int leap = 0;
        long grains = 0;
        while (n <= last && light >= DARK) {
            double middle = anchor + n * step;
            double t = middle < from ? from : middle > to ? to : middle;
            double x = i0 + t * s.perMmI;
            double y = j0 + t * s.perMmJ;
            double z = k0 + t * s.perMmK;
            int i = whole(x, samples.sizeI);
            int j = whole(y, samples.sizeJ);
            int k = whole(z, samples.sizeK);
            if (i >> 3 != brickI || j >> 3 != brickJ || k >> 3 != brickK) {
                brickI = i >> 3;
                brickJ = j >> 3;
                brickK = k >> 3;
                leap = palette.leap(brickI, brickJ, brickK);
                grains = leap > 0 ? 0 : palette.grains(brickI, brickJ, brickK);
            }
            if (leap > 0) {
                double leave = leave(s, x, y, z, brickI, brickJ, brickK, leap);
                n = Math.max(n + 1, (long) Math.ceil((t + leave - anchor) * perStep));
                continue;
            }
            if ((grains >>> Grains.bit(i, j, k) & 1) == 0) {
                n++;
                continue;
            }
            float value = samples.at((float) x, (float) y, (float) z);
            int entry = palette.entry(value);
            float opacity = palette.opacity[entry];
            if (opacity > 0) {
                double begin = middle - step / 2;
                double end = middle + step / 2;
                if (begin < from || end > to) {
                    begin = Math.max(begin, from);
                    end = Math.min(end, to);
                    opacity = part(opacity, (end - begin) / step);
                }
                float r = palette.red[entry];
                float g = palette.green[entry];
                float b = palette.blue[entry];
                if (palette.shade > 0 && light * opacity > WORTH_LIGHT) {
                    boolean smooth = sharp && light * opacity > WORTH_SMOOTH;
                    float lit =
                            smooth
                                    ? smooth(s, palette, (float) x, (float) y, (float) z)
                                    : rough(s, palette, value, (float) x, (float) y, (float) z);
                    float shine = Math.max(0, lit - 1) * 255;
                    float dim = Math.min(1, lit);
                    r = Math.min(255, r * dim + shine);
                    g = Math.min(255, g * dim + shine);
                    b = Math.min(255, b * dim + shine);
                }
                add(begin, end, opacity, r, g, b);
            }
            n++;
        }
    }

    /// The opacity of a part of a step.
    private static float part(float opacity, double part) {
        if (part < 0.9999) {
            return part > 0 ? (float) -Math.expm1(part * Math.log1p(-opacity)) : 0;
        }
        return opacity;
    }

    /// Light from the values on all sides.
    private float smooth(RayStretch s, Palette palette, float x, float y, float z) {
        return lit(
                s,
                palette,
                (samples.at(x + 1, y, z) - samples.at(x - 1, y, z)) / 2,
                (samples.at(x, y + 1, z) - samples.at(x, y - 1, z)) / 2,
                (samples.at(x, y, z + 1) - samples.at(x, y, z - 1)) / 2);
    }

    /// Light from the values on one side of each axis.
    private float rough(RayStretch s, Palette palette, float value, float x, float y, float z) {
        return lit(
                s,
                palette,
                samples.at(x + 1, y, z) - value,
                samples.at(x, y + 1, z) - value,
                samples.at(x, y, z + 1) - value);
    }

    /// How brightly a lamp at the eye lights a surface across which values rise so; above 1 for what shines.
    private float lit(RayStretch s, Palette palette, float gi, float gj, float gk) {
        PatientVector rise = s.rise(gi, gj, gk);
        double length = rise.length();
        if (!(length > 0)) {
            return 1;
        }
        double facing = Math.abs(rise.dot(deep)) / length;
        double square = facing * facing;
        double shine = square * square * square * square;
        double surface = Math.min(1, length / palette.steep) * palette.shade;
        double lamp = AMBIENT + (1 - AMBIENT) * facing + 0.18 * shine * shine;
        return (float) (1 - surface + surface * lamp);
    }

    private static int whole(double index, int size) {
        return index <= 0 ? 0 : Math.min((int) index, size - 1);
    }

    /// Millimetres to the end of so many bricks to every side of one.
    private static double leave(
            RayStretch s, double x, double y, double z, int i, int j, int k, int leap) {
        double alongI = leave(x, s.perMmI, s.mmPerI, i, leap);
        double alongJ = leave(y, s.perMmJ, s.mmPerJ, j, leap);
        double alongK = leave(z, s.perMmK, s.mmPerK, k, leap);
        double least = alongI < alongJ ? alongI : alongJ;
        return alongK < least ? alongK : least;
    }

    /// The same along one axis; a ray that runs across never reaches it. What lies before
    /// the first sample belongs to the first brick.
    private static double leave(double index, double perMm, double mmPer, int brick, int leap) {
        if (perMm > 0) {
            return ((brick + leap) * Bricks.SIDE - index) * mmPer + 1e-9;
        }
        int end = (brick - leap + 1) * Bricks.SIDE;
        return perMm == 0 || end <= 0 ? Double.POSITIVE_INFINITY : (end - index) * mmPer + 1e-9;
    }

    /// The largest value between two places of a stretch, its ends included. The most promising brick is looked at first:
    /// most others need not be looked at any more then.
    void maximum(RayStretch s, Peaks peaks, PatientPoint origin, double from, double to) {
        double i0 = s.indexI(origin);
        double j0 = s.indexJ(origin);
        double k0 = s.indexK(origin);
        double step = s.stepMm;
        double anchor = anchor(s, i0, j0, k0);
        look(s, i0, j0, k0, from);
        look(s, i0, j0, k0, to);
        long first = (long) Math.ceil((from - anchor) / step - 1e-9);
        long last = (long) Math.floor((to - anchor) / step + 1e-9);
        float promised = largest;
        int level = peaks.level(largest);
        double promisedFrom = Double.NaN;
        double promisedTo = Double.NaN;
        for (double t = anchor + first * step; t <= to; ) {
            double end = t + leave(s, i0, j0, k0, t);
            int brick = brick(s, i0, j0, k0, t);
            if (peaks.matters(brick, promised, level)) {
                promised = peaks.most(brick);
                level = peaks.level(promised);
                promisedFrom = t;
                promisedTo = end;
            }
            t = end;
        }
        if (promisedFrom <= promisedTo) { // not for NaN
            long n = Math.max(first, (long) Math.ceil((promisedFrom - anchor) / step - 1e-9));
            long end = (long) Math.floor((Math.min(promisedTo, to) - anchor) / step + 1e-9);
            while (n <= Math.min(end, last)) {
                look(s, i0, j0, k0, Math.clamp(anchor + n * step, from, to));
                n++;
            }
        }
        float seen = largest;
        level = peaks.level(seen);
        long n = first;
        while (n <= last) {
            double t = Math.clamp(anchor + n * step, from, to);
            if (!peaks.matters(brick(s, i0, j0, k0, t), largest, level)) {
                double leave = leave(s, i0, j0, k0, t);
                n = Math.max(n + 1, (long) Math.ceil((t + leave - anchor) / step));
                continue;
            }
            look(s, i0, j0, k0, t);
            if (largest > seen) {
                seen = largest;
                level = peaks.level(seen);
            }
            n++;
        }
    }

    private int brick(RayStretch s, double i0, double j0, double k0, double t) {
        int i = whole(i0 + t * s.perMmI, samples.sizeI) >> 3;
        int j = whole(j0 + t * s.perMmJ, samples.sizeJ) >> 3;
        int k = whole(k0 + t * s.perMmK, samples.sizeK) >> 3;
        return bricks.number(i, j, k);
    }

    /// Millimetres to the end of the brick at a place.
    private double leave(RayStretch s, double i0, double j0, double k0, double t) {
        double x = i0 + t * s.perMmI;
        double y = j0 + t * s.perMmJ;
        double z = k0 + t * s.perMmK;
        return leave(
                s,
                x,
                y,
                z,
                whole(x, samples.sizeI) >> 3,
                whole(y, samples.sizeJ) >> 3,
                whole(z, samples.sizeK) >> 3,
                1);
    }

    private void look(RayStretch s, double i0, double j0, double k0, double t) {
        float value =
                samples.at(
                        (float) (i0 + t * s.perMmI),
                        (float) (j0 + t * s.perMmJ),
                        (float) (k0 + t * s.perMmK));
        if (value > largest) {
            largest = value;
            strongest = t;
        }
    }
}
