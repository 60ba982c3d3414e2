// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.fuzz;

import java.io.IOException;
import java.util.List;
import org.overread.viewer.codec.TransferSyntax;

/// What is fuzzed: a file that is opened as a person would, or a frame that a decoder gets.
enum FuzzTarget {
    DICOM,
    FOLDER,
    ZIP,
    NIFTI,
    NRRD,
    METAIMAGE,
    RLE,
    JPEG,
    JPEG_LS,
    JPEG_2000;

    /// What becomes of bytes.
    sealed interface Reader permits OpenedFiles, ReadFolders, DecodedFrames {

        /// Reads them or refuses them with a sealed reason; whatever else escapes is a finding.
        void read(byte[] bytes) throws IOException, InterruptedException;

        /// Where mutations begin: small real files where there are some, and made ones.
        List<byte[]> seeds() throws IOException;
    }

    Reader reader() {
        return switch (this) {
            case DICOM -> new OpenedFiles(".dcm");
            case FOLDER -> new ReadFolders();
            case ZIP -> new OpenedFiles(".zip");
            case NIFTI -> new OpenedFiles(".nii");
            case NRRD -> new OpenedFiles(".nrrd");
            case METAIMAGE -> new OpenedFiles(".mha");
            case RLE -> new DecodedFrames(TransferSyntax.RLE_LOSSLESS);
            case JPEG -> new DecodedFrames(TransferSyntax.JPEG_EXTENDED);
            case JPEG_LS -> new DecodedFrames(TransferSyntax.JPEG_LS_LOSSLESS);
            case JPEG_2000 -> new DecodedFrames(TransferSyntax.JPEG_2000);
        };
    }
}
