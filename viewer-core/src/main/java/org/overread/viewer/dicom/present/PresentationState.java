// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.value.Rescale;
import org.overread.viewer.slice.tone.Preset;

/// How somebody wanted the images of a series to be seen: windows, the part of the picture, what is drawn and written on
/// it. Where a list of images is empty, all of its series are meant.
///
/// @param instance its own identifier
/// @param series those whose images it is for
/// @param rescale from stored numbers to those that its windows are of
/// @param missing what it says beside, and is not shown
public record PresentationState(
        DicomFile file,
        String instance,
        String label,
        String description,
        Set<String> series,
        Rescale rescale,
        List<Windowed> windows,
        List<Area> areas,
        List<Drawing> drawings,
        Set<Missing> missing) {

    public PresentationState {
        series = Set.copyOf(series);
        windows = List.copyOf(windows);
        areas = List.copyOf(areas);
        drawings = List.copyOf(drawings);
        missing = Set.copyOf(missing);
    }

    /// What a reader is not shown of it.
    public enum Missing {
        /// The picture turned or mirrored.
        TURNED,
        /// Parts of the picture covered.
        SHUTTER,
        /// One frame subtracted from others.
        SUBTRACTION,
        /// Greys by a table of their own, or inverted.
        GREYS,
        /// What is placed on the screen and not on the image.
        PLACED_ON_SCREEN,
        /// Overlays of bits.
        OVERLAYS,
        /// Shapes that are no shapes: too few points.
        BROKEN_SHAPES
    }

    /// An image, by its identifier; `frames` count from 1 and are empty where all are meant.
    public record Image(String instance, Set<Integer> frames) {
        public Image {
            frames = Set.copyOf(frames);
        }

        boolean is(String other, int frame) {
            return instance.equals(other) && (frames.isEmpty() || frames.contains(frame));
        }
    }

    /// A point of an image in its pixels: 0, 0 is the upper left corner of the first, 1, 1 its lower right one.
    public record Point(double x, double y) {}

    public record Windowed(List<Image> on, Preset preset) {
        public Windowed {
            on = List.copyOf(on);
        }
    }

    /// The part of an image that is to fill the room.
    public record Area(List<Image> on, Point from, Point to) {
        public Area {
            on = List.copyOf(on);
        }
    }

    /// A shape on the images that it is for.
    ///
    /// @param rgb 0xRRGGBB where its layer proposes a colour
    public record Drawing(List<Image> on, Shape shape, Optional<Integer> rgb) {
        public Drawing {
            on = List.copyOf(on);
        }
    }

    /// What is drawn, in pixels of the image.
    public sealed interface Shape {
        record Points(List<Point> at) implements Shape {
            public Points {
                at = List.copyOf(at);
            }
        }

        /// From point to point; filled only where it is closed.
        record Line(List<Point> through, boolean filled) implements Shape {
            public Line {
                through = List.copyOf(through);
            }
        }

        record Circle(Point center, Point rim, boolean filled) implements Shape {}

        /// By the ends of its axes.
        record Ellipse(Point from, Point to, Point acrossFrom, Point acrossTo, boolean filled)
                implements Shape {}

        /// Words at a point, with a line to what they are about.
        record Words(Point at, String words, Optional<Point> about) implements Shape {}
    }

    /// Whether a list of images means one; `frame` counts from 1.
    public static boolean means(List<Image> on, String instance, int frame) {
        return on.isEmpty() || on.stream().anyMatch(image -> image.is(instance, frame));
    }
}
