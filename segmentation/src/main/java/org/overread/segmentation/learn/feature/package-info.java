// SPDX-License-Identifier: Apache-2.0
/// What a voxel looks like among its neighbours, at several scales: numbers in millimetres, computed where they are asked for.
@NullMarked
package org.overread.segmentation.learn.feature;

import org.jspecify.annotations.NullMarked;
