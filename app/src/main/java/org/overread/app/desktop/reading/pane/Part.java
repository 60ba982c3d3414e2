// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// A part of the room for panes: one region, or several parts beside or below one another.
sealed interface Part {

    record One(Region region) implements Part {}

    record Several(Orientation orientation, List<Part> parts, Cuts cuts) implements Part {
        public Several {
            parts = List.copyOf(parts);
        }
    }

    /// Where a person parts them, from 0 to 1, one place less than there are parts. Two rows of which both follow the
    /// same hand share their cuts.
    final class Cuts {
        private final List<Double> places;
        private final ReadOnlyIntegerWrapper moves = new ReadOnlyIntegerWrapper();

        private Cuts(List<Double> places) {
            this.places = new ArrayList<>(places);
        }

        static Cuts at(double place) {
            return new Cuts(List.of(place));
        }

        static Cuts even(int parts) {
            return new Cuts(IntStream.range(1, parts).mapToObj(n -> (double) n / parts).toList());
        }

        List<Double> places() {
            return List.copyOf(places);
        }

        double place(int index) {
            return places.get(index);
        }

        void move(int index, double place) {
            places.set(index, Math.clamp(place, 0, 1));
            moves.set(moves.get() + 1);
        }

        /// Grows when one is moved.
        ReadOnlyIntegerProperty moves() {
            return moves.getReadOnlyProperty();
        }

        /// Nothing happens where there are more or fewer cuts.
        void moveAll(List<Double> known) {
            if (known.size() == places.size()) {
                for (int n = 0; n < known.size(); n++) {
                    move(n, known.get(n));
                }
            }
        }
    }

    static Part even(Orientation orientation, List<? extends Region> regions) {
        return new Several(
                orientation,
                regions.stream().<Part>map(One::new).toList(),
                Cuts.even(regions.size()));
    }

    /// The regions, in the order of reading.
    default Stream<Region> regions() {
        return switch (this) {
            case One(Region region) -> Stream.of(region);
            case Several several -> several.parts().stream().flatMap(Part::regions);
        };
    }

    /// All that is parted, the outermost first.
    default Stream<Several> several() {
        return switch (this) {
            case One _ -> Stream.of();
            case Several several ->
                    Stream.concat(
                            Stream.of(several), several.parts().stream().flatMap(Part::several));
        };
    }
}
