// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.overread.segmentation.finding.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Findings from the disk and back, one after another, so that what is read is what was written last. FX thread; the disk
/// is somebody else's.
final class ShelfKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ShelfKeeper.class);

    private final FindingsModel.Stores stores;
    private final Executor io;
    private final Executor ui;
    private final Runnable notSaved;
    private CompletableFuture<?> saving = CompletableFuture.completedFuture(null);

    ShelfKeeper(FindingsModel.Stores stores, Executor io, Executor ui, Runnable notSaved) {
        this.stores = stores;
        this.io = io;
        this.ui = ui;
        this.notSaved = notSaved;
    }

    private record Loaded(FindingStore store, FindingStore.Found found) {}

    /// Reads what there is for a shelf, after what is being saved, which may be this volume's.
    void load(Shelf shelf, BiConsumer<FindingStore, FindingStore.Found> then) {
        saving =
                saving.thenCombine(stores.of(shelf.volume()), (_, found) -> found)
                        .thenApplyAsync(found -> new Loaded(found, found.load(shelf.id())), io)
                        .thenAcceptAsync(loaded -> then.accept(loaded.store(), loaded.found()), ui);
    }

    /// Writes what a shelf holds now.
    void save(Shelf shelf) {
        shelf.keeper()
                .ifPresent(
                        to -> {
                            List<Finding> now = shelf.findings();
                            saving = saving.thenRunAsync(() -> save(to, shelf.id(), now), io);
                        });
    }

    private void save(FindingStore to, String id, List<Finding> now) {
        try {
            to.save(id, now);
        } catch (IOException e) {
            LOG.warn("findings were not saved: {}", e.getClass().getSimpleName());
            ui.execute(notSaved);
        }
    }

    /// Done as soon as everything that was asked for until now is on the disk, or the disk took it not.
    CompletableFuture<?> saved() {
        return saving;
    }
}
