// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.app.desktop.reading.TestVolumes.Acquisition;
import org.overread.viewer.dicom.present.Turning;
import org.overread.viewer.dicom.present.Turning.Mirroring;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// How the plane of acquired slices lies on the screen.
class PresentationViewTest {
    private static ReadingModel reading(VolumeGeometry geometry) {
        var reading = new ReadingModel(Runnable::run, Runnable::run);
        Volume volume = TestVolumes.of(geometry, ValueUnit.HU, v -> v.i());
        reading.show(volume, List.of());
        return reading;
    }

    /// From a voxel to another on the screen, in pixels.
    private static PanePoint way(PaneState shown, VoxelPoint from, VoxelPoint to) {
        VolumeGeometry geometry = shown.volume().geometry();
        PanePoint a = shown.toPane(geometry.toPatient(from));
        PanePoint b = shown.toPane(geometry.toPatient(to));
        return new PanePoint(b.x() - a.x(), b.y() - a.y());
    }

    private static void assertLeads(double x, double y, PanePoint way) {
        double length = Math.hypot(way.x(), way.y());
        assertEquals(x, way.x() / length, 1e-6);
        assertEquals(y, way.y() / length, 1e-6);
    }

    /// A picture turned clockwise by an angle, with y downwards: (x, y) comes to (x cos - y sin, x sin + y cos); mirrored
    /// after that its x changes sign.
    @ParameterizedTest
    @EnumSource(Acquisition.class)
    void rowsAndColumnsAreTurnedAsTheStateSays(Acquisition acquisition) {
        VolumeGeometry geometry = TestVolumes.geometry(acquisition);
        ReadingModel reading = reading(geometry);
        var view = new PresentationView(reading, geometry);
        var corner = new VoxelPoint(3, 4, 5);
        for (int quarters = 0; quarters < 4; quarters++) {
            for (Mirroring mirroring : Mirroring.values()) {
                view.turn(Optional.of(new Turning(quarters, mirroring)));
                PaneState shown = view.pane().state().get();
                assertInstanceOf(SliceAxis.Acquired.class, shown.slices());
                double sign = mirroring == Mirroring.NONE ? 1 : -1;
                double cos = Math.cos(quarters * Math.PI / 2);
                double sin = Math.sin(quarters * Math.PI / 2);
                assertLeads(sign * cos, sin, way(shown, corner, new VoxelPoint(4, 4, 5)));
                assertLeads(-sign * sin, cos, way(shown, corner, new VoxelPoint(3, 5, 5)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Acquisition.class)
    void whatAHandTurnedLiesAsAcquiredAgainForAStateThatSaysNothing(Acquisition acquisition) {
        VolumeGeometry geometry = TestVolumes.geometry(acquisition);
        ReadingModel reading = reading(geometry);
        var view = new PresentationView(reading, geometry);
        PaneState before = view.pane().state().get();
        var other =
                reading.panes().stream()
                        .filter(pane -> pane.view() != view.plane())
                        .findFirst()
                        .orElseThrow();
        reading.planes().turn(other, Optional.of(view.plane()), 0.4);
        view.turn(Optional.empty());
        PaneState after = view.pane().state().get();
        assertEquals(0, before.plane().right().minus(after.plane().right()).length(), 1e-9);
        assertEquals(0, before.plane().down().minus(after.plane().down()).length(), 1e-9);
    }
}
