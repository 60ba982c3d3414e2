// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.slice.tone.Preset;

/// How somebody wanted the images of a series to be seen: windows, the part of the picture, what is drawn and written on
/// it. Where a list of images is empty, all of its series are meant.
///
/// @param instance its own identifier
/// @param series those whose images it is for
/// @param greys what becomes of the numbers
/// @param areas which part is shown
/// @param turning how the images are turned; empty where it does not say
/// @param stencils overlays and shutters of bits that it has itself
/// @param activated which of the overlays are shown that lie in the images
/// @param missing what it says beside, and is not shown
public record PresentationState(
        DicomFile file,
        String instance,
        String label,
        String description,
        Set<String> series,
        Greys greys,
        List<Area> areas,
        Optional<Turning> turning,
        Optional<Shutter> shutter,
        List<Stencil> stencils,
        List<Activated> activated,
        List<Drawing> drawings,
        Set<Missing> missing) {

    public PresentationState {
        series = Set.copyOf(series);
        areas = List.copyOf(areas);
        stencils = List.copyOf(stencils);
        activated = List.copyOf(activated);
        drawings = List.copyOf(drawings);
        missing = Set.copyOf(missing);
    }

    /// What a reader is not shown of it.
    public enum Missing {
        /// The picture turned by what is no quarter, or mirrored by an unknown word.
        TURNED,
        /// A shape of the shutter that says nothing.
        BROKEN_SHUTTER,
        /// One frame subtracted from others.
        SUBTRACTION,
        /// A window or a table that makes no sense.
        BROKEN_GREYS,
        /// A part of the picture, or its size, that makes no sense.
        BROKEN_AREA,
        /// What is placed neither on the image nor on the part of it that is shown.
        PLACED_ELSEWHERE,
        /// Overlays of its own that make no sense.
        OVERLAYS,
        /// Shapes of a richer kind, such as rulers and arrows, that it has in no plain form.
        COMPOUND,
        /// Shapes that are no shapes: of an unknown kind, too few points, or points that are no numbers.
        BROKEN_SHAPES,
        /// More shapes than a person could see.
        TOO_MANY_SHAPES
    }

    /// An image, by its identifier; `frames` count from 1 and are empty where all are meant.
    public record Image(String instance, Set<Integer> frames) {
        public Image {
            frames = Set.copyOf(frames);
        }

        boolean is(String other, int frame) {
            return instance.equals(other) && (frames.isEmpty() || frames.contains(frame));
        }

        /// What both mean.
        Optional<Image> and(Image other) {
            if (!instance.equals(other.instance)) {
                return Optional.empty();
            }
            if (frames.isEmpty() || other.frames.isEmpty()) {
                return Optional.of(frames.isEmpty() ? other : this);
            }
            var both = new HashSet<>(frames);
            both.retainAll(other.frames);
            return both.isEmpty() ? Optional.empty() : Optional.of(new Image(instance, both));
        }
    }

    /// An overlay that lies in the images, counted from 0, and its colour where its layer proposes one.
    public record Activated(List<Image> on, int number, Optional<Integer> rgb) {
        public Activated {
            on = List.copyOf(on);
        }
    }

    /// A point of an image in its pixels: 0, 0 is the upper left corner of the first, 1, 1 its lower right one.
    public record Point(double x, double y) {}

    public record Windowed(List<Image> on, Preset preset) {
        public Windowed {
            on = List.copyOf(on);
        }
    }

    /// The part of an image that is shown.
    public record Area(List<Image> on, Point from, Point to, Sizing sizing) {
        public Area {
            on = List.copyOf(on);
        }
    }

    /// How large a part of an image is shown.
    public sealed interface Sizing {
        /// As large as there is room for.
        record Fit() implements Sizing {}

        /// A millimetre on the screen is one in the patient; `columnMm` is how far columns are apart, where it is said.
        record Life(OptionalDouble columnMm) implements Sizing {}

        /// So many pixels of the screen for one of the image.
        record Magnified(double ratio) implements Sizing {}
    }

    /// A shape on the images that it is for. What comes later lies above.
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
