// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.util.Map;

/// The transfer syntaxes that are told apart, and what people call them.
public final class TransferSyntaxes {
    public static final String IMPLICIT_LITTLE = "1.2.840.10008.1.2";
    public static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";
    public static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    public static final String EXPLICIT_BIG = "1.2.840.10008.1.2.2";
    public static final String RLE = "1.2.840.10008.1.2.5";

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry(IMPLICIT_LITTLE, "implicit little endian"),
                    Map.entry(EXPLICIT_LITTLE, "explicit little endian"),
                    Map.entry(DEFLATED, "deflated"),
                    Map.entry(EXPLICIT_BIG, "explicit big endian"),
                    Map.entry(RLE, "RLE"),
                    Map.entry("1.2.840.10008.1.2.4.50", "JPEG (lossy, 8 bits)"),
                    Map.entry("1.2.840.10008.1.2.4.51", "JPEG (lossy, 12 bits)"),
                    Map.entry("1.2.840.10008.1.2.4.57", "JPEG lossless"),
                    Map.entry("1.2.840.10008.1.2.4.70", "JPEG lossless"),
                    Map.entry("1.2.840.10008.1.2.4.80", "JPEG-LS lossless"),
                    Map.entry("1.2.840.10008.1.2.4.81", "JPEG-LS near lossless"),
                    Map.entry("1.2.840.10008.1.2.4.90", "JPEG 2000 lossless"),
                    Map.entry("1.2.840.10008.1.2.4.91", "JPEG 2000"),
                    Map.entry("1.2.840.10008.1.2.4.201", "HTJ2K lossless"),
                    Map.entry("1.2.840.10008.1.2.4.202", "HTJ2K lossless"),
                    Map.entry("1.2.840.10008.1.2.4.203", "HTJ2K"),
                    Map.entry("1.2.840.10008.1.2.4.110", "JPEG XL lossless"),
                    Map.entry("1.2.840.10008.1.2.4.111", "JPEG XL made of JPEG"),
                    Map.entry("1.2.840.10008.1.2.4.112", "JPEG XL"),
                    Map.entry("1.2.840.10008.1.2.4.94", "pixels kept elsewhere (JPIP)"),
                    Map.entry("1.2.840.10008.1.2.4.95", "pixels kept elsewhere (JPIP)"),
                    Map.entry("1.2.840.10008.1.2.4.100", "MPEG-2 video"),
                    Map.entry("1.2.840.10008.1.2.4.101", "MPEG-2 video"),
                    Map.entry("1.2.840.10008.1.2.4.102", "MPEG-4 video"),
                    Map.entry("1.2.840.10008.1.2.4.103", "MPEG-4 video"),
                    Map.entry("1.2.840.10008.1.2.4.104", "MPEG-4 video"),
                    Map.entry("1.2.840.10008.1.2.4.105", "MPEG-4 video"),
                    Map.entry("1.2.840.10008.1.2.4.106", "MPEG-4 video"),
                    Map.entry("1.2.840.10008.1.2.4.107", "HEVC video"),
                    Map.entry("1.2.840.10008.1.2.4.108", "HEVC video"),
                    Map.entry("1.2.840.113619.5.2", "GE's own big endian form"));

    private TransferSyntaxes() {}

    /// The name if there is one, else the identifier itself.
    public static String nameOf(String uid) {
        return NAMES.getOrDefault(uid, uid);
    }
}
