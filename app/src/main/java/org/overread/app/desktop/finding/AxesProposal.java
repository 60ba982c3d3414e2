// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.measure.RecistAxes;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Long and short axis proposed from the label at a point: of several the smallest, which is the lesion and not the organ.
public final class AxesProposal {
    private AxesProposal() {}

    private record Candidate(Mask mask, VolumeGeometry geometry) {}

    /// Empty where no label with a mask lies in this frame of reference at the point. Costs the mask's rows.
    public static Optional<Ruler.Bidirectional> at(PatientPoint point, List<Overlay> overlays) {
        Optional<Candidate> smallest = Optional.empty();
        for (Overlay overlay : overlays) {
            List<Labels> sets =
                    switch (overlay) {
                        case Labels labels -> List.of(labels);
                        case LabelComparison(Labels first, Labels second, _) ->
                                List.of(first, second);
                        case FusedVolume _ -> List.of();
                    };
            for (Labels labels : sets) {
                for (DrawnLabel label : labels.shown()) {
                    boolean here = labels.joined().base().equals(labels.joined().overlay());
                    if (here
                            && label.bits() instanceof Mask mask
                            && contains(mask, labels.geometry(), point)
                            && smallest.map(s -> mask.count() < s.mask.count()).orElse(true)) {
                        smallest = Optional.of(new Candidate(mask, labels.geometry()));
                    }
                }
            }
        }
        return smallest.flatMap(s -> RecistAxes.propose(s.mask, s.geometry)).map(RecistAxes::axes);
    }

    private static boolean contains(Mask mask, VolumeGeometry geometry, PatientPoint point) {
        VoxelPoint v = geometry.toVoxel(point);
        return mask.contains(
                (int) Math.floor(v.i() + 0.5),
                (int) Math.floor(v.j() + 0.5),
                (int) Math.floor(v.k() + 0.5));
    }
}
