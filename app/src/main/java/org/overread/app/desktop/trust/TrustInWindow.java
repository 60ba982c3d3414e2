// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.util.Duration;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.versions.VersionMark;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.sign.KeyPlace;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.trust.UnlockedKey;

/// Puts keys, signing and bundles into the window: actions, their cards, and the clock that locks a key. FX thread.
public final class TrustInWindow implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.seconds(10);

    private final KeyModel key;
    private final SignModel signing;
    private final Layer layer;
    private final FileAsking files;
    private final Consumer<Notice> notices;
    private final Timeline clock;
    private final KeyOffer offer;

    private TrustInWindow(
            KeyModel key,
            SignModel signing,
            Layer layer,
            FileAsking files,
            Consumer<Notice> notices) {
        this.key = key;
        this.signing = signing;
        this.layer = layer;
        this.files = files;
        this.notices = notices;
        offer = new KeyOffer(key, this::showKey, notices);
        clock = new Timeline(new KeyFrame(LOOK_EVERY, _ -> key.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    /// Adds what a person can do.
    ///
    /// @param keys the folder of the person's key
    public static TrustInWindow place(
            Actions actions,
            Layer layer,
            Workshop workshop,
            Consumer<Notice> notices,
            Path keys,
            Workspaces workspaces,
            FileAsking files) {
        var place = new KeyPlace(keys);
        var window =
                new TrustInWindow(
                        new KeyModel(
                                place, workshop, UnlockedKey.USUAL_IDLE, InstantSource.system()),
                        new SignModel(workspaces, place, workshop),
                        layer,
                        files,
                        notices);
        workspaces.onChange(
                () -> {
                    if (workspaces.toRead().isPresent()) {
                        window.signing.refresh();
                    }
                });
        actions.add(
                Action.of("trust.key", "Signing", "My key", window::showKey)
                        .withIcon(RemixiconAL.KEY_2_LINE));
        actions.add(
                Action.of("trust.lock", "Signing", "Lock my key", window.key::lock)
                        .withIcon(RemixiconAL.LOCK_LINE));
        actions.add(
                Action.of(
                                "trust.versions",
                                "Signing",
                                "Versions and signatures",
                                window::showVersions)
                        .withIcon(RemixiconMZ.SHIELD_CHECK_LINE));
        actions.add(
                Action.of("trust.import", "Signing", "Open a bundle", window::openBundle)
                        .withIcon(RemixiconAL.INBOX_LINE));
        return window;
    }

    public KeyModel key() {
        return key;
    }

    public SignModel signing() {
        return signing;
    }

    /// Says in lists whether a version is signed, from now on and whenever that changes.
    public void mark(ObjectProperty<VersionMark.Source> marks) {
        signing.lines().subscribe(lines -> marks.set(Marks.of(lines)));
    }

    /// A version was saved: who has no key is offered one.
    public void saved() {
        offer.saved();
    }

    public void showKey() {
        KeySheet.open(key, files, layer);
    }

    /// Every version with its signatures.
    public void showVersions() {
        if (hasWorkspace()) {
            VersionsSheet.open(signing, Optional.empty(), layer, files, notices);
        }
    }

    /// The same with one version chosen, for lists that show versions.
    public void showVersion(Digest version) {
        if (hasWorkspace()) {
            VersionsSheet.open(signing, Optional.of(version), layer, files, notices);
        }
    }

    private boolean hasWorkspace() {
        boolean there = signing.hasWorkspace();
        if (!there) {
            notices.accept(
                    Notice.caution(
                            "There is no workspace open.",
                            "Nothing was changed.",
                            "Open one, then sign its versions."));
        }
        return there;
    }

    private void openBundle() {
        files.toOpen("Open a bundle", FileAsking.BUNDLES).ifPresent(this::openBundle);
    }

    /// Verifies a bundle, shows what became of it, and offers to take it in.
    public void openBundle(Path file) {
        BundleSheet.open(signing, file, layer, notices);
    }

    /// Locks the key.
    @Override
    public void close() {
        clock.stop();
        key.close();
    }
}
