// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.Optional;
import javafx.geometry.Point2D;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Lock;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;

/// What scenarios on the phantom do again and again: segments to draw on, places in its body, agreement with its truth.
record PhantomCase(OpenProgram open) {
    LabelModel labels() {
        open.awaitThat("labels", () -> open.program.labels().labels().active().get().isPresent());
        return open.onFx(() -> open.program.labels().labels().active().get().orElseThrow());
    }

    void addSegment(String name, Mask mask) {
        LabelModel labels = labels();
        open.robot.interact(
                () -> {
                    var id = labels.freeId();
                    var structure =
                            new Structure(
                                    name,
                                    name,
                                    Optional.empty(),
                                    new LabelColor(229, 100, 91),
                                    Optional.empty());
                    labels.change(
                            before ->
                                    before.with(new Segment(id, SegmentTraits.of(structure), mask)),
                            EditOrigin.of("Add " + name, "list"));
                    labels.select(Optional.of(id));
                });
    }

    void lock() {
        LabelModel labels = labels();
        open.robot.interact(
                () ->
                        labels.change(
                                before -> {
                                    Segment target = labels.target().orElseThrow();
                                    return before.withTraits(
                                            target.id(), target.traits().withLock(Lock.LOCKED));
                                },
                                EditOrigin.of("Lock", "list")));
    }

    Mask target() {
        return open.onFx(() -> labels().target().orElseThrow().mask());
    }

    String lastStep() {
        return open.onFx(() -> labels().steps().get().all().getLast().origin().name());
    }

    /// Where a point of the patient is on the screen, in the first pane, which is brought there.
    Point2D show(PatientPoint at) {
        PaneView pane = open.panes().getFirst();
        open.robot.interact(() -> open.program.desk().reading().jumpTo(at));
        open.awaitPictures();
        return open.onFx(
                () -> {
                    PanePoint there = pane.model().state().get().toPane(at);
                    return pane.localToScreen(there.x(), there.y());
                });
    }

    PatientPoint at(double i, double j, double k) {
        return open.awaitPictures().geometry().toPatient(new VoxelPoint(i, j, k));
    }

    /// The middle of what a slice has of a mask.
    PatientPoint middle(Mask mask, int k) {
        VoxelBox box = mask.bounds().orElseThrow();
        long sumI = 0;
        long sumJ = 0;
        long count = 0;
        for (int j = box.lowJ(); j <= box.highJ(); j++) {
            for (int i = box.lowI(); i <= box.highI(); i++) {
                if (mask.contains(i, j, k)) {
                    sumI += i;
                    sumJ += j;
                    count++;
                }
            }
        }
        return at(Math.rint((double) sumI / count), Math.rint((double) sumJ / count), k);
    }

    /// What slices `low` to `high` have of a mask.
    static Mask slices(Mask mask, int low, int high) {
        MaskEdit edit = Mask.empty(mask.size()).edit();
        edit.fill(new VoxelBox(0, 0, low, mask.size().i() - 1, mask.size().j() - 1, high));
        return mask.intersection(edit.mask());
    }

    static double dice(Mask a, Mask b) {
        return 2.0 * a.intersection(b).count() / (a.count() + b.count());
    }
}
