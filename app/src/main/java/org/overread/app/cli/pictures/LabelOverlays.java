// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.pictures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Places;
import org.overread.app.segment.LabelImage;
import org.overread.app.segment.MaskFileException;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.FrameOfReference;

/// Label files drawn over a picture, each value in a colour of its own. Whoever names a file beside a volume says that
/// both lie in the same patient space.
final class LabelOverlays {
    /// Told apart by people who do not see all colours (Okabe and Ito).
    private static final int[] COLOURS = {
        0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7
    };

    private static final double FILL = 0.35;
    private static final int OUTLINE_PX = 1;

    private LabelOverlays() {}

    /// In the order of the files and of the values in each.
    static List<Overlay> of(List<Path> files, FrameOfReference frame, Crew crew)
            throws CommandRefused, MaskFileException {
        var overlays = new ArrayList<Overlay>();
        int next = 0;
        for (Path file : files) {
            Places.requireReadable(List.of(file));
            LabelImage labels = LabelImage.read(file);
            var drawn = new ArrayList<DrawnLabel>();
            for (int value : labels.values()) {
                Mask mask = labels.mask(value, crew);
                int colour = COLOURS[next++ % COLOURS.length];
                drawn.add(new DrawnLabel(mask, LabelStyle.of(colour, FILL, OUTLINE_PX)));
            }
            overlays.add(
                    new Labels(
                            labels.volume().geometry(),
                            Joining.Joined.within(frame),
                            drawn,
                            Labels.Edges.VOXELS));
        }
        return overlays;
    }
}
