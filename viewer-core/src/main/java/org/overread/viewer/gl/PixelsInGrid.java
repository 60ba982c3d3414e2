// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.nio.FloatBuffer;
import java.util.List;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.grid.GridCell;
import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.slice.grid.SlabSteps;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// Tells shaders where pixels lie in a grid, and for uneven stacks where its slices lie. GL thread only.
final class PixelsInGrid {
    private static final int UNIT = 1;

    /// Products of coordinates that are multiples of 1/256 and of columns or rows are exact in floats.
    private static final double COARSE = 256;

    private final DataTexture slicePositions;

    PixelsInGrid(GL3 gl) {
        slicePositions = new DataTexture(gl, DataTexture.Texels.FLOATS3);
    }

    /// `pixels` in the grid's space; positions are worked out in double precision, from the middle of the picture.
    void tell(Shader shader, VolumeGeometry geometry, PixelGrid pixels, double thicknessMm) {
        double column = (pixels.width() - 1) / 2.0;
        double row = (pixels.height() - 1) / 2.0;
        PatientPoint middle =
                pixels.first()
                        .plus(pixels.perColumn().times(column))
                        .plus(pixels.perRow().times(row));
        List<GridCell> cells = GridCell.of(geometry);
        SlabSteps steps = SlabSteps.of(thicknessMm, cells, pixels.deep());
        PatientVector deep = pixels.deep().times(steps.spacingMm());
        GridSize size = geometry.size();
        shader.set("size", size.i(), size.j(), size.k());
        tell(shader, "middle", GridMap.at(geometry, middle));
        tell(shader, "right", GridMap.along(geometry, pixels.perColumn()));
        tell(shader, "down", GridMap.along(geometry, pixels.perRow()));
        tell(shader, "deep", GridMap.along(geometry, deep));
        shader.set("stepsASide", (steps.count() - 1) / 2);
        shader.set("pictureMiddle", column, row);
        // cells differ along the stack only, where an aligned row does not lead
        shader.set("aligned", isAligned(cells.getFirst(), pixels) ? 1 : 0);
        if (geometry.slices() instanceof SliceStack.Table(List<PatientPoint> origins)) {
            slicePositions.upload(origins.size(), 2, positions(geometry, origins));
            slicePositions.bind(UNIT);
            shader.set("slicePositions", UNIT);
        }
    }

    private static void tell(Shader shader, String name, PatientVector value) {
        PatientVector coarse =
                new PatientVector(coarse(value.x()), coarse(value.y()), coarse(value.z()));
        shader.set(name, coarse);
        shader.set(name + "Rest", value.minus(coarse));
    }

    private static double coarse(double value) {
        return Math.rint(value * COARSE) / COARSE;
    }

    private static boolean isAligned(GridCell cell, PixelGrid pixels) {
        Run row = cell.run(pixels.first(), pixels.perColumn(), pixels.width());
        return row.dk() == 0 && (row.di() == 0) != (row.dj() == 0);
    }

    /// A row of coarse positions and one of their rests.
    private static FloatBuffer positions(VolumeGeometry geometry, List<PatientPoint> origins) {
        int rests = 3 * origins.size();
        FloatBuffer positions = FloatBuffer.allocate(2 * rests);
        for (int k = 0; k < origins.size(); k++) {
            PatientVector away = origins.get(k).from(geometry.origin());
            PatientVector stacked = GridMap.inTable(geometry, away);
            double[] values = {stacked.x(), stacked.y(), stacked.z()};
            for (int n = 0; n < 3; n++) {
                double coarse = coarse(values[n]);
                positions.put(3 * k + n, (float) coarse);
                positions.put(rests + 3 * k + n, (float) (values[n] - coarse));
            }
        }
        return positions;
    }

    void delete() {
        slicePositions.delete();
    }
}
