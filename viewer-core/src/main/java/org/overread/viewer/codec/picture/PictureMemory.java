// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes pictures whose planes are used again for the next one, so that a series of frames leaves no garbage behind: a
/// picture is valid until the next is made. One thread uses it.
public final class PictureMemory {
    private int[][] planes = {};
    private final List<float[]> reals = new ArrayList<>();
    private int[][] strip = {};
    private float[][] realStrip = {};

    /// A picture of zeros. Keeps what the largest number of components of this size takes.
    public Picture picture(
            PictureSize size, int precision, Signedness signedness, Fidelity fidelity) {
        if (planes.length < size.components() || planes[0].length != size.area()) {
            planes = new int[0][]; // before memory is taken for others
            planes = new int[size.components()][size.area()];
        } else {
            for (int c = 0; c < size.components(); c++) {
                Arrays.fill(planes[c], 0);
            }
        }
        return new Picture(size, precision, signedness, fidelity, planes);
    }

    /// Zeros for the samples of a component before they are whole numbers.
    public float[] reals(int component, int count) {
        while (reals.size() <= component) {
            reals.add(new float[0]);
        }
        if (reals.get(component).length == count) {
            Arrays.fill(reals.get(component), 0);
        } else {
            reals.set(component, new float[count]);
        }
        return reals.get(component);
    }

    /// Rows to work in, whatever lies in them.
    public int[][] strip(int rows, int columns) {
        if (strip.length < rows || (rows > 0 && strip[0].length < columns)) {
            strip = new int[rows][columns];
        }
        return strip;
    }

    /// The same for numbers that are not whole yet.
    public float[][] realStrip(int rows, int columns) {
        if (realStrip.length < rows || (rows > 0 && realStrip[0].length < columns)) {
            realStrip = new float[rows][columns];
        }
        return realStrip;
    }
}
