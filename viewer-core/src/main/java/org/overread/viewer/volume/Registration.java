// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// Somebody recorded how positions in one frame of reference become positions in another; `name` says who or what.
public record Registration(
        String name, FrameOfReference from, FrameOfReference to, PatientTransform transform) {

    public Registration inverse() {
        return new Registration(name, to, from, transform.inverse());
    }
}
