// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.slice.Detail;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;

/// All that one pane shows, as one value.
///
/// `plane` goes through the shared cursor and is centred on the middle of the pane; `width` and `height` are logical
/// pixels, `pixelMm` the millimetres in one of them. `arrived` grows with each slice that a loader completes, so that
/// two states of a volume that is still filling differ.
public record PaneState(
        Volume volume,
        int arrived,
        ViewPlane view,
        SlicePlane plane,
        double width,
        double height,
        double pixelMm,
        double zoom,
        Tone tone,
        Interpolation interpolation,
        Slab slab,
        List<Overlay> overlays,
        PatientPoint cursor) {
    public PaneState {
        overlays = List.copyOf(overlays);
    }

    /// Where a point of the pane lies in the patient.
    public PatientPoint toPatient(PanePoint p) {
        return plane.center()
                .plus(plane.right().times((p.x() - width / 2) * pixelMm))
                .plus(plane.down().times((p.y() - height / 2) * pixelMm));
    }

    /// Where a patient point appears when it is moved along the normal into the plane.
    public PanePoint toPane(PatientPoint p) {
        PatientVector offset = p.from(plane.center());
        return new PanePoint(
                width / 2 + offset.dot(plane.right()) / pixelMm,
                height / 2 + offset.dot(plane.down()) / pixelMm);
    }

    public SliceAxis slices() {
        return SliceAxis.along(plane.normal(), volume.geometry());
    }

    /// The picture of `columns` by `rows` pixels of `pixel` logical pixels each whose top left corner is the pane's;
    /// what it has beyond the pane's right and lower edge is cut off when it is shown.
    public SliceScene scene(int columns, int rows, double pixel) {
        PatientPoint center = toPatient(new PanePoint(columns * pixel / 2, rows * pixel / 2));
        var raster = new Raster(columns, rows, pixel * pixelMm);
        return new SliceScene(
                new ImageLayer(volume, tone, interpolation),
                plane.withCenter(center),
                raster,
                slab,
                overlays);
    }

    /// What of a volume larger than memory is shown; empty for others.
    public Optional<Detail> detail() {
        return scene(1, 1, 1).detail();
    }

    /// What a person has to be told of the picture.
    public Set<SliceScene.Remark> remarks() {
        return scene(1, 1, 1).remarks();
    }
}
