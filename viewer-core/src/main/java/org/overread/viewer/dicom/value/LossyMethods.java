// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.Map;
import org.overread.viewer.codec.TransferSyntax;

/// What people call the ways to compress with losses.
final class LossyMethods {
    /// By the defined terms of Lossy Image Compression Method (0028,2114).
    private static final Map<String, String> NAMES =
            Map.of(
                    "ISO_10918_1", "JPEG",
                    "ISO_14495_1", "JPEG-LS",
                    "ISO_15444_1", "JPEG 2000",
                    "ISO_15444_15", "HTJ2K",
                    "ISO_18181_1", "JPEG XL",
                    "ISO_13818_2", "MPEG-2",
                    "ISO_14496_10", "MPEG-4 AVC",
                    "ISO_23008_2", "HEVC");

    private LossyMethods() {}

    /// The term itself where it is not known.
    static String of(String term) {
        return NAMES.getOrDefault(term, term);
    }

    static String of(TransferSyntax syntax) {
        return switch (syntax) {
            case JPEG_BASELINE,
                    JPEG_EXTENDED,
                    JPEG_SPECTRAL_SELECTION,
                    JPEG_PROGRESSIVE,
                    JPEG_LOSSLESS,
                    JPEG_LOSSLESS_FIRST_ORDER ->
                    "JPEG";
            case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> "JPEG-LS";
            case JPEG_2000_LOSSLESS, JPEG_2000 -> "JPEG 2000";
            case HTJ2K_LOSSLESS, HTJ2K_LOSSLESS_RPCL, HTJ2K -> "HTJ2K";
            case RLE_LOSSLESS -> "RLE";
        };
    }

    /// Other lossy syntaxes may hold a picture without losses.
    static boolean alwaysLoses(TransferSyntax syntax) {
        return switch (syntax) {
            case JPEG_BASELINE, JPEG_EXTENDED, JPEG_SPECTRAL_SELECTION, JPEG_PROGRESSIVE -> true;
            case JPEG_LS_NEAR_LOSSLESS,
                    JPEG_2000,
                    HTJ2K,
                    RLE_LOSSLESS,
                    JPEG_LOSSLESS,
                    JPEG_LOSSLESS_FIRST_ORDER,
                    JPEG_LS_LOSSLESS,
                    JPEG_2000_LOSSLESS,
                    HTJ2K_LOSSLESS,
                    HTJ2K_LOSSLESS_RPCL ->
                    false;
        };
    }
}
