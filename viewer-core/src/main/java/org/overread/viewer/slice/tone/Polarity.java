// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

/// Which end of the window is bright.
public enum Polarity {
    /// High values are white.
    NORMAL,
    /// High values are black, as DICOM's MONOCHROME1 and a person's wish have it.
    INVERTED
}
