// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// What one voxel holds.
public sealed interface VoxelValue {

    /// A number, and what it means.
    record Measured(double value, ValueUnit unit) implements VoxelValue {}

    /// Channels of 0…255.
    record Colour(int red, int green, int blue) implements VoxelValue {}
}
