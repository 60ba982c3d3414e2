// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.front;

import org.overread.viewer.volume.PatientPoint;

/// A ball that a front starts from, in millimetres of the patient.
public record Bubble(PatientPoint at, double radiusMm) {}
