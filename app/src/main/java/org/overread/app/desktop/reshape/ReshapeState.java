// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reshape;

import java.util.Locale;
import org.overread.segmentation.mask.Mask;

/// How it stands with a segment that is to be reshaped.
public sealed interface ReshapeState {

    String words();

    /// Nobody asked.
    record Off() implements ReshapeState {
        @Override
        public String words() {
            return "";
        }
    }

    record Looking() implements ReshapeState {
        @Override
        public String words() {
            return "Looking …";
        }
    }

    /// Shown and not kept; `ml` is the volume that the segment would have, `wanted` before rules.
    record Shown(Mask wanted, double ml, double changedMl) implements ReshapeState {
        @Override
        public String words() {
            return String.format(
                    Locale.ROOT, "%.2f ml (%+.2f)  ·  Enter keeps, Esc drops", ml, changedMl);
        }
    }

    /// It does not work like this; a sentence.
    record Unable(String words) implements ReshapeState {}
}
