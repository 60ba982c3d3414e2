// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.picture;

/// Whether the coding process itself keeps every sample. What happened before encoding, nobody can tell from it.
public enum Fidelity {
    LOSSLESS,
    LOSSY
}
