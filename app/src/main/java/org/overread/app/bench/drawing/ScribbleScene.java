// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.drawing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.MaskImages;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Three slices of the sample CT through liver and spleen, and thin strokes on the middle one: on the liver, on the
/// spleen and on what is neither, some 3,000 voxels in all; and what there is before the last stroke.
record ScribbleScene(
        Volume volume, Mask liver, Map<Integer, Mask> before, Map<Integer, Mask> after) {
    static final int SIDE = 512;
    static final VoxelBox PANE = new VoxelBox(0, 0, 1, SIDE - 1, SIDE - 1, 1);

    private static final int THROUGH = 60; // of the series' slices
    private static final int APART = 97; // columns from stroke to stroke

    ScribbleScene {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    static ScribbleScene draw() {
        SampleSeries ct = SampleStudy.series().getFirst();
        VolumeGeometry grid = ct.geometry();
        var part =
                VolumeGeometry.regular(
                        new GridSize(SIDE, SIDE, 3),
                        grid.toPatient(new VoxelPoint(0, 0, THROUGH - 1)),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        grid.spacingI(),
                        grid.spacingJ(),
                        grid.spacingK());
        var series = ct.on(part);
        Mask liver = truth(series, "Liver");
        Mask spleen = truth(series, "Spleen");
        Mask rest = liver.union(spleen).complement();
        var after = new TreeMap<Integer, Mask>();
        after.put(1, strokes(liver, 1, SIDE));
        after.put(2, strokes(spleen, 1, SIDE));
        after.put(3, strokes(rest, 4, SIDE));
        var before = new TreeMap<>(after);
        before.put(1, strokes(liver, 1, SIDE * 5 / 9)); // the strokes farther back are the last
        Volume volume =
                series.volume(ForkJoinPool.commonPool(), Progress.Listener.NONE, new CancelToken());
        return new ScribbleScene(volume, liver.intersection(pane()), before, after);
    }

    private static Mask truth(SampleSeries series, String structure) {
        return MaskImages.fromImage(
                series.truth(
                        series.phantom().structure(structure),
                        ForkJoinPool.commonPool(),
                        new CancelToken()));
    }

    private static Mask pane() {
        MaskEdit edit = Mask.empty(new GridSize(SIDE, SIDE, 3)).edit();
        edit.fill(PANE);
        return edit.mask();
    }

    private static Mask strokes(Mask on, int rarer, int rows) {
        MaskEdit edit = Mask.empty(on.size()).edit();
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < SIDE; i++) {
                if ((i + 2 * j) % (APART * rarer) < 3 && on.contains(i, j, 1)) {
                    edit.set(i, j, 1);
                }
            }
        }
        return edit.mask();
    }

    double dice(Mask found) {
        return 2.0 * found.intersection(liver).count() / (found.count() + liver.count());
    }

    /// For a peer: the values of the slice as 16-bit numbers, then the labels of all strokes as bytes.
    void write(Path file) throws IOException {
        var bytes = ByteBuffer.allocate(3 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
        for (short value : ((Voxels.Int16) volume.voxels()).slice(1)) {
            bytes.putShort(value);
        }
        for (int n = 0; n < SIDE * SIDE; n++) {
            byte label = 0;
            for (Map.Entry<Integer, Mask> stroke : after.entrySet()) {
                label =
                        stroke.getValue().contains(n % SIDE, n / SIDE, 1)
                                ? stroke.getKey().byteValue()
                                : label;
            }
            bytes.put(label);
        }
        Files.write(file, bytes.array());
    }
}
