// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which findings are drawn: all whose eyes are not shut. What is shut is there, and opens with the program. FX thread.
public final class Eyes {
    private final ReadOnlyObjectWrapper<Set<UUID>> shut = new ReadOnlyObjectWrapper<>(Set.of());
    private final Runnable turned;

    /// `turned` runs after each change.
    Eyes(Runnable turned) {
        this.turned = turned;
    }

    public ReadOnlyObjectProperty<Set<UUID>> shut() {
        return shut.getReadOnlyProperty();
    }

    public boolean isOpen(UUID finding) {
        return !shut.get().contains(finding);
    }

    /// Shuts or opens the eyes of some findings: shuts them where one of them is open.
    public void turn(Collection<UUID> findings) {
        var now = new HashSet<>(shut.get());
        if (now.containsAll(findings)) {
            now.removeAll(findings);
        } else {
            now.addAll(findings);
        }
        shut.set(Set.copyOf(now));
        turned.run();
    }
}
