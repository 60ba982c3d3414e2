// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.util.Arrays;
import java.util.Optional;
import org.overread.viewer.codec.picture.Fidelity;

/// The encapsulated transfer syntaxes whose frames can be decoded.
public enum TransferSyntax {
    RLE_LOSSLESS("1.2.840.10008.1.2.5", Fidelity.LOSSLESS),
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", Fidelity.LOSSY),
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", Fidelity.LOSSY),
    /// Retired.
    JPEG_SPECTRAL_SELECTION("1.2.840.10008.1.2.4.53", Fidelity.LOSSY),
    /// Retired.
    JPEG_PROGRESSIVE("1.2.840.10008.1.2.4.55", Fidelity.LOSSY),
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", Fidelity.LOSSLESS),
    JPEG_LOSSLESS_FIRST_ORDER("1.2.840.10008.1.2.4.70", Fidelity.LOSSLESS),
    JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", Fidelity.LOSSLESS),
    JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", Fidelity.LOSSY),
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", Fidelity.LOSSLESS),
    JPEG_2000("1.2.840.10008.1.2.4.91", Fidelity.LOSSY),
    HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", Fidelity.LOSSLESS),
    HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", Fidelity.LOSSLESS),
    HTJ2K("1.2.840.10008.1.2.4.203", Fidelity.LOSSY);

    private final String uid;
    private final Fidelity fidelity;

    TransferSyntax(String uid, Fidelity fidelity) {
        this.uid = uid;
        this.fidelity = fidelity;
    }

    public String uid() {
        return uid;
    }

    /// What the syntax promises: one that may be lossy may hold a lossless picture, but not the other way round.
    public Fidelity fidelity() {
        return fidelity;
    }

    /// Empty for native syntaxes and for what is not decoded here.
    public static Optional<TransferSyntax> ofUid(String uid) {
        return Arrays.stream(values()).filter(syntax -> syntax.uid.equals(uid)).findFirst();
    }
}
