// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.desktop.reading.overlay.LabelVersion;
import org.overread.app.desktop.reading.overlay.Layers;
import org.overread.app.desktop.reading.overlay.Showing;
import org.overread.app.store.StoredLabels;
import org.overread.segmentation.work.Crew;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.work.CancelToken;

/// Which versions are drawn over the volume: one, or two that are compared. No nodes; FX thread.
final class DrawnVersions {
    private final VersionsModel model;
    private final Layers layers;
    private final ExecutorService compute;
    private final ReadOnlyObjectWrapper<Optional<ComparedVersions>> compared =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Before before = new Before(Optional.empty(), Optional.empty(), Showing.NONE);

    /// What was drawn before two versions were compared.
    private record Before(
            Optional<LabelVersion> first, Optional<LabelVersion> second, Showing showing) {}

    /// @param layers over the volume that is shown
    DrawnVersions(VersionsModel model, Layers layers, ExecutorService compute) {
        this.model = model;
        this.layers = layers;
        this.compute = compute;
    }

    /// The two versions that are compared now.
    ReadOnlyObjectProperty<Optional<ComparedVersions>> compared() {
        return compared.getReadOnlyProperty();
    }

    /// Another volume is shown.
    void forget() {
        compared.set(Optional.empty());
    }

    /// Draws none.
    void clear() {
        layers.show(Optional.empty(), Optional.empty(), Showing.NONE);
        compared.set(Optional.empty());
    }

    /// Draws the labels of a version over the volume.
    void show(StoredVersion version) {
        model.listed()
                .ifPresent(
                        now ->
                                model.workspace()
                                        .ask(
                                                open ->
                                                        ComparedVersions.drawn(
                                                                version,
                                                                new StoredLabels(open)
                                                                        .segments(
                                                                                ComparedVersions
                                                                                        .content(
                                                                                                open,
                                                                                                version)),
                                                                now.shown().volume()),
                                                drawn -> {
                                                    if (model.isShown(now)) {
                                                        compared.set(Optional.empty());
                                                        layers.show(
                                                                Optional.of(drawn),
                                                                Optional.empty(),
                                                                Showing.A);
                                                    }
                                                },
                                                cause ->
                                                        model.refused(
                                                                "The version is not shown.",
                                                                cause)));
    }

    /// Draws two versions, the older as A, and says how they differ.
    void compare(StoredVersion one, StoredVersion other) {
        StoredVersion old = one.number() <= other.number() ? one : other;
        StoredVersion now = old.equals(one) ? other : one;
        model.listed()
                .ifPresent(
                        list ->
                                model.workspace()
                                        .ask(
                                                open ->
                                                        ComparedVersions.read(
                                                                open,
                                                                old,
                                                                now,
                                                                list.shown().volume(),
                                                                Crew.of(
                                                                        compute,
                                                                        new CancelToken())),
                                                both -> {
                                                    if (model.isShown(list)) {
                                                        begin(both);
                                                    }
                                                },
                                                cause ->
                                                        model.refused(
                                                                "The versions are not compared.",
                                                                cause)));
    }

    private void begin(ComparedVersions both) {
        if (compared.get().isEmpty()) {
            before =
                    new Before(layers.first().get(), layers.second().get(), layers.showing().get());
        }
        compared.set(Optional.of(both));
        layers.show(Optional.of(both.drawnBefore()), Optional.of(both.drawnAfter()), Showing.BOTH);
    }

    /// Draws again what was drawn before.
    void endComparison() {
        if (compared.get().isPresent()) {
            compared.set(Optional.empty());
            layers.show(before.first(), before.second(), before.showing());
        }
    }
}
