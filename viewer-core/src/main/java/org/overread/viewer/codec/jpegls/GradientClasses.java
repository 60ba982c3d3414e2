// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpegls;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The class of each gradient, -4 to 4, of which contexts are made. Never changes; frames of a series share it.
final class GradientClasses {
    private static volatile @Nullable GradientClasses last;

    private final Parameters parameters;
    private final int near;

    /// By gradient + largest sample.
    private final byte[] classes;

    private GradientClasses(Parameters parameters, int near) {
        this.parameters = parameters;
        this.near = near;
        int max = parameters.maxValue();
        classes = new byte[2 * max + 1];
        int[] from = {near + 1, parameters.t1(), parameters.t2(), parameters.t3(), max + 1};
        for (int found = 1; found <= 4; found++) {
            int first = from[found - 1];
            int end = from[found];
            Arrays.fill(classes, max + first, max + end, (byte) found);
            Arrays.fill(classes, max - end + 1, max - first + 1, (byte) -found);
        }
    }

    /// By gradient + largest sample; only to be read.
    static byte[] of(Parameters parameters, int near) {
        GradientClasses known = last;
        if (known == null || known.near != near || !known.parameters.equals(parameters)) {
            known = new GradientClasses(parameters, near);
            last = known;
        }
        return known.classes;
    }
}
