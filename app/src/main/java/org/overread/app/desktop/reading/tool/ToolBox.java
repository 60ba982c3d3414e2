// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.overread.app.desktop.action.Action;

/// The tools of the panes, which of them is active, and what else draws over the pictures or can be gripped. FX thread;
/// holds no node, so that it runs without a toolkit.
public final class ToolBox {
    /// How the ids of [#actions()] begin.
    public static final String ACTION_IDS = "tool.";

    private final PaneTool first = new CursorTool();
    private final ObservableList<PaneTool> tools = FXCollections.observableArrayList();
    private final ObservableList<PaneTool> readOnly =
            FXCollections.unmodifiableObservableList(
                    tools); // one for ever: it is held weakly by what it follows
    private final ObservableList<Marks> marks = FXCollections.observableArrayList();
    private final ObservableList<Grippable> grippables = FXCollections.observableArrayList();
    private final List<PaneTool> looking;
    private final ReadOnlyObjectWrapper<PaneTool> active = new ReadOnlyObjectWrapper<>(first);

    public ToolBox() {
        tools.add(first);
        tools.addAll(HandTools.all());
        looking = List.copyOf(tools);
    }

    /// Tools in the order in which they stand on the rail; the cursor is the first. A live, read-only list.
    public ObservableList<PaneTool> tools() {
        return readOnly;
    }

    /// An id that is taken already is a mistake of the program and refused at once.
    public void add(PaneTool tool) {
        String id = tool.face().id();
        if (find(id).isPresent()) {
            throw new IllegalArgumentException("two tools are called " + id);
        }
        tools.add(tool);
    }

    public Optional<PaneTool> find(String id) {
        return tools.stream().filter(tool -> tool.face().id().equals(id)).findFirst();
    }

    public ReadOnlyObjectProperty<PaneTool> active() {
        return active.getReadOnlyProperty();
    }

    /// Makes a tool the active one; the one before gives up what it had begun.
    public void choose(PaneTool tool) {
        if (!tool.equals(active.get())) {
            active.get().rest();
            active.set(tool);
        }
    }

    /// Back to the cursor; whether it was not the tool already.
    public boolean putDown() {
        boolean held = !isAtRest();
        choose(first);
        return held;
    }

    /// Whether the cursor is the tool: clicks that mean nothing to it are free for other things.
    public boolean isAtRest() {
        return active.get().equals(first);
    }

    /// Whether the active tool changes nothing but the view.
    public boolean isLooking() {
        return looking.contains(active.get());
    }

    /// What draws over pictures and stays, bottom to top; the active tool draws above all of them.
    public ObservableList<Marks> marks() {
        return marks;
    }

    /// What a hand can take whatever the tool, the first that answers first.
    public ObservableList<Grippable> grippables() {
        return grippables;
    }

    /// One action a tool, to be put on the rail and under keys.
    public List<Action> actions() {
        return tools.stream().map(this::action).toList();
    }

    private Action action(PaneTool tool) {
        ToolFace face = tool.face();
        var action =
                Action.of(ACTION_IDS + face.id(), face.group(), face.name(), () -> choose(tool))
                        .withIcon(face.icon());
        return face.key().map(action::withKey).orElse(action);
    }

    /// The id of the action that stands for the active tool.
    public ObservableValue<String> activeAction() {
        return active.map(tool -> ACTION_IDS + tool.face().id());
    }
}
