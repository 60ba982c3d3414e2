// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.Segments;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.Hatch;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;

/// What renderers are told of a model: its segments as labels in their list's order, proposals and doubts hatched. Blocks
/// that did not change stay the same objects, so that renderers take in only what was touched.
final class LabelPicture {
    private static final int OUTLINE_PX = 2;
    private static final Hatch PROPOSED = new Hatch(8, 2, 0.9);
    private static final Hatch DOUBTED = new Hatch(5, 1, 1);

    private LabelPicture() {}

    static List<Overlay> of(LabelModel model) {
        Optional<Preview> preview = model.preview().get();
        Segments shown =
                preview.filter(p -> p.look() == Preview.Look.LIVE)
                        .map(Preview::after)
                        .orElse(model.segments().get());
        var drawn = new ArrayList<DrawnLabel>();
        for (Segment segment : shown.list()) {
            if (segment.traits().isShown()) {
                drawn.add(new DrawnLabel(segment.mask(), style(segment, model.look().get())));
            }
        }
        preview.filter(p -> p.look() == Preview.Look.PROPOSED)
                .ifPresent(
                        proposed -> {
                            for (Segment segment : proposed.after().list()) {
                                if (proposed.changed().contains(segment.id())) {
                                    drawn.add(hatched(segment));
                                }
                            }
                        });
        if (drawn.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Labels(
                        model.volume().geometry(),
                        Joining.Joined.within(model.volume().frame()),
                        drawn,
                        Labels.Edges.VOXELS));
    }

    private static LabelStyle style(Segment segment, LabelLook look) {
        int rgb = rgb(segment.traits().color());
        return switch (segment.traits().role()) {
            case SegmentRole.Label _ ->
                    (switch (look.of(segment.id())) {
                                case BOTH ->
                                        LabelStyle.of(rgb, look.fillOf(segment.id()), OUTLINE_PX);
                                case FILL -> LabelStyle.of(rgb, look.fillOf(segment.id()), 0);
                                case OUTLINE -> LabelStyle.of(rgb, 0, OUTLINE_PX);
                            })
                            .withSurface(look.surfaceOf(segment.id()));
            case SegmentRole.Proposal _, SegmentRole.Proposed _ ->
                    LabelStyle.of(rgb, 0.08, 1).withHatch(PROPOSED);
            case SegmentRole.Doubt _ -> LabelStyle.of(rgb, 0, 0).withHatch(DOUBTED);
        };
    }

    private static DrawnLabel hatched(Segment segment) {
        return new DrawnLabel(
                segment.mask(),
                LabelStyle.of(rgb(segment.traits().color()), 0.15, 1).withHatch(PROPOSED));
    }

    static int rgb(LabelColor color) {
        return color.red() << 16 | color.green() << 8 | color.blue();
    }

    /// The uppermost shown segment at a point of the patient.
    static Optional<Segment> at(LabelModel model, PatientPoint point) {
        VoxelPoint voxel = model.volume().geometry().toVoxel(point);
        int i = (int) Math.rint(voxel.i());
        int j = (int) Math.rint(voxel.j());
        int k = (int) Math.rint(voxel.k());
        return model.segments().get().list().reversed().stream()
                .filter(s -> s.traits().isShown() && !isDoubt(s))
                .filter(s -> s.mask().contains(i, j, k))
                .findFirst();
    }

    private static boolean isDoubt(Segment segment) {
        return segment.traits().role() instanceof SegmentRole.Doubt;
    }

    /// What it says under the cursor.
    static Optional<String> nameAt(LabelModel model, PatientPoint point) {
        return at(model, point).map(s -> s.traits().name());
    }

    /// The doubts of a label.
    static Optional<Segment> doubts(Segments segments, SegmentId of) {
        return segments.list().stream()
                .filter(s -> s.traits().role().equals(new SegmentRole.Doubt(of)))
                .findFirst();
    }
}
