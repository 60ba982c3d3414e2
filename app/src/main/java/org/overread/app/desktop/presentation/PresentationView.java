// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.PlaneTurns;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.dicom.present.PresentationState.Area;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Sizing;
import org.overread.viewer.dicom.present.Turning;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.StandardPlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// How the panes show the part of a slice that a presentation state wants, turned as it wants it. FX thread.
final class PresentationView {
    private final ReadingModel reading;
    private final VolumeGeometry geometry;
    private final ViewPlane view;

    PresentationView(ReadingModel reading, VolumeGeometry geometry) {
        this.reading = reading;
        this.geometry = geometry;
        StandardPlane slices = StandardPlane.ofSlices(geometry);
        view =
                Arrays.stream(ViewPlane.values())
                        .filter(one -> one.standard() == slices)
                        .findFirst()
                        .orElseThrow();
    }

    /// The pane that shows slices as they were acquired, once the planes lie as the state wants them; one of the light
    /// box where there is one, which all go together.
    PaneModel pane() {
        return Stream.concat(films(), reading.panes().stream())
                .filter(pane -> pane.view() == view)
                .findFirst()
                .orElseThrow();
    }

    private Stream<PaneModel> films() {
        return reading.film().panes().stream().filter(pane -> pane.state().get() != null);
    }

    /// Whether a light box shows them.
    boolean isInFilm() {
        return films().anyMatch(pane -> pane.view() == view);
    }

    ViewPlane plane() {
        return view;
    }

    /// As the stored image lies, turned; of a state that does not say how, as usual.
    void turn(Optional<Turning> turning) {
        reading.planes().turnTo(turns(turning));
    }

    private PlaneTurns turns(Optional<Turning> turning) {
        SlicePlane usual = view.standard().acquired(geometry, PatientPoint.ORIGIN);
        PatientVector right = turning.map(way -> along(way.right())).orElse(usual.right());
        PatientVector down = turning.map(way -> along(way.down())).orElse(usual.down());
        return reading.planes().turned(view, right, down);
    }

    private PatientVector along(Turning.Direction way) {
        PatientVector columns = geometry.iStep().unit();
        PatientVector rows = geometry.jStep().minus(columns.times(geometry.jStep().dot(columns)));
        return way.columns() != 0 ? columns.times(way.columns()) : rows.unit().times(way.rows());
    }

    /// Whether millimetres of the picture are known to be some.
    boolean hasLengths(PaneState state) {
        return state.volume().verdict().isCalibrated()
                || reading.kind().pixelMeasure().get() != PixelMeasure.NONE;
    }

    void show(Area area, int k, ScreenOfPictures screen) {
        PaneState state = pane().state().get();
        if (state == null) {
            return;
        }
        double pixelMm = pixelMm(area, state, screen);
        if (pixelMm > 0 && Double.isFinite(pixelMm)) {
            pane().showAround(middle(area, k), pixelMm);
            if (!(area.sizing() instanceof Sizing.Fit)) {
                pane().scaleTo(pixelMm); // whatever zoom that is
            }
        }
    }

    private double pixelMm(Area area, PaneState state, ScreenOfPictures screen) {
        double columnMm = geometry.spacingI();
        return switch (area.sizing()) {
            case Sizing.Fit _ -> fitting(area, state);
            case Sizing.Life(OptionalDouble said) ->
                    screen.pixelMm().isPresent() && hasLengths(state)
                            ? screen.pixelMm().getAsDouble() * columnMm / said.orElse(columnMm)
                            : fitting(area, state);
            case Sizing.Magnified(double ratio) -> columnMm * screen.perLogical() / ratio;
        };
    }

    private double fitting(Area area, PaneState state) {
        PatientPoint corner = place(area.from(), 0, geometry);
        PatientPoint opposite = place(area.to(), 0, geometry);
        double across = Math.abs(opposite.from(corner).dot(state.plane().right()));
        double down = Math.abs(opposite.from(corner).dot(state.plane().down()));
        return Math.max(across / state.width(), down / state.height());
    }

    PatientPoint middle(Area area, int k) {
        return place(
                new Point(
                        (area.from().x() + area.to().x()) / 2,
                        (area.from().y() + area.to().y()) / 2),
                k,
                geometry);
    }

    /// Half a pixel lies between the corner of the first pixel and its centre, where voxels are counted from.
    static PatientPoint place(Point p, int k, VolumeGeometry geometry) {
        return geometry.toPatient(new VoxelPoint(p.x() - 0.5, p.y() - 0.5, k));
    }
}
