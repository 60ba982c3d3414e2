// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Visibility;

/// What of the segments a person looks at: a matter of the view and of nobody's history. What a reading brought with it
/// holds until it is said otherwise. One thread.
final class Eyes {
    private final Map<SegmentId, Visibility> said = new HashMap<>();
    private Segments of;
    private Segments seen;

    Eyes(Segments stored) {
        of = stored;
        seen = stored;
    }

    void set(List<SegmentId> ids, Visibility visibility) {
        ids.forEach(id -> said.put(id, visibility));
        seen = look(of);
    }

    /// The segments as they are looked at.
    Segments on(Segments stored) {
        if (!isSame(stored, of)) {
            of = stored;
            seen = look(stored);
        }
        return seen;
    }

    @SuppressWarnings("ReferenceEquality") // a history hands out another object where something changed
    private static boolean isSame(Segments a, Segments b) {
        return a == b;
    }

    private Segments look(Segments stored) {
        return map(stored, s -> Optional.ofNullable(said.get(s.id())));
    }

    /// The same segments with the visibility that is stored of them: what is to be kept of what was looked at.
    static Segments off(Segments seen, Segments stored) {
        return map(seen, s -> stored.find(s.id()).map(old -> old.traits().visibility()));
    }

    private static Segments map(
            Segments segments, Function<Segment, Optional<Visibility>> wanted) {
        Segments all = segments;
        for (Segment segment : segments.list()) {
            Optional<Visibility> visibility =
                    wanted.apply(segment).filter(v -> v != segment.traits().visibility());
            if (visibility.isPresent()) {
                all =
                        all.withTraits(
                                segment.id(), segment.traits().withVisibility(visibility.get()));
            }
        }
        return all;
    }
}
