// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.overread.app.desktop.presentation.PresentationModel.Lack;
import org.overread.app.desktop.presentation.PresentationModel.Taken;
import org.overread.viewer.dicom.overlay.ImageOverlays.LeftOut;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Missing;

/// What is said of presentation states, and of overlays in images.
final class PresentationWords {
    private PresentationWords() {}

    /// The label, and what is said beside it.
    static String name(PresentationState state) {
        return state.label().isBlank() ? "without a label" : state.label();
    }

    /// What is not shown; empty where all is.
    static String lacking(Taken taken) {
        var words = new ArrayList<String>();
        for (Missing missing : Missing.values()) {
            if (taken.state().missing().contains(missing)) {
                words.add(words(missing));
            }
        }
        for (Lack lack : Lack.values()) {
            if (taken.lacks().contains(lack)) {
                words.add(words(lack));
            }
        }
        return sentence(words);
    }

    private static String sentence(List<String> words) {
        if (words.isEmpty()) {
            return "";
        }
        String all = String.join("; ", words) + ".";
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
    }

    /// Why overlays of images are left out; at least one reason.
    static String leftOut(Set<LeftOut> leftOut) {
        return sentence(
                Arrays.stream(LeftOut.values())
                        .filter(leftOut::contains)
                        .map(PresentationWords::words)
                        .toList());
    }

    private static String words(LeftOut leftOut) {
        return switch (leftOut) {
            case NO_SIZE -> "one has no size, or one beyond all measure";
            case NO_PLACE -> "one does not say where in the picture it lies";
            case OUTSIDE -> "one lies beside the picture";
            case NO_FRAMES -> "one is for pictures that cannot be";
            case TOO_SHORT -> "of one a part is lacking in the file";
            case NO_BITS -> "one has no content";
            case IN_NUMBERS -> "one would lie in the numbers of the pixels themselves";
            case COMPRESSED -> "one lay in the pixels and was lost when those were compressed";
            case TILED -> "one is for the large image that these pictures are tiles of";
            case UNREADABLE -> "a file cannot be read any more";
        };
    }

    private static String words(Missing missing) {
        return switch (missing) {
            case TURNED ->
                    "it turns the picture in a way that is none, so it stays as the patient lay";
            case BROKEN_SHUTTER ->
                    "it covers parts of the picture without saying rightly which, so they stay in"
                            + " sight";
            case SUBTRACTION -> "it subtracts pictures";
            case BROKEN_GREYS -> "it has a window or a table that makes no sense";
            case BROKEN_AREA -> "it does not say rightly which part of the picture, or how large";
            case PLACED_ELSEWHERE ->
                    "it has words or shapes at places that this picture does not have";
            case OVERLAYS -> "it has overlays that make no sense";
            case COMPOUND -> "it has drawings of a richer kind, such as rulers";
            case BROKEN_SHAPES -> "it has shapes that make no sense";
            case TOO_MANY_SHAPES -> "it has thousands of shapes, the last are left out";
        };
    }

    private static String words(Lack lack) {
        return switch (lack) {
            case SEVERAL_WINDOWS -> "its windows differ from image to image, one is used for all";
            case NO_WINDOW -> "it has no window for this image, so yours stays";
            case OTHER_NUMBERS ->
                    "its windows are for other numbers than those of this series, so yours stays";
            case SCREEN_UNKNOWN ->
                    "it wants life size, and this screen was not matched with a ruler yet"
                            + " (Shift+Z)";
            case NO_SIZES -> "it wants life size, and this picture has no sizes";
            case OUT_OF_SIGHT -> "this layout does not show the plane of its images";
        };
    }
}
