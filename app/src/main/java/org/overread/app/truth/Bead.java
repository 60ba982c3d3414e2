// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import org.overread.viewer.volume.PatientPoint;

/// A small bright body: the place of its middle and the value there.
record Bead(PatientPoint center, double value) {}
