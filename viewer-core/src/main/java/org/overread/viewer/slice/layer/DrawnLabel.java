// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

import org.overread.viewer.volume.BitBlocks;

/// The voxels of a label and how they look.
public record DrawnLabel(BitBlocks bits, LabelStyle style) {}
