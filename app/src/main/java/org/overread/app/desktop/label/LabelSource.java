// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.Optional;
import org.overread.viewer.volume.Volume;

/// Where tools get the labels of the volume under the hand. FX thread.
@FunctionalInterface
public interface LabelSource {

    /// Empty while the volume is still loading, or has been closed.
    Optional<LabelModel> of(Volume volume);
}
