// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.dicom.overlay.BitPlane;
import org.overread.viewer.dicom.overlay.OverlayGroup;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.present.PresentationState.Activated;
import org.overread.viewer.dicom.present.PresentationState.Missing;

/// Reads which overlays a state shows (PS3.3 C.9.2 and C.11.7): those that it has itself, the one that is its shutter, and
/// those that lie in the images.
final class OverlayReader {
    private static final int FIRST = 0x6000;

    private final Attributes header;
    private final Named named;
    private final Set<Missing> missing;
    private final List<Stencil> stencils = new ArrayList<>();
    private final List<Activated> activated = new ArrayList<>();

    OverlayReader(Attributes header, Named named, Set<Missing> missing) {
        this.header = header;
        this.named = named;
        this.missing = missing;
    }

    /// A shutter lies below all others. Of a group that the state has itself, that of the images is not meant.
    void read(LayerReader layers, int shutterRgb) {
        if (header.texts(PresentationTags.SHUTTER).contains("BITMAP")) {
            int group = header.whole(PresentationTags.SHUTTER_OVERLAY).orElse(0) - FIRST;
            boolean known = group >= 0 && group < 2 * OverlayGroup.COUNT && group % 2 == 0;
            add(
                    known ? new OverlayGroup(header, group / 2).plane() : Optional.empty(),
                    Optional.of(shutterRgb),
                    Missing.BROKEN_SHUTTER);
        }
        for (int n = 0; n < OverlayGroup.COUNT; n++) {
            var group = new OverlayGroup(header, n);
            String layer = group.layer();
            if (layer.isEmpty()) {
                continue;
            }
            if (group.isThere()) {
                add(group.plane(), layers.rgb(layer), Missing.OVERLAYS);
            } else {
                activated.add(new Activated(named.images(), n, layers.rgb(layer)));
            }
        }
    }

    private void add(Optional<BitPlane> plane, Optional<Integer> rgb, Missing otherwise) {
        plane.ifPresentOrElse(
                bits -> stencils.add(new Stencil(named.images(), rgb, bits)),
                () -> missing.add(otherwise));
    }

    List<Stencil> stencils() {
        return stencils;
    }

    List<Activated> activated() {
        return activated;
    }
}
