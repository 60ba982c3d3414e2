// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// What lies behind the picture of a volume.
public enum Depth {
    /// Further slices of the patient: every plane has a picture.
    SLICES,
    /// Nothing: one picture, such as a radiograph, that says nowhere how the patient lay.
    NOTHING,
    /// Other moments: a film.
    TIME
}
