// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

/// How a file said where its samples lie.
public sealed interface Placement {

    /// The two codes of a NIfTI header (0 = that transform is absent); the sform is used where its code is above 0.
    record NiftiForms(int qformCode, int sformCode) implements Placement {}

    /// A space named by an NRRD header, in full and lower case; empty where only its dimension is given.
    record NrrdSpace(String name) implements Placement {}

    /// MetaImage: always LPS.
    record MetaImageLps() implements Placement {}
}
