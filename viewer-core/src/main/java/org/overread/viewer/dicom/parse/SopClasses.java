// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.util.Map;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;

/// Objects that are no image series, by their class.
public final class SopClasses {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private static final Map<String, String> ANNOTATIONS =
            Map.of(
                    STORAGE + "66.4", "a segmentation",
                    STORAGE + "66.7", "a label map segmentation",
                    STORAGE + "481.3", "a structure set",
                    STORAGE + "66.5", "a surface segmentation");

    private static final Map<String, String> OTHERS =
            Map.ofEntries(
                    Map.entry(STORAGE + "66", "raw data"),
                    Map.entry(STORAGE + "66.1", "a spatial registration"),
                    Map.entry(STORAGE + "66.3", "a deformable registration"),
                    Map.entry(STORAGE + "67", "a real world value mapping"),
                    Map.entry(STORAGE + "4.2", "MR spectroscopy"),
                    Map.entry(STORAGE + "11.1", "a presentation state"),
                    Map.entry(STORAGE + "88.59", "a key object selection"),
                    Map.entry(STORAGE + "104.1", "an encapsulated PDF"),
                    Map.entry(STORAGE + "481.5", "a treatment plan"),
                    Map.entry(STORAGE + "481.8", "an ion treatment plan"));

    private SopClasses() {}

    /// Refuses what no volume can be made from.
    public static void requireImage(Attributes header, boolean hasPixels)
            throws DicomReadException {
        String sopClass = header.text(TagNumbers.SOP_CLASS);
        if (header.has(TagNumbers.DIRECTORY_RECORDS) || header.has(TagNumbers.FILE_SET)) {
            throw new DicomReadException(new SkipReason.DirectoryFile());
        }
        String annotation = ANNOTATIONS.get(sopClass);
        if (annotation != null) {
            throw new DicomReadException(new SkipReason.NotAnImage(annotation));
        }
        if (!hasPixels) {
            throw new DicomReadException(new SkipReason.NoPixels(nameOf(sopClass)));
        }
    }

    private static String nameOf(String sopClass) {
        if (sopClass.startsWith(STORAGE + "88.")) {
            return "a structured report";
        }
        if (sopClass.startsWith(STORAGE + "9.")) {
            return "a waveform";
        }
        return OTHERS.getOrDefault(sopClass, "a DICOM object");
    }
}
