// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.util.Optional;
import org.overread.app.cli.line.CommandRefused;
import org.overread.segmentation.tool.Seed;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Seeds as a person types them: three numbers, and `=label` behind them where it is not 1.
final class SeedText {
    private SeedText() {}

    /// `i,j,k` or `i,j,k=label`: voxel indices, counted from 0.
    static Seed voxel(String text) throws CommandRefused {
        double[] at = numbers(text, "voxel indices, such as 120,85,40");
        for (double index : at) {
            if (index != Math.rint(index)) {
                throw new CommandRefused("--seed takes whole numbers, not '%s'.".formatted(text));
            }
        }
        return new Seed.Point(label(text), (int) at[0], (int) at[1], (int) at[2]);
    }

    /// `x,y,z` or `x,y,z=label`: millimetres in the patient (LPS); the voxel that the point lies in.
    static Seed patient(String text, VolumeGeometry geometry) throws CommandRefused {
        double[] at = numbers(text, "millimetres, such as -12.5,40,103.2");
        var point = new PatientPoint(at[0], at[1], at[2]);
        if (!geometry.contains(point)) {
            throw new CommandRefused("Seed %s mm lies outside the volume.".formatted(text));
        }
        VoxelPoint voxel = geometry.toVoxel(point);
        return new Seed.Point(
                label(text),
                index(voxel.i(), geometry.size().i()),
                index(voxel.j(), geometry.size().j()),
                index(voxel.k(), geometry.size().k()));
    }

    private static int index(double at, int size) {
        return Math.clamp(Math.round(at), 0, size - 1);
    }

    private static double[] numbers(String text, String what) throws CommandRefused {
        String[] parts = text.split("=", 2)[0].split(",", -1);
        var numbers = new double[3];
        boolean good = parts.length == 3;
        for (int n = 0; good && n < 3; n++) {
            Optional<Double> number = number(parts[n]);
            good = number.isPresent();
            numbers[n] = number.orElse(0.0);
        }
        if (!good) {
            throw new CommandRefused("A seed is three %s, not '%s'.".formatted(what, text));
        }
        return numbers;
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) && Math.abs(value) < 1e9
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int label(String text) throws CommandRefused {
        String[] parts = text.split("=", 2);
        double label = parts.length == 1 ? 1 : number(parts[1]).orElse(0.0);
        if (!(label >= 1 && label <= 255 && label == Math.rint(label))) {
            throw new CommandRefused(
                    "The label of a seed is 1 to 255, not '%s'.".formatted(parts[1]));
        }
        return (int) label;
    }
}
