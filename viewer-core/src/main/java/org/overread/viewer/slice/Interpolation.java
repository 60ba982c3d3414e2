// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

/// How a value between samples is made.
public enum Interpolation {
    NEAREST,
    LINEAR
}
