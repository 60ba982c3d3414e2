// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

/// How a data set writes names and descriptions.
@FunctionalInterface
interface CharacterSet {
    String text(byte[] written);
}
