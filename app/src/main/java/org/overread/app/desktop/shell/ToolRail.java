// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;

/// The tools, one icon below the other; the active one wears the accent. Tools of one group share a place, which shows
/// the one of them that was used last and lists the others. Takes no room while there are none.
public final class ToolRail extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final Map<String, ToolStack> stacks = new LinkedHashMap<>();
    private Subscription followed = Subscription.EMPTY;

    public ToolRail() {
        getStyleClass().add("ov-rail");
        take(List.of());
    }

    /// Shows tools, of which the one with the id `active` is in use. Those of the group `alone` have a place each.
    public void show(List<Action> tools, String alone, ObservableValue<String> active) {
        followed.unsubscribe();
        var places = new LinkedHashMap<Node, List<Action>>();
        var groups = new LinkedHashMap<String, List<Action>>();
        for (Action tool : tools) {
            String group = tool.group().equals(alone) ? tool.id() : tool.group();
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(tool);
        }
        groups.forEach((group, members) -> places.put(place(group, members), members));
        take(List.copyOf(places.keySet()));
        followed = active.subscribe(id -> places.forEach((node, of) -> mark(node, of, id)));
    }

    private Node place(String group, List<Action> members) {
        if (members.size() == 1) {
            return Buttons.of(members.getFirst());
        }
        ToolStack stack = stacks.computeIfAbsent(group, ToolStack::new);
        stack.take(members);
        return stack;
    }

    private static void mark(Node place, List<Action> members, String active) {
        var used = members.stream().filter(tool -> tool.id().equals(active)).findFirst();
        place.pseudoClassStateChanged(ACTIVE, used.isPresent());
        if (place instanceof ToolStack stack) {
            used.ifPresent(stack::use);
        }
    }

    private void take(List<Node> places) {
        getChildren().setAll(places);
        setVisible(!places.isEmpty());
        setManaged(!places.isEmpty());
    }
}
