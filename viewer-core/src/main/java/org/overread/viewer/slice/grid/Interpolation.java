// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.grid;

/// How a value between samples is made. Beyond the outermost centres, up to half a sample, the outermost is repeated.
public enum Interpolation {
    /// The sample whose cell holds the point; cells are closed at their lower side.
    NEAREST,
    /// From the 8 samples around the point.
    LINEAR,
    /// From the 64 samples around the point by cubic convolution with a = -0.5 (Catmull-Rom), along uneven stacks by
    /// the tangents of the true distances. It passes through the samples and may swing beyond their range.
    CUBIC
}
