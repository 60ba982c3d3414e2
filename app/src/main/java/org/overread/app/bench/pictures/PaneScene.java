// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.pictures;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// What the panes of the benchmark show: the volume of the slice benchmark, eight balls as labels, and a coarse volume
/// of smooth hills fused over it, as a PET lies over a CT.
public record PaneScene(Volume volume, List<Overlay> overlays) {
    public static final int LABELS = 8;

    private static final int RADIUS = 60;
    private static final double FUSED_MM = 4;

    public static PaneScene make() {
        Volume volume = SliceTask.volume();
        Joining.Joined here = Joining.Joined.within(volume.frame());
        var drawn = new ArrayList<DrawnLabel>();
        for (int n = 0; n < LABELS; n++) {
            Mask ball =
                    ball(
                            volume.geometry().size(),
                            150 + 210 * (n & 1),
                            150 + 210 * (n >> 1 & 1),
                            90 + 120 * (n >> 2));
            drawn.add(new DrawnLabel(ball, LabelStyle.of(0x20A0F0 >> n | 0x404040, 0.3, 2)));
        }
        Overlay labels = new Labels(volume.geometry(), here, drawn, Labels.Edges.VOXELS);
        Volume hills = hills().withFrame(volume.frame());
        Overlay fused =
                new FusedVolume(
                        new ImageLayer(
                                hills,
                                Tone.grey(new Window(500, 1000)).withMap(ColorMap.all().getLast()),
                                Interpolation.LINEAR),
                        here,
                        0.4,
                        FusedVolume.Fade.RAMP,
                        FusedVolume.Blend.OVER);
        return new PaneScene(volume, List.of(fused, labels));
    }

    private static Mask ball(GridSize size, int i, int j, int k) {
        MaskEdit edit = Mask.empty(size).edit();
        for (int dk = -RADIUS; dk <= RADIUS; dk++) {
            for (int dj = -RADIUS; dj <= RADIUS; dj++) {
                int left = RADIUS * RADIUS - dj * dj - dk * dk;
                if (left >= 0) {
                    int half = (int) Math.sqrt(left);
                    edit.fill(new VoxelBox(i - half, j + dj, k + dk, i + half, j + dj, k + dk));
                }
            }
        }
        return edit.mask();
    }

    private static Volume hills() {
        var image = PlanarImgs.shorts(90, 90, 75);
        for (int k = 0; k < 75; k++) {
            short[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                double wave =
                        Math.sin(n % 90 / 9.0)
                                * Math.sin(Math.floorDiv(n, 90) / 8.0)
                                * Math.cos(k / 7.0);
                slice[n] = (short) (500 + 500 * wave);
            }
        }
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(90, 90, 75),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        FUSED_MM,
                        FUSED_MM,
                        FUSED_MM);
        return new Volume("hills", "hills", geometry, ValueUnit.ARBITRARY, new Voxels.Int16(image));
    }
}
