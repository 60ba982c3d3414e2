// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.measure.Diameters;
import org.overread.segmentation.mask.measure.MaskStatistics;
import org.overread.segmentation.mask.measure.MaskValues;
import org.overread.segmentation.mask.measure.SurfaceArea;
import org.overread.segmentation.mask.measure.ValueStatistics;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// What a label measures, in the shape of `mask --op statistics --json`. `surfaceMm2` is left out where slices are tilted
/// or uneven, `values` where no volume is named; points are patient millimetres (LPS).
public record MaskFigures(
        int label,
        long voxels,
        double millilitres,
        Optional<SegmentReport.Box> box,
        Optional<List<Double>> centroid,
        Optional<Lengths> diameters,
        Optional<Double> surfaceMm2,
        Optional<ValueStatistics> values) {

    /// RECIST's axes in the slice where the longer one is longest.
    public record Lengths(
            int slice, double longAxisMm, double shortAxisMm, List<Double> from, List<Double> to) {
        private static Lengths of(Diameters d) {
            return new Lengths(
                    d.slice(), d.longAxisMm(), d.shortAxisMm(), list(d.from()), list(d.to()));
        }
    }

    public static MaskFigures of(
            int label, LabelImage labels, Mask mask, Optional<Volume> volume, Crew crew) {
        var statistics = MaskStatistics.of(mask, labels.volume().geometry());
        return new MaskFigures(
                label,
                statistics.voxels(),
                statistics.volumeMm3() / 1000,
                statistics.bounds().map(SegmentReport.Box::of),
                statistics.centroidInPatient().map(MaskFigures::list),
                statistics.diameters().map(Lengths::of),
                surface(labels, mask, crew),
                volume.flatMap(v -> MaskValues.statistics(mask, v.voxels().inMemory())));
    }

    private static Optional<Double> surface(LabelImage labels, Mask mask, Crew crew) {
        try {
            return Optional.of(SurfaceArea.mm2(mask, labels.spacing(), crew));
        } catch (MaskFileException _) { // tilted or uneven: there is no such figure
            return Optional.empty();
        }
    }

    private static List<Double> list(PatientPoint point) {
        return List.of(point.x(), point.y(), point.z());
    }
}
