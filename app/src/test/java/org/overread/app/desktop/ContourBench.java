// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// A reading of the coarse sample, brought to the middle slice of the organ.
final class ContourBench implements AutoCloseable {
    private static final int FACTOR = 4;

    final OpenProgram open;
    final LabelModel labels;
    final PaneView pane;
    final VolumeGeometry geometry;
    final Mask truth;
    final int slice;
    final PatientPoint middle;

    ContourBench(Path home) throws IOException, TimeoutException {
        open = new OpenProgram(home);
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run, FACTOR);
        open.open(study);
        geometry = open.awaitPictures().geometry();
        labels = LabelsScenarioTest.labels(open);
        pane = open.panes().getFirst();
        Mask organ = CoarseSample.truth("Liver", FACTOR);
        VoxelBox box = organ.bounds().orElseThrow();
        slice = (box.lowK() + box.highK()) / 2;
        truth = onSlice(organ, slice);
        middle = center(truth);
        show(middle);
    }

    void show(PatientPoint at) {
        open.robot.interact(() -> open.program.desk().reading().jumpTo(at));
        open.awaitPictures();
        // the lines of the other planes are in the hand's way
        open.robot.interact(() -> open.program.desk().reading().writing().crosshair().set(false));
    }

    private PatientPoint center(Mask mask) {
        VoxelBox box = mask.bounds().orElseThrow();
        long sumI = 0;
        long sumJ = 0;
        for (int j = box.lowJ(); j <= box.highJ(); j++) {
            for (int i = box.lowI(); i <= box.highI(); i++) {
                if (mask.contains(i, j, slice)) {
                    sumI += i;
                    sumJ += j;
                }
            }
        }
        double count = mask.count();
        return geometry.toPatient(
                new VoxelPoint(Math.rint(sumI / count), Math.rint(sumJ / count), slice));
    }

    Point2D screen(PatientPoint at) {
        return open.onFx(
                () -> {
                    PanePoint there = pane.model().state().get().toPane(at);
                    return pane.localToScreen(there.x(), there.y());
                });
    }

    /// Points on the organ's edge, seen from its middle by so many rays, as far as the rays stay inside.
    List<PatientPoint> edge(int rays) {
        var points = new ArrayList<PatientPoint>();
        VoxelPoint from = geometry.toVoxel(middle);
        for (int n = 0; n < rays; n++) {
            double angle = 2 * Math.PI * n / rays;
            double r = 0;
            while (isIn(from, angle, r + 0.1)) {
                r += 0.1;
            }
            points.add(
                    geometry.toPatient(
                            new VoxelPoint(
                                    from.i() + r * Math.cos(angle),
                                    from.j() + r * Math.sin(angle),
                                    slice)));
        }
        return points;
    }

    /// Around the organ: above each so many columns of voxels, then back below them.
    List<PatientPoint> outline(int columns) {
        VoxelBox box = truth.bounds().orElseThrow();
        var above = new ArrayList<PatientPoint>();
        var below = new ArrayList<PatientPoint>();
        for (int i = box.lowI(); i <= box.highI(); i += columns) {
            int low = box.lowJ();
            int high = box.highJ();
            while (!truth.contains(i, low, slice)) {
                low++;
            }
            while (!truth.contains(i, high, slice)) {
                high--;
            }
            if (high - low > 3) { // points nearer than that would be one
                above.add(geometry.toPatient(new VoxelPoint(i, low - 0.5, slice)));
                below.addFirst(geometry.toPatient(new VoxelPoint(i, high + 0.5, slice)));
            }
        }
        above.addAll(below);
        return above;
    }

    /// The organ with what it surrounds, as an outline has it: a cyst lies in the liver.
    Mask filled() {
        MaskEdit edit = truth.edit();
        VoxelBox box = truth.bounds().orElseThrow();
        for (int i = box.lowI(); i <= box.highI(); i++) {
            int first = Integer.MAX_VALUE;
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                if (truth.contains(i, j, slice)) {
                    for (int between = first; between < j; between++) {
                        edit.set(i, between, slice);
                    }
                    first = j;
                }
            }
        }
        return edit.mask();
    }

    private boolean isIn(VoxelPoint from, double angle, double r) {
        return truth.contains(
                (int) Math.round(from.i() + r * Math.cos(angle)),
                (int) Math.round(from.j() + r * Math.sin(angle)),
                slice);
    }

    void addSegment(String name) {
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
                                    before.with(
                                            new Segment(
                                                    id,
                                                    SegmentTraits.of(structure),
                                                    Mask.empty(before.size()))),
                            EditOrigin.of("Add " + name, "list"));
                    labels.select(Optional.of(id));
                });
    }

    PaneTool take(String id) {
        open.run("tool." + id);
        return open.onFx(() -> open.program.desk().area().tools().active().get());
    }

    void click(PatientPoint at) {
        open.robot.clickOn(screen(at), MouseButton.PRIMARY);
    }

    void drag(List<Point2D> way) {
        open.robot.moveTo(way.getFirst());
        open.robot.press(MouseButton.PRIMARY);
        way.forEach(open.robot::moveTo);
        open.robot.release(MouseButton.PRIMARY);
    }

    Mask mask() {
        return open.onFx(() -> labels.target().orElseThrow().mask());
    }

    Mask shown() {
        return open.onFx(
                () ->
                        labels.preview()
                                .get()
                                .flatMap(p -> p.after().find(labels.selected().get().orElseThrow()))
                                .map(Segment::mask)
                                .orElse(Mask.empty(geometry.size())));
    }

    int steps() {
        return open.onFx(() -> labels.steps().get().done());
    }

    void awaitStep(int before) {
        open.awaitThat("a step", () -> labels.steps().get().done() == before + 1);
    }

    String lastStep() {
        return open.onFx(() -> labels.steps().get().all().getLast().origin().name());
    }

    @Override
    public void close() throws IOException, TimeoutException {
        open.close();
    }

    private static Mask onSlice(Mask mask, int k) {
        MaskEdit edit = Mask.empty(mask.size()).edit();
        for (int j = 0; j < mask.size().j(); j++) {
            for (int i = 0; i < mask.size().i(); i++) {
                if (mask.contains(i, j, k)) {
                    edit.set(i, j, k);
                }
            }
        }
        return edit.mask();
    }
}
