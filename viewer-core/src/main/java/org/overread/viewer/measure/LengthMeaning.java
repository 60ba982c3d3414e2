// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

/// What the millimetres of a volume were measured on.
public enum LengthMeaning {
    /// The patient.
    PATIENT,
    /// The patient, inside the regions of an ultrasound picture and nowhere else.
    ULTRASOUND_REGION,
    /// The detector of a radiograph, on which things appear larger than they are.
    DETECTOR,
    /// Nothing: lengths are counted in pixels.
    NONE
}
