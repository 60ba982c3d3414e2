// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.local.LocalBox;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.work.Crew;

/// A region whose border moves step by step: φ' = curvature · stiffness · κ|∇φ| - propagation · speed · |∇φ| +
/// advection · ∇g · ∇φ, φ the distance from the border (mm), κ the sum of its two curvatures (1/mm), g the edge map.
///
/// Explicit steps as long as stability allows; upwind differences for what moves, central ones for what bends. One
/// thread at a time; the work of a step is shared out by the crew. Costs a step about a hundred nanoseconds a voxel
/// beside the front.
public final class LevelSet {
    private static final int CHUNK = 512;
    private static final int STRAIGHTEN = 100; // steps between; each costs the front a little
    private static final int LOOK_BACK = 20; // steps
    private static final double FARTHEST =
            0.45; // of a smallest side, that the front moves in a step

    private final LocalBox box;
    private final LocalVolume local;
    private final Crew crew;
    private final Band band;
    private final FrontRates rates;
    private float[] changes = new float[0];
    private double sumInside;
    private double sumAll;
    private long countInside;
    private long countAll;
    private Drive drive;
    private Motion motion;
    private float[] field;
    private long steps;
    private double time;
    private final long[] countsBefore = new long[LOOK_BACK];
    private boolean atRest;

    /// `distance` has a number for each of the box, shell included: negative inside, millimetres beside the border; it
    /// is used up. `field` is what the drive reads; `motion` how strongly.
    public LevelSet(
            LocalVolume local,
            float[] distance,
            float[] field,
            Drive drive,
            Motion motion,
            Crew crew) {
        this.local = local;
        this.crew = crew;
        this.field = field;
        this.drive = drive;
        this.motion = motion;
        box = local.box();
        double[] sides = {local.stepI(), local.stepJ(), local.geometry().spacingK()};
        band = new Band(box, distance, local.open(), sides);
        band.follow(crew);
        rates = new FrontRates(box, band.distance, sides);
        for (int n = 0; n < distance.length; n++) {
            if (local.open()[n]) {
                countAll++;
                sumAll += local.values()[n];
                if (band.isInside(n)) {
                    countInside++;
                    sumInside += local.values()[n];
                }
            }
        }
    }

    /// From the next step on, another motion.
    public void use(Motion other) {
        motion = other;
    }

    /// From the next step on, another drive through another field.
    public void use(Drive other, float[] otherField) {
        drive = other;
        field = otherField;
    }

    /// One step; answers the time that it took, 0 where there is no border left.
    public double step() {
        crew.cancel().check();
        int count = band.movingCount();
        if (band.activeCount() == 0) {
            atRest = true;
            return 0;
        }
        if (drive instanceof Drive.Means) {
            drive = means();
        }
        if (changes.length < count) {
            changes = new float[count + count / 2];
        }
        int parts = Math.ceilDiv(count, CHUNK);
        var fastest = new double[parts];
        crew.each(
                parts,
                part -> {
                    int end = Math.min(count, (part + 1) * CHUNK);
                    double most = 0;
                    for (int n = part * CHUNK; n < end; n++) {
                        changes[n] = rates.at(band.moving(n), field, drive, motion);
                        most = Math.max(most, rates.pace(band.moving(n), field, drive, motion));
                    }
                    fastest[part] = most;
                });
        double most = Math.abs(motion.propagation());
        for (double pace : fastest) {
            most = Math.max(most, pace);
        }
        double length =
                FARTHEST
                        / (most / rates.smallestSide()
                                + 2 * motion.curvature() * rates.perSquare());
        if (!Double.isFinite(length)) {
            atRest = true; // nothing moves it
            return 0;
        }
        for (int n = 0; n < count; n++) {
            changes[n] *= (float) length;
        }
        countsBefore[(int) (steps % LOOK_BACK)] = countInside;
        band.move(changes, this::turned, crew);
        steps++;
        if (steps % STRAIGHTEN == 0) {
            band.straighten();
            band.follow(crew);
        }
        time += length;
        return length;
    }

    private void turned(int voxel, boolean isInside) {
        int sign = isInside ? 1 : -1;
        countInside += sign;
        sumInside += sign * (double) local.values()[voxel];
    }

    private Drive.Means means() {
        long outside = countAll - countInside;
        return new Drive.Means(
                countInside == 0 ? 0 : sumInside / countInside,
                outside == 0 ? 0 : (sumAll - sumInside) / outside);
    }

    /// How many steps were made.
    public long steps() {
        return steps;
    }

    /// The time that all steps took together.
    public double time() {
        return time;
    }

    /// How far the border moved of late, in voxels a step, on balance: noise that makes it tremble does not count. Large
    /// in the first steps; 0 where nothing moves it or it is gone.
    public double drift() {
        if (atRest) {
            return 0;
        }
        if (steps < LOOK_BACK) {
            return Double.POSITIVE_INFINITY;
        }
        double turned = Math.abs(countInside - countsBefore[(int) (steps % LOOK_BACK)]);
        return turned / LOOK_BACK / Math.max(1, band.activeCount() / 2.0);
    }

    /// Open voxels whose centres lie inside.
    public long voxels() {
        return countInside;
    }

    /// The mean value inside and outside, of the open voxels of the box.
    public Drive.Means meansNow() {
        return means();
    }

    /// The voxels whose centres lie inside; costs a look at every voxel of the box.
    public Mask mask() {
        return box.mask(band::isInside);
    }

    /// The distance from the border, mm, negative inside; right within two voxels of it, elsewhere only its sign.
    public double distance(int i, int j, int k) {
        return band.distance[box.at(i, j, k)];
    }
}
