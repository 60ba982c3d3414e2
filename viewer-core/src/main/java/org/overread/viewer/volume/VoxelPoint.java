// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// A position in voxel indices; sample centres lie on whole numbers.
public record VoxelPoint(double i, double j, double k) {}
