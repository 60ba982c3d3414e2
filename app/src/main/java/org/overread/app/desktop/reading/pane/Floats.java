// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.overread.app.desktop.control.HeldBack;

/// What lies over the panes, from bottom to top. Each joins them when it is first to be seen, or stands by when its turn
/// comes: all of them at once hold up the window, for what comes into a scene has all its styles looked up. FX thread.
final class Floats {
    private static final int FEW = 2;

    private final ObservableList<Node> over;
    private final List<Node> all = new ArrayList<>();
    private final Map<Node, HeldBack> bars = new HashMap<>();

    /// `over` is what they are put above.
    Floats(ObservableList<Node> over) {
        this.over = over;
    }

    /// Puts a bar above all before it, whose children stay the same: they can stand by a few at a time.
    void addBar(Pane bar) {
        var parts = new HeldBack(bar.getChildren(), FEW);
        bars.put(bar, parts);
        bar.visibleProperty()
                .subscribe(
                        seen -> {
                            if (seen) {
                                parts.letGo();
                            }
                        });
        add(bar);
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

    /// Takes in, unseen, one that has not joined; what is held back of it for now.
    Optional<HeldBack> standBy(Node node) {
        Optional<HeldBack> parts = Optional.ofNullable(bars.get(node));
        parts.ifPresent(HeldBack::hold);
        join(node);
        return parts;
    }

    private void join(Node node) {
        if (over.contains(node)) {
            return;
        }
        long above = all.stream().skip(all.indexOf(node)).filter(over::contains).count();
        over.add(over.size() - (int) above, node);
    }
}
