// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

/// Something that is drawn over the base image, in its own geometry. Pixels are rounded to 8 bits after each overlay.
public sealed interface Overlay permits FusedVolume, Labels, LabelComparison {

    /// How it is joined to the base.
    Joining.Joined joined();
}
