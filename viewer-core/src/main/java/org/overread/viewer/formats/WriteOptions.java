// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import org.overread.viewer.formats.nifti.NiftiVersion;

/// How a volume is written where its format leaves a choice.
public record WriteOptions(Packing packing, NiftiVersion niftiVersion, int niftiFormCode) {

    /// NRRD packed, MetaImage plain, NIfTI-1 with the code for scanner coordinates.
    public static final WriteOptions USUAL =
            new WriteOptions(Packing.AS_USUAL, NiftiVersion.NIFTI_1, 1);

    public WriteOptions {
        if (niftiFormCode < 1 || niftiFormCode > 5) {
            throw new IllegalArgumentException("no such NIfTI code: " + niftiFormCode);
        }
    }

    /// Whether NRRD and MetaImage samples are compressed; for NIfTI the file's ending says so.
    public enum Packing {
        AS_USUAL,
        PLAIN,
        PACKED
    }

    public WriteOptions withPacking(Packing other) {
        return new WriteOptions(other, niftiVersion, niftiFormCode);
    }

    public WriteOptions withNiftiVersion(NiftiVersion other) {
        return new WriteOptions(packing, other, niftiFormCode);
    }

    /// What the coordinates mean: 1 scanner, 2 aligned, 3 Talairach, 4 MNI, 5 other template.
    public WriteOptions withNiftiFormCode(int code) {
        return new WriteOptions(packing, niftiVersion, code);
    }
}
