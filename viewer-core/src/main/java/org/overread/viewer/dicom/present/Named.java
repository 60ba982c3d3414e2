// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.present.PresentationState.Image;

/// The series and images that a state names.
record Named(Set<String> series, List<Image> images) {

    static Named of(Attributes header) {
        List<Attributes> items = header.items(PresentationTags.REFERENCED_SERIES);
        var series = new HashSet<String>();
        items.forEach(item -> series.add(item.text(TagNumbers.SERIES_UID)));
        return new Named(series, items.stream().flatMap(item -> namedBy(item).stream()).toList());
    }

    /// Those that a part of the state is for: all where it names none.
    List<Image> images(Attributes item) {
        List<Image> own = namedBy(item);
        return own.isEmpty() ? images : own;
    }

    private static List<Image> namedBy(Attributes item) {
        return item.items(PresentationTags.REFERENCED_IMAGES).stream()
                .map(
                        image ->
                                new Image(
                                        image.text(PresentationTags.REFERENCED_INSTANCE),
                                        frames(image)))
                .toList();
    }

    private static Set<Integer> frames(Attributes image) {
        var frames = new HashSet<Integer>();
        image.numbers(PresentationTags.REFERENCED_FRAMES)
                .forEach(frame -> frames.add(frame.intValue()));
        return frames;
    }
}
