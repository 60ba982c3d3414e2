// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

/// What can differ between images of one series that show the same place, in the order in which it is tried.
public enum Dimension {
    STACK("stack %s"),
    IMAGE_TYPE("%s"),
    ECHO_TIME("echo %s ms"),
    INVERSION_TIME("inversion %s ms"),
    FLIP_ANGLE("flip %s°"),
    TUBE_VOLTAGE("%s kV"),
    KERNEL("kernel %s"),
    B_VALUE("b = %s s/mm²"),
    TEMPORAL_POSITION("time %s"),
    TRIGGER_TIME("trigger %s ms"),
    DIFFUSION_DIRECTION("direction %s"),
    ACQUISITION("acquisition %s");

    private final String words;

    Dimension(String words) {
        this.words = words;
    }

    public String describe(String value) {
        return words.formatted(value.isEmpty() ? "not stated" : value);
    }
}
