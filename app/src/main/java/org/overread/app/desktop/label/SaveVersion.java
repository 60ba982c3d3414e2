// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.reading.StoredReading;
import org.overread.app.store.LabelFileException;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.Segments;
import org.overread.sync.store.version.StoredVersion;

/// Makes a version of what is drawn: immutable, and durable when the notice says so. Where the reader has not said how
/// sure they are of a segment, they are asked then. FX thread.
public final class SaveVersion {
    private final LabelDesk labels;
    private final Workshop workshop;
    private final ExecutorService compute;
    private final Consumer<Notice> notices;
    private final Runnable saved;
    private final Runnable rate;
    private final Besides besides;

    /// What belongs to a version beside its labels.
    public interface Besides {

        /// Asks for what has to be said before a version is saved, then goes on; does not where the reader would not say.
        void first(LabelModel model, Runnable then);

        /// How many findings there are.
        int count(LabelModel model);

        /// The findings as they are now. They may be read from the disk: asked for on the FX thread, answered elsewhere.
        Read findings(LabelModel model, StoredReading reading);

        /// Blocks.
        @FunctionalInterface
        interface Read {
            List<Finding> read() throws IOException;
        }
    }

    /// @param saved called when a version was added
    /// @param rate asks how sure the reader is of the chosen segment
    /// @param besides what belongs to a version beside its labels
    public SaveVersion(
            LabelDesk labels,
            Workshop workshop,
            ExecutorService compute,
            Consumer<Notice> notices,
            Runnable saved,
            Runnable rate,
            Besides besides) {
        this.labels = labels;
        this.workshop = workshop;
        this.compute = compute;
        this.notices = notices;
        this.saved = saved;
        this.rate = rate;
        this.besides = besides;
    }

    public Action action() {
        return Action.of("versions.save", "Versions", "Save what is drawn as a version", this::run)
                .withIcon(RemixiconMZ.SAVE_3_LINE)
                .withKey("Shortcut+Enter");
    }

    private void run() {
        Optional<LabelModel> model = labels.active().get();
        Optional<StoredReading> reading = model.flatMap(labels::stored);
        if (model.isEmpty() || reading.isEmpty()) {
            notices.accept(
                    Notice.caution(
                            "There is nothing that a version could be made of.",
                            "",
                            "Open a series whose labels are kept."));
            return;
        }
        if (besides.count(model.get()) == 0
                && model.get().segments().get().list().stream().noneMatch(SaveVersion::isDrawn)) {
            notices.accept(
                    Notice.caution(
                            "Nothing is drawn or found yet, so there is no version to save.",
                            "",
                            ""));
            return;
        }
        besides.first(model.get(), () -> save(model.get(), reading.get()));
    }

    private void save(LabelModel model, StoredReading reading) {
        Segments segments = model.segments().get();
        var active = model.copy().activeSinceBase();
        Besides.Read findings = besides.findings(model, reading);
        workshop.readOrWrite(
                "Save version",
                (_, _) ->
                        reading.commit(
                                segments,
                                findings.read(),
                                active,
                                "saved by the reader",
                                compute,
                                Runtime.getRuntime().availableProcessors()),
                version -> done(model, version),
                cause -> notices.accept(notSaved(cause)));
    }

    private static Notice notSaved(Throwable cause) {
        return Notice.bad(
                cause instanceof LabelFileException refused
                        ? "The version was not saved. " + refused.getMessage()
                        : "The version was not saved.",
                "What is drawn is unchanged, and every step of it is kept.",
                cause instanceof LabelFileException
                        ? ""
                        : "Check that the disk is not full, then save again.");
    }

    private void done(LabelModel model, StoredVersion version) {
        model.copy().committed();
        saved.run();
        Optional<Segment> unrated =
                model.segments().get().list().stream()
                        .filter(SaveVersion::isDrawn)
                        .filter(s -> s.traits().confidence().isEmpty())
                        .findFirst();
        notices.accept(Notice.good("Version %d is saved.".formatted(version.number())));
        unrated.ifPresent(
                segment -> {
                    model.select(Optional.of(segment.id()));
                    rate.run();
                });
    }

    private static boolean isDrawn(Segment segment) {
        return segment.traits().isLabel() && !segment.mask().isEmpty();
    }
}
