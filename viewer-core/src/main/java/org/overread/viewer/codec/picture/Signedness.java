// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.picture;

/// Whether samples may be negative (two's complement).
public enum Signedness {
    UNSIGNED,
    SIGNED
}
