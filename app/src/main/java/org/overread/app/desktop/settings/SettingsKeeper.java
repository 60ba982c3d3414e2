// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Saves settings soon after they changed. Many changes in a row are one write, and the last one counts. Any thread.
public final class SettingsKeeper {
    private final SettingsFile file;
    private final Executor later;
    private final Consumer<IOException> failed;
    private final AtomicReference<@Nullable Settings> pending = new AtomicReference<>();

    /// `later` runs on an I/O thread after a short while; `failed` hears of a save that did not work.
    public SettingsKeeper(SettingsFile file, Executor later, Consumer<IOException> failed) {
        this.file = file;
        this.later = later;
        this.failed = failed;
    }

    public void keep(Settings settings) {
        if (pending.getAndSet(settings) == null) {
            later.execute(this::flush);
        }
    }

    /// Writes what is not written yet, here and now. I/O thread.
    public synchronized void flush() {
        Settings settings = pending.getAndSet(null);
        if (settings == null) {
            return;
        }
        try {
            file.save(settings);
        } catch (IOException e) {
            failed.accept(e);
        }
    }
}
