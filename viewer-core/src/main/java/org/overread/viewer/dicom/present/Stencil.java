// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.overlay.BitPlane;
import org.overread.viewer.dicom.present.PresentationState.Image;

/// Pixels of images that are painted over: an overlay, or a shutter given bit by bit.
///
/// @param rgb 0xRRGGBB where one is proposed
public record Stencil(List<Image> on, Optional<Integer> rgb, BitPlane plane) {
    public Stencil {
        on = List.copyOf(on);
    }
}
