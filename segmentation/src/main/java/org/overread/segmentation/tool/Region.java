// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import org.overread.segmentation.mask.Mask;

/// The voxels that a tool gave a label: the label of the seeds that they grew from, 1 where there is but one.
public record Region(int label, Mask mask) {}
