// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.VoxelValue;

/// Numbers on a grid and where that lies, whoever opened it.
interface Grid {
    int columns();

    int rows();

    int slices();

    double value(int i, int j, int k);

    /// Continuous indices to LPS millimetres.
    PatientPoint place(double i, double j, double k);

    static Grid of(Volume volume) {
        var size = volume.geometry().size();
        return new Grid() {
            @Override
            public int columns() {
                return size.i();
            }

            @Override
            public int rows() {
                return size.j();
            }

            @Override
            public int slices() {
                return size.k();
            }

            @Override
            public double value(int i, int j, int k) {
                return switch (volume.valueAt(i, j, k)) {
                    case VoxelValue.Measured(double value, _) -> value;
                    // the cases of colours are painted grey: one number, or it is wrong
                    case VoxelValue.Colour(int red, int green, int blue) ->
                            red == green && green == blue ? green : Double.NaN;
                };
            }

            @Override
            public PatientPoint place(double i, double j, double k) {
                return volume.geometry().toPatient(new VoxelPoint(i, j, k));
            }
        };
    }

    /// The same numbers where only their order is known: a sample's place is its indices.
    static Grid unplaced(Grid grid) {
        return new Grid() {
            @Override
            public int columns() {
                return grid.columns();
            }

            @Override
            public int rows() {
                return grid.rows();
            }

            @Override
            public int slices() {
                return grid.slices();
            }

            @Override
            public double value(int i, int j, int k) {
                return grid.value(i, j, k);
            }

            @Override
            public PatientPoint place(double i, double j, double k) {
                return new PatientPoint(i, j, k);
            }
        };
    }
}
