// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.overread.viewer.dicom.file.ByteSource;

/// The files that the directory of a DICOM medium names, each once, relative to the directory's folder.
public final class MediaDirectory {
    /// No medium holds more.
    private static final int MOST = 100_000;

    private MediaDirectory() {}

    /// Paths with `/` between folders. What could lead out of the folder is left out.
    public static List<String> files(ByteSource source) throws IOException {
        try (OpenedFile opened = OpenedFile.of(source)) {
            Attributes header = Attributes.read(opened, ElementWalker.walk(opened));
            var files = new LinkedHashSet<String>();
            for (Attributes part : header.items(TagNumbers.DIRECTORY_RECORDS)) {
                List<String> folders = part.texts(TagNumbers.REFERENCED_FILE);
                if (!folders.isEmpty()
                        && files.size() < MOST
                        && folders.stream().allMatch(MediaDirectory::isName)) {
                    files.add(String.join("/", folders));
                }
            }
            return new ArrayList<>(files);
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && !text.equals(".")
                && !text.equals("..")
                && text.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\' || c == ':');
    }
}
