// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// What the planes of the panes are parallel to.
public enum PlaneAlignment {
    /// The acquired grid: voxels as they are, planes oblique to the patient where the scan was.
    ACQUISITION,
    /// The patient's own axes: straight anatomy, values interpolated where the scan was oblique.
    PATIENT
}
