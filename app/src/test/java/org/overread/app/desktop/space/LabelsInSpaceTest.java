// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.finding.AxesProposal;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.space.SpaceLook;
import org.overread.viewer.space.SpaceRenderer;
import org.overread.viewer.space.SpaceScene;
import org.overread.viewer.space.SpaceView;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// A ball as a label, on a grid with gantry tilt: its surface in the body and its axes.
final class LabelsInSpaceTest {
    private static final double RADIUS = 13;
    private static final PatientPoint CENTER = new PatientPoint(3, -4, 5);
    private static final double VOXEL = 1.2;

    private final ReadingModel reading = new ReadingModel(Runnable::run, Runnable::run);
    private final SpaceModel model = new SpaceModel(reading, Runnable::run, Runnable::run);
    private final Volume volume = volume();

    private static Volume volume() {
        var grid =
                new VolumeGeometry(
                        new GridSize(50, 50, 40),
                        new PatientVector(1, 0, 0),
                        new PatientVector(0, 1, 0),
                        new SliceStack.Even(
                                new PatientPoint(-25, -32, -24), new PatientVector(0, 0.3, VOXEL)));
        return TestVolumes.of(grid, ValueUnit.HU, v -> 40);
    }

    private static Mask ball(VolumeGeometry grid, double radius) {
        MaskEdit edit = Mask.empty(grid.size()).edit();
        for (int k = 0; k < grid.size().k(); k++) {
            for (int j = 0; j < grid.size().j(); j++) {
                for (int i = 0; i < grid.size().i(); i++) {
                    if (grid.toPatient(new VoxelPoint(i, j, k)).distanceTo(CENTER) <= radius) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
        return edit.mask();
    }

    private Labels labels(Mask... masks) {
        return new Labels(
                volume.geometry(),
                Joining.Joined.within(volume.frame()),
                List.of(masks).stream()
                        .map(mask -> new DrawnLabel(mask, LabelStyle.of(0x4080FF, 0.35, 1)))
                        .toList(),
                Labels.Edges.VOXELS);
    }

    @BeforeEach
    void open() {
        reading.show(volume, List.of());
        model.open(Optional.of(volume));
        model.want(true);
    }

    @Test
    void aLabelOverTheSlicesStandsInTheBodyAtItsPlace() {
        reading.overlays().set(List.of(labels(ball(volume.geometry(), RADIUS))));
        assertEquals(1, model.surfaces());
        SpaceLook alone = model.looks().getLast();
        assertTrue(alone instanceof SpaceLook.SurfacesAlone);
        model.choose(alone);
        for (SpaceView.Side side : SpaceView.Side.values()) {
            model.lookFrom(side);
            SpaceScene scene = model.scene(400, 400, 1, SpaceScene.Pace.SHARP).orElseThrow();
            double pixelMm = scene.raster().pixelMm();
            var plane = scene.view().plane();
            PatientVector way = CENTER.from(plane.center());
            int column = (int) Math.rint(way.dot(plane.right()) / pixelMm + 199.5);
            int row = (int) Math.rint(way.dot(plane.down()) / pixelMm + 199.5);
            PatientPoint hit = SpaceRenderer.pick(scene, column, row).orElseThrow();
            assertEquals(-RADIUS, hit.from(CENTER).dot(scene.view().deep()), VOXEL);
            int beside = (int) Math.ceil((RADIUS + VOXEL) / pixelMm);
            assertTrue(SpaceRenderer.pick(scene, column + beside, row).isEmpty());
        }
    }

    @Test
    void aLabelThatIsTakenAwayLeavesTheBody() {
        reading.overlays().set(List.of(labels(ball(volume.geometry(), RADIUS))));
        model.choose(model.looks().getLast());
        reading.overlays().set(List.of());
        assertEquals(0, model.surfaces());
        assertTrue(model.look().orElseThrow() instanceof SpaceLook.Clouds);
    }

    @Test
    void aSurfaceCoversAsMuchAsTheLooksOfItsLabelSay() {
        Mask ball = ball(volume.geometry(), RADIUS);
        for (double opacity : new double[] {1, 0.4, 0.1}) {
            LabelStyle style = LabelStyle.of(0x4080FF, 0.35 * opacity, 1).withSurface(opacity);
            reading.overlays()
                    .set(
                            List.of(
                                    new Labels(
                                            volume.geometry(),
                                            Joining.Joined.within(volume.frame()),
                                            List.of(new DrawnLabel(ball, style)),
                                            Labels.Edges.VOXELS)));
            SpaceScene scene = model.scene(90, 90, 1, SpaceScene.Pace.SHARP).orElseThrow();
            assertEquals(opacity, scene.meshes().getFirst().opacity());
        }
    }

    @Test
    void theAxesOfTheSmallestLabelAtTheCursorAreProposed() {
        Labels both = labels(ball(volume.geometry(), 17), ball(volume.geometry(), RADIUS));
        Ruler.Bidirectional axes = AxesProposal.at(CENTER, List.of(both)).orElseThrow();
        assertEquals(2 * RADIUS, axes.longFrom().distanceTo(axes.longTo()), 1);
        assertEquals(2 * RADIUS, axes.shortFrom().distanceTo(axes.shortTo()), 1);
        assertTrue(
                AxesProposal.at(CENTER.plus(new PatientVector(0, 0, 20)), List.of(both)).isEmpty());
    }

    @Test
    void aVolumeThatNobodySeesIsNotPrepared() {
        var hidden = new SpaceModel(reading, Runnable::run, Runnable::run);
        hidden.open(Optional.of(volume));
        assertTrue(hidden.state().get() instanceof SpaceModel.State.Waiting);
        assertTrue(hidden.scene(100, 100, 1, SpaceScene.Pace.MOVING).isEmpty());
    }
}
