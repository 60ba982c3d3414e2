// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

/// A straight piece of the rim of an area, in indices or in millimetres of a slice.
record RimPiece(double fromX, double fromY, double toX, double toY) {}
