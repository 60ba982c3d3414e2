// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

import java.util.Arrays;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// Squared distances, in square millimetres, from every voxel of a box to the nearest voxel of a mask within the box:
/// exact, one axis after the other. Rows are shared out along i, then strips of columns along j and k.
final class SquaredDistances {
    private static final int STRIP = 16; // columns: one line of a processor's cache

    private final VoxelBox box;
    private final float[][] slices;

    private SquaredDistances(VoxelBox box) {
        this.box = box;
        slices = new float[box.sizeK()][];
    }

    /// One array a slice of the box, rows one after the other; infinite where the box holds no voxel of the mask.
    static float[][] to(
            Mask mask, VoxelBox box, Spacing spacing, Convention convention, Crew crew) {
        var distances = new SquaredDistances(box);
        crew.each(box.sizeK(), k -> distances.alongI(mask, k, spacing.i(), convention));
        if (box.sizeJ() > 1 || box.sizeK() > 1) {
            ThreadLocal<Strip> strips =
                    ThreadLocal.withInitial(() -> distances.new Strip(spacing, convention));
            crew.each(Math.ceilDiv(box.sizeI(), STRIP), n -> strips.get().alongJAndK(n * STRIP));
        }
        return distances.slices;
    }

    private void alongI(Mask mask, int k, double spacing, Convention convention) {
        int across = box.sizeI();
        var slice = new float[across * box.sizeJ()];
        var squares = squares(across, spacing, convention);
        var row = new boolean[across];
        for (int j = 0; j < box.sizeJ(); j++) {
            int at = j * across;
            if (!read(mask, j + box.lowJ(), k + box.lowK(), row)) {
                Arrays.fill(slice, at, at + across, Float.POSITIVE_INFINITY);
                continue;
            }
            int steps = across; // beyond any distance
            for (int i = 0; i < across; i++) {
                steps = row[i] ? 0 : steps + 1;
                slice[at + i] = steps;
            }
            for (int i = across - 1; i >= 0; i--) {
                steps = row[i] ? 0 : steps + 1;
                slice[at + i] = squares[(int) Math.min(steps, slice[at + i])];
            }
        }
        slices[k] = slice;
    }

    private static float[] squares(int across, double spacing, Convention convention) {
        var squares = new float[across];
        for (int n = 1; n < across; n++) {
            double mm = (convention == Convention.INTERFACE ? n - 0.5 : n) * spacing;
            squares[n] = (float) (mm * mm);
        }
        return squares;
    }

    /// Whether the row has a voxel of the mask.
    private boolean read(Mask mask, int j, int k, boolean[] row) {
        Arrays.fill(row, false);
        boolean any = false;
        for (int p = box.lowI() / Block.SIDE; p <= box.highI() / Block.SIDE; p++) {
            int start = p * Block.SIDE - box.lowI();
            for (int bits = mask.rowBits(p, j, k); bits != 0; bits &= bits - 1) {
                int i = start + Integer.numberOfTrailingZeros(bits);
                if (i >= 0 && i < row.length) {
                    row[i] = true;
                    any = true;
                }
            }
        }
        return any;
    }

    /// Some columns beside one another. One thread.
    private final class Strip {
        private final float[] plane = new float[STRIP * box.sizeJ() * box.sizeK()];
        private final float[] costs = new float[Math.max(box.sizeJ(), box.sizeK())];
        private final float[] least = new float[costs.length];
        private final float[] lines = new float[STRIP * costs.length];
        private final LowerEnvelope alongJ;
        private final LowerEnvelope alongK;

        Strip(Spacing spacing, Convention convention) {
            alongJ = envelope(box.sizeJ(), spacing.j(), convention);
            alongK = envelope(box.sizeK(), spacing.k(), convention);
        }

        private static LowerEnvelope envelope(int length, double spacing, Convention convention) {
            return switch (convention) {
                case BORDER_CENTRES -> new LowerEnvelope.ToCentres(length, spacing);
                case INTERFACE -> new LowerEnvelope.ToFaces(length, spacing);
            };
        }

        void alongJAndK(int first) {
            int columns = Math.min(STRIP, box.sizeI() - first);
            for (int k = 0; k < slices.length; k++) {
                alongJ(first, columns, k);
            }
            for (int j = 0; j < box.sizeJ(); j += STRIP) {
                alongK(columns, j);
            }
            for (int k = 0; k < slices.length; k++) {
                for (int j = 0; j < box.sizeJ(); j += STRIP) {
                    write(first, columns, k, j);
                }
            }
        }

        /// Rows run along j, so that lines along j are whole and lines along k lie side by side.
        private int at(int column, int k) {
            return (column * slices.length + k) * box.sizeJ();
        }

        private void alongJ(int first, int columns, int k) {
            float[] slice = slices[k];
            int rows = box.sizeJ();
            for (int j = 0; j < rows; j++) {
                int from = j * box.sizeI() + first;
                for (int c = 0; c < columns; c++) {
                    lines[c * rows + j] = slice[from + c];
                }
            }
            for (int c = 0; c < columns; c++) {
                System.arraycopy(lines, c * rows, costs, 0, rows);
                alongJ.lower(costs, least, rows);
                System.arraycopy(least, 0, plane, at(c, k), rows);
            }
        }

        private void alongK(int columns, int firstJ) {
            int count = slices.length;
            int rows = Math.min(STRIP, box.sizeJ() - firstJ);
            for (int c = 0; c < columns; c++) {
                for (int k = 0; k < count; k++) {
                    int from = at(c, k) + firstJ;
                    for (int j = 0; j < rows; j++) {
                        lines[j * count + k] = plane[from + j];
                    }
                }
                for (int j = 0; j < rows; j++) {
                    System.arraycopy(lines, j * count, costs, 0, count);
                    alongK.lower(costs, least, count);
                    System.arraycopy(least, 0, lines, j * count, count);
                }
                for (int k = 0; k < count; k++) {
                    int to = at(c, k) + firstJ;
                    for (int j = 0; j < rows; j++) {
                        plane[to + j] = lines[j * count + k];
                    }
                }
            }
        }

        private void write(int first, int columns, int k, int firstJ) {
            int end = Math.min(firstJ + STRIP, box.sizeJ());
            float[] slice = slices[k];
            for (int j = firstJ; j < end; j++) {
                int to = j * box.sizeI() + first;
                for (int c = 0; c < columns; c++) {
                    slice[to + c] = plane[at(c, k) + j];
                }
            }
        }
    }
}
