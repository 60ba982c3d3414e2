// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

/// How the elements of a data set are written.
public enum Encoding {
    IMPLICIT_LITTLE,
    EXPLICIT_LITTLE,
    EXPLICIT_BIG;

    /// Encapsulated syntaxes are explicit little endian by definition.
    public static Encoding of(String transferSyntax) {
        return switch (transferSyntax) {
            case TransferSyntaxes.IMPLICIT_LITTLE -> IMPLICIT_LITTLE;
            case TransferSyntaxes.EXPLICIT_BIG -> EXPLICIT_BIG;
            default -> EXPLICIT_LITTLE;
        };
    }

    public boolean isExplicit() {
        return this != IMPLICIT_LITTLE;
    }

    public boolean isBigEndian() {
        return this == EXPLICIT_BIG;
    }

    public String transferSyntax() {
        return switch (this) {
            case IMPLICIT_LITTLE -> TransferSyntaxes.IMPLICIT_LITTLE;
            case EXPLICIT_LITTLE -> TransferSyntaxes.EXPLICIT_LITTLE;
            case EXPLICIT_BIG -> TransferSyntaxes.EXPLICIT_BIG;
        };
    }
}
