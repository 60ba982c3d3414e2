// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// The long axis of a mask and the short axis across it, proposed as RECIST asks for: in the slice and the connected part
/// of it whose longest diameter is longest, and there the longest line perpendicular to it that stays within the mask.
///
/// The rim runs half way between the centres of voxels inside and outside, where it lies on the average; voxels that meet
/// at a corner only are apart. Both axes are exact for that rim, on tilted grids too. Of equal ones the first counts.
public record RecistAxes(int slice, Ruler.Bidirectional axes) {

    /// Empty for the empty mask. Costs the rows within the mask's bounds.
    public static Optional<RecistAxes> propose(Mask mask, VolumeGeometry geometry) {
        if (!mask.size().equals(geometry.size())) {
            throw new IllegalArgumentException(
                    "a mask of %s in a volume of %s".formatted(mask.size(), geometry.size()));
        }
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        var frame = InSlice.of(geometry);
        int slice = 0;
        List<RimPiece> rim = List.of();
        LongestLine best = null;
        for (int k = bounds.get().lowK(); k <= bounds.get().highK(); k++) {
            for (List<RimPiece> part : SliceRims.of(mask, bounds.get(), k)) {
                LongestLine line = LongestLine.of(frame.toMm(part));
                if (best == null || line.mm() > best.mm() * (1 + 1e-12)) {
                    best = line;
                    rim = part;
                    slice = k;
                }
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        Chord chord = Chord.longestAcross(frame.toMm(rim), best);
        return Optional.of(
                new RecistAxes(
                        slice,
                        new Ruler.Bidirectional(
                                frame.toPatient(best.fromX(), best.fromY(), slice),
                                frame.toPatient(best.toX(), best.toY(), slice),
                                frame.toPatient(chord.fromX(), chord.fromY(), slice),
                                frame.toPatient(chord.toX(), chord.toY(), slice))));
    }

    /// Millimetres within a slice: x along the rows, y across them, so that axes that are not perpendicular are measured
    /// as they are.
    private record InSlice(VolumeGeometry geometry, double jAlong, double jAcross) {
        static InSlice of(VolumeGeometry geometry) {
            PatientVector alongRow = geometry.iStep().unit();
            PatientVector across = geometry.normal().cross(alongRow);
            return new InSlice(
                    geometry, geometry.jStep().dot(alongRow), geometry.jStep().dot(across));
        }

        List<RimPiece> toMm(List<RimPiece> rim) {
            return rim.stream()
                    .map(
                            p ->
                                    new RimPiece(
                                            x(p.fromX(), p.fromY()),
                                            p.fromY() * jAcross,
                                            x(p.toX(), p.toY()),
                                            p.toY() * jAcross))
                    .toList();
        }

        private double x(double i, double j) {
            return i * geometry.spacingI() + j * jAlong;
        }

        PatientPoint toPatient(double x, double y, int k) {
            double j = y / jAcross;
            return geometry.toPatient(new VoxelPoint((x - j * jAlong) / geometry.spacingI(), j, k));
        }
    }
}
