// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// What lies over the panes, from bottom to top. Each joins them when it is first to be seen, or stands by when its turn
/// comes: all of them at once hold up the window, for what comes into a scene has all its styles looked up. FX thread.
final class Floats {
    private final ObservableList<Node> over;
    private final List<Node> all = new ArrayList<>();

    /// `over` is what they are put above.
    Floats(ObservableList<Node> over) {
        this.over = over;
    }

    /// Puts one above all before it.
    void add(Node node) {
        all.add(node);
        node.visibleProperty()
                .subscribe(
                        seen -> {
                            if (seen) {
                                join(node);
                            }
                        });
    }

    /// One that has not joined yet.
    Optional<Node> absent() {
        return all.stream().filter(node -> !over.contains(node)).findFirst();
    }

    void join(Node node) {
        if (over.contains(node)) {
            return;
        }
        long above = all.stream().skip(all.indexOf(node)).filter(over::contains).count();
        over.add(over.size() - (int) above, node);
    }
}
