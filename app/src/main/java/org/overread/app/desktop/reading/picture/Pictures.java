// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import java.util.ArrayDeque;
import java.util.Deque;

/// The pictures of one pane that are free to be drawn into. Any thread.
///
/// A picture is in one place at a time: here, with the renderer, or on the screen.
public final class Pictures {
    /// One being drawn, one shown, one leaving the screen, and one of the other resolution.
    private static final int KEPT = 4;

    private final Deque<Picture> free = new ArrayDeque<>();

    synchronized Picture take(int width, int height) {
        for (Picture picture : free) {
            if (picture.width() == width && picture.height() == height) {
                free.remove(picture);
                return picture;
            }
        }
        return new Picture(width, height);
    }

    /// What is shown from now on has nothing to do with what these pictures show. FX thread.
    public synchronized void forget() {
        free.clear();
    }

    /// Gives back a picture that nobody shows any more.
    public synchronized void giveBack(Picture picture) {
        free.addLast(picture);
        if (free.size() > KEPT) {
            free.removeFirst();
        }
    }
}
