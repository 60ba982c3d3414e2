// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlaneImage;
import org.overread.segmentation.draw.livewire.Livewire;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// The values on the plane that was asked for last. On a lane: one thread at a time.
final class PlaneImages {
    private Optional<Kept> kept = Optional.empty();
    private Optional<Livewire> wire = Optional.empty();

    private record Kept(String volume, PlaneFrame plane, PlaneImage image) {}

    /// The edges of a plane; empty where a volume has no grey values. One thread at a time.
    Optional<Livewire> wire(Volume volume, PlaneFrame plane) {
        Optional<PlaneImage> image = of(volume, plane);
        if (image.isPresent() && wire.filter(w -> w.image().equals(image.get())).isEmpty()) {
            Crew crew = Crew.of(ForkJoinPool.commonPool(), new CancelToken());
            wire = image.map(plain -> Livewire.on(plain, crew));
        }
        return image.isPresent() ? wire : Optional.empty();
    }

    /// Empty where a volume has no grey values.
    Optional<PlaneImage> of(Volume volume, PlaneFrame plane) {
        if (kept.isPresent()
                && kept.get().volume().equals(volume.id())
                && kept.get().plane().equals(plane)) {
            return kept.map(Kept::image);
        }
        if (!(volume.voxels() instanceof Voxels.Grey grey)) {
            return Optional.empty();
        }
        PlaneImage image = PlaneImage.of(grey, volume.geometry(), plane);
        kept = Optional.of(new Kept(volume.id(), plane, image));
        return Optional.of(image);
    }

    /// The plane of a pane as it does not change while the picture is moved and zoomed: through the volume's first voxel
    /// in its own directions, at the depth that is shown.
    static PlaneFrame steady(ToolPoint at) {
        var plane = at.plane();
        var start = at.volume().geometry().origin();
        double off = plane.center().from(start).dot(plane.normal());
        double rounded = Math.rint(off * 1e6) / 1e6;
        return new PlaneFrame(
                start.plus(plane.normal().times(rounded)), plane.right(), plane.down());
    }
}
