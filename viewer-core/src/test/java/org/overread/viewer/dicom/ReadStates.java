// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.overread.viewer.dicom.file.ByteSources;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.present.PresentationReader;
import org.overread.viewer.dicom.present.PresentationState;

/// Reads presentation states from the bytes that a test wrote.
final class ReadStates {
    private ReadStates() {}

    static PresentationState read(DicomBytes state) throws Exception {
        try (var source = ByteSources.ofArray(state.file())) {
            return PresentationReader.read(DicomFile.of(Path.of("x")), source).orElseThrow();
        }
    }

    static byte[] floats(double... values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putFloat((float) value);
        }
        return buffer.array();
    }

    static byte[] words(int... values) {
        var buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }
}
