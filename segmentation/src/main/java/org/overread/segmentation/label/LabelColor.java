// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

/// A colour as red, green and blue, 0…255 each.
public record LabelColor(int red, int green, int blue) {
    public LabelColor {
        for (int part : new int[] {red, green, blue}) {
            if (part < 0 || part > 255) {
                throw new IllegalArgumentException(
                        "A colour of %d, %d, %d; each must be 0 to 255."
                                .formatted(red, green, blue));
            }
        }
    }
}
