// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.nio.file.Path;
import java.util.Optional;
import org.overread.viewer.bricks.SameVoxels;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The same volume of a file read into memory and into bricks.
public final class FormatsBothWays {
    private FormatsBothWays() {}

    /// Where the two disagree, in words. What is refused one way is refused the other, but for what bricks cannot take.
    public static Optional<String> difference(Path file, int volume) {
        ReadOutcome whole = read(file, volume, HeapRoom.RUNTIME);
        ReadOutcome bricked = read(file, volume, _ -> 0);
        if (bricked instanceof ReadOutcome.Refused(ReadRefusal.TooLarge _)) {
            return Optional.empty();
        }
        return switch (whole) {
            case ReadOutcome.Read(var volumes, _, _) ->
                    bricked instanceof ReadOutcome.Read(var others, _, _)
                            ? SameVoxels.difference(volumes.getFirst(), others.getFirst())
                            : Optional.of("bricks were refused: " + bricked);
            case ReadOutcome.Refused(ReadRefusal reason) ->
                    bricked instanceof ReadOutcome.Read
                            ? Optional.of("only memory refused: " + reason.describe())
                            : Optional.empty();
        };
    }

    private static ReadOutcome read(Path file, int volume, HeapRoom room) {
        return ImageFiles.readOne(file, volume, new Deaf(), new CancelToken(), room);
    }

    private static final class Deaf implements VolumeListener {
        @Override
        public void started(Volume volume) {}

        @Override
        public void sliceComplete(int k) {}

        @Override
        public void progress(Progress progress) {}
    }
}
