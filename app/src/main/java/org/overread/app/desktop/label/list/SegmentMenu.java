// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.overread.app.desktop.label.LabelLook;
import org.overread.app.desktop.label.SegmentDeeds;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;

/// What can be done to a segment, for those who look for it with the second button.
final class SegmentMenu {
    private SegmentMenu() {}

    static ContextMenu of(SegmentsView view, Segment segment) {
        SegmentId id = segment.id();
        SegmentDeeds deeds = view.deeds();
        var menu = new ContextMenu();
        if (segment.traits().role() instanceof SegmentRole.Proposal) {
            menu.getItems()
                    .addAll(
                            item("Accept   Enter", () -> deeds.accept(id)),
                            item("Reject   Delete", () -> deeds.reject(id)),
                            new SeparatorMenuItem());
        }
        menu.getItems()
                .addAll(
                        item("Go to its centre   Enter", () -> view.goTo(segment)),
                        item("Show only this   O", () -> deeds.showOnly(id)),
                        item("Rename   F2", view::rename),
                        item("Combine   C", view::combine),
                        rating(deeds, view.with(id)),
                        drawn(view, id),
                        item("Colour and fill", () -> view.askColor(segment, view)),
                        new SeparatorMenuItem(),
                        item(
                                "Delete   Delete",
                                () -> deeds.delete(view.with(id)).ifPresent(view::tell)));
        return menu;
    }

    private static Menu rating(SegmentDeeds deeds, List<SegmentId> ids) {
        var menu = new Menu("Confidence");
        for (int n = 5; n >= 1; n--) {
            int level = n;
            String words = n == 5 ? "5  certain" : n == 1 ? "1  hardly sure" : Integer.toString(n);
            menu.getItems().add(item(words, () -> deeds.rate(ids, Optional.of(level))));
        }
        menu.getItems().add(item("0  not assessable", () -> deeds.rate(ids, Optional.of(0))));
        menu.getItems().add(item("Take it back", () -> deeds.rate(ids, Optional.empty())));
        return menu;
    }

    private static Menu drawn(SegmentsView view, SegmentId id) {
        var menu = new Menu("Drawn as");
        for (LabelLook.Drawn one : LabelLook.Drawn.values()) {
            menu.getItems()
                    .add(
                            item(
                                    one.title(),
                                    () ->
                                            view.deeds()
                                                    .model()
                                                    .ifPresent(
                                                            m ->
                                                                    m.look(
                                                                            m.look()
                                                                                    .get()
                                                                                    .with(
                                                                                            id,
                                                                                            one)))));
        }
        return menu;
    }

    private static MenuItem item(String words, Runnable run) {
        var item = new MenuItem(words);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
