// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import org.overread.app.desktop.reading.pane.ReadingArea;

/// Waits for the first picture of a volume to be on the screen; benchmarks and training want to know. FX thread.
final class FirstPicture {
    private static final String FILE = "overread.bench.firstPicture";

    private FirstPicture() {}

    /// Calls `then` once, two frames after a pane has a picture: by then it has been painted.
    static void await(ReadingArea area, Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                boolean shown =
                        area.shownPanes().stream().anyMatch(pane -> pane.shownImage() != null);
                frames = shown ? frames + 1 : 0;
                if (frames == 2) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    /// Where a benchmark asks for it, writes when that was.
    static void reportWhereAsked(ReadingArea area) {
        Optional.ofNullable(System.getProperty(FILE))
                .map(Path::of)
                .ifPresent(file -> await(area, () -> write(file)));
    }

    private static void write(Path file) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".writing");
            Files.writeString(beside, Instant.now().toString());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
