// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.picture;

/// The samples of one decoded picture: a plane of ints a component, rows from the top, x fastest.
///
/// It belongs to the thread that decodes, and its planes to the [PictureMemory] that made it.
public final class Picture {
    private final PictureSize size;
    private final int precision;
    private final Signedness signedness;
    private final Fidelity fidelity;
    private final int[][] planes;

    /// `precision` is the number of bits a sample that the codestream states.
    Picture(
            PictureSize size,
            int precision,
            Signedness signedness,
            Fidelity fidelity,
            int[][] planes) {
        if (precision < 1 || precision > 32) {
            throw new IllegalArgumentException("samples of %d bits".formatted(precision));
        }
        this.size = size;
        this.precision = precision;
        this.signedness = signedness;
        this.fidelity = fidelity;
        this.planes = planes;
    }

    /// The same samples, said to be lossy.
    public Picture asLossy() {
        return new Picture(size, precision, signedness, Fidelity.LOSSY, planes);
    }

    public PictureSize size() {
        return size;
    }

    public int precision() {
        return precision;
    }

    public Signedness signedness() {
        return signedness;
    }

    public Fidelity fidelity() {
        return fidelity;
    }

    /// The samples themselves, not a copy.
    public int[] plane(int component) {
        return planes[component];
    }
}
