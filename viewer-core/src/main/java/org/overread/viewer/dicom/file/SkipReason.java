// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.nio.file.Path;
import java.time.Duration;

/// Why a file is in no volume.
public sealed interface SkipReason {

    /// One or two English sentences: what is wrong and what can be done. Holds no patient data.
    String describe();

    /// The first bytes are not those of a DICOM file.
    record NotDicom() implements SkipReason {
        @Override
        public String describe() {
            return "This is not a DICOM file. Nothing needs to be done.";
        }
    }

    /// The file ends before its contents do.
    record Truncated(String where) implements SkipReason {
        @Override
        public String describe() {
            return "The file is cut short: %s. Copy or export it again.".formatted(where);
        }
    }

    /// Tags and lengths contradict each other.
    record BrokenStructure(String detail) implements SkipReason {
        @Override
        public String describe() {
            return "The file's structure is damaged: %s. Copy or export it again."
                    .formatted(detail);
        }
    }

    /// A DICOM object that holds no image.
    record NoPixels(String what) implements SkipReason {
        @Override
        public String describe() {
            return "This is %s and holds no image.".formatted(what);
        }
    }

    /// A DICOM object whose pixels are not measured values, such as a segmentation.
    record NotAnImage(String what) implements SkipReason {
        @Override
        public String describe() {
            return "This is %s, not an image series. Import it as annotations of its series."
                    .formatted(what);
        }
    }

    /// The list of a medium's files.
    record DirectoryFile() implements SkipReason {
        @Override
        public String describe() {
            return "This is the directory of a DICOM medium. The files beside it were read"
                    + " directly.";
        }
    }

    /// A file that the directory of a medium names and that is not there.
    record MissingFromMedium() implements SkipReason {
        @Override
        public String describe() {
            return "The directory of its medium names this file, and it is not there. Copy the"
                    + " medium again, whole.";
        }
    }

    /// Packed in a way that is not looked into.
    record Packed(String how) implements SkipReason {
        @Override
        public String describe() {
            return "This is %s, which is not looked into. Unpack it to open what it holds."
                    .formatted(how);
        }
    }

    /// A compression that is not read.
    record UnsupportedEncoding(String transferSyntax) implements SkipReason {
        @Override
        public String describe() {
            return "Its pixels are stored as %s, which is not read. Export the series uncompressed."
                    .formatted(TransferSyntaxes.nameOf(transferSyntax));
        }
    }

    /// Pixels that are no single number each, or of an unusual layout.
    record UnsupportedPixels(String detail) implements SkipReason {
        @Override
        public String describe() {
            return "Its pixels cannot be a volume: %s.".formatted(detail);
        }
    }

    /// The header places the image nowhere or somewhere impossible.
    record BrokenGeometry(String detail) implements SkipReason {
        @Override
        public String describe() {
            return "Its position in the patient makes no sense: %s. Ask for the original series."
                    .formatted(detail);
        }
    }

    /// An image of the same identifier, number and place is in the scan already.
    record Duplicate(Path other) implements SkipReason {
        @Override
        public String describe() {
            return "The image with its identifier and place was read from another file (%s)."
                    .formatted(other.getFileName());
        }
    }

    /// Larger than is safe to read.
    record TooLarge(String detail) implements SkipReason {
        @Override
        public String describe() {
            return "It is larger than can be read safely: %s.".formatted(detail);
        }
    }

    /// Longer than is safe to wait for.
    record TooSlow(Duration limit) implements SkipReason {
        @Override
        public String describe() {
            return "Reading it takes longer than %d s, which no sound file does. Copy or export it again."
                    .formatted(limit.toSeconds());
        }
    }

    /// The operating system or the disk refused.
    record Unreadable(String detail) implements SkipReason {
        @Override
        public String describe() {
            return "It could not be read: %s. Check the permissions and the medium."
                    .formatted(detail);
        }
    }
}
