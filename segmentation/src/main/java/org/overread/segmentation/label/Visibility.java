// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

/// Whether a segment is shown; tools that spare what is hidden ask for it.
public enum Visibility {
    SHOWN,
    HIDDEN
}
