// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.app.desktop.reading.ArrivedSlices;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.Links;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.viewer.fence.CatchesEverything;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A volume of a few voxels, opened in panes that are in no window: code is linked when it is first run, and much of it
/// runs first when a volume is opened, in which it takes several times as long as ever after.
///
/// All that takes part is its own and comes into no window, so that any thread may do it; the FX thread is not to.
@CatchesEverything("nobody asked for it, so nobody is to hear that it failed")
public final class Practice {
    private static final Logger LOG = LoggerFactory.getLogger(Practice.class);
    private static final int SIDE = 8;
    private static final double WIDE = 1200;
    private static final double HIGH = 800;

    private Practice() {}

    /// Takes a tenth of a second; what fails is in the log.
    public static void run() {
        try {
            read();
        } catch (RuntimeException e) {
            LOG.warn("nothing was practised", e);
        }
    }

    private static void read() {
        ReadingModel reading = new Comparison(reading(), new Links(), Practice::reading).main();
        Volume volume = volume();
        try (var queue = new PictureQueue(CpuSliceRenderer.singleThreaded(), _ -> {})) {
            List<PaneView> panes =
                    reading.panes().stream().map(pane -> PaneView.alone(pane, queue)).toList();
            var row = new HBox();
            row.getChildren().addAll(panes);
            panes.forEach(pane -> HBox.setHgrow(pane, Priority.ALWAYS));
            Parent root = new Scene(row, WIDE, HIGH).getRoot();
            // laid out without styles: who looks those up keeps the FX thread from doing so
            reading.showWhileLoading(volume, List.of());
            root.layout();
            reading.slicesArrived(new Progress(2, SIDE), new ArrivedSlices(3, 4));
            root.layout();
            reading.slicesArrived(new Progress(4, SIDE), new ArrivedSlices(2, 5));
            root.layout();
            reading.completed(volume);
            root.layout();
            panes.forEach(PaneView::close);
        }
    }

    private static ReadingModel reading() {
        return new ReadingModel(Runnable::run, Runnable::run);
    }

    private static Volume volume() {
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(SIDE, SIDE, SIDE),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        var voxels = new Voxels.Int16(PlanarImgs.shorts(SIDE, SIDE, SIDE));
        return new Volume("practice", "0123456789 practice", geometry, ValueUnit.HU, voxels)
                .withFrame(new FrameOfReference.Named("practice"));
    }
}
