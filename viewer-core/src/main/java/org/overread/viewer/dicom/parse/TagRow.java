// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

/// One attribute of a file for people to read. `depth` counts the sequences around it; `tag` is `0xGGGGEEEE`; `vr` is the
/// two letters of its type; `name` is empty where the attribute is private or unknown; `value` may be shortened.
public record TagRow(int depth, int tag, String vr, String name, String value) {

    /// As it is written everywhere: `(0010,0020)`.
    public String tagText() {
        return "(%04X,%04X)".formatted(tag >>> 16, tag & 0xffff);
    }
}
