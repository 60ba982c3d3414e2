// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.sort;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.dicom.frame.Frame;

/// Frames that make one volume, and the words that tell it from the other volumes of its series.
public record FrameGroup(List<Frame> frames, List<String> words) {
    public FrameGroup {
        frames = List.copyOf(frames);
        words = List.copyOf(words);
    }

    FrameGroup part(List<Frame> some, String word) {
        var more = new ArrayList<>(words);
        more.add(word);
        return new FrameGroup(some, more);
    }
}
