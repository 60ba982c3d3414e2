// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.shell.ShellModel.RightTab;

/// The frame of the program: title row, left panel, tools, the slot for the picture, right panel, status bar, and the
/// layer above all of them. FX thread.
public final class MainWindow {
    private final ShellModel model;
    private final Actions actions;
    private final StackPane centre = new StackPane();
    private final VBox strips = new VBox();
    private final BooleanProperty optionsShown = new SimpleBooleanProperty();
    private final ToolRail rail = new ToolRail();
    private final TitleRow title;
    private final Node left;
    private final RightPanel right;
    private final Layer layer;
    private final StackPane root = new StackPane();
    private final BooleanBinding noticesBeside; // held: a binding that nobody holds is collected
    private @Nullable Node shown;
    private @Nullable Node later;

    /// `left` fills the left panel, `work` stands at the right of the status bar, `layer` takes cards such as the
    /// palette, which `search` opens.
    public MainWindow(
            ShellModel model, Actions actions, Node left, Node work, Layer layer, Runnable search) {
        this.model = model;
        this.actions = actions;
        noticesBeside = Bindings.and(model.rightShown(), model.pictureOnly().not());
        this.left = left;
        this.layer = layer;
        right = new RightPanel(model);
        title = new TitleRow(actions, model, search);
        centre.getStyleClass().add("ov-centre");
        centre.setMinWidth(0);
        centre.setMinHeight(0);
        var middle = new VBox(strips, centre);
        VBox.setVgrow(centre, Priority.ALWAYS);
        var tools = new HBox(rail);
        var row = new HBox(leftSide(), tools, middle, rightSide());
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        var status = new StatusBar(model.cursor(), model.series().isNotEmpty(), work);
        var frame = new BorderPane(row, title, null, status, null);
        frame.setMinHeight(0); // else the whole window slides up where something wants more height
        var panels = model.pictureOnly().not();
        shownWhile(title, panels);
        shownWhile(status, panels);
        shownWhile(strips, Bindings.and(panels, optionsShown));
        shownWhile(tools, panels);
        root.getChildren().addAll(frame, layer);
        root.widthProperty()
                .subscribe(
                        width -> {
                            if (width.doubleValue() > 0) {
                                model.room().set(width.doubleValue());
                            }
                        });
    }

    public StackPane root() {
        return root;
    }

    /// What stands in the middle; it takes all the room that the panels leave.
    public void setCentre(Node picture) {
        if (picture.equals(shown)) {
            return;
        }
        shown = picture;
        centre.getChildren().removeIf(node -> !node.equals(later) && !node.equals(picture));
        if (!centre.getChildren().contains(picture)) {
            centre.getChildren().add(picture);
        }
        centre.getChildren().forEach(node -> node.setVisible(node.equals(picture)));
    }

    /// What will stand in the middle some time, and has its place there from now on, unseen: what comes into the scene
    /// anew has all its styles looked up.
    public void standBy(Node picture) {
        later = picture;
        if (!centre.getChildren().contains(picture)) {
            picture.setVisible(false);
            centre.getChildren().addFirst(picture);
        }
    }

    /// The strip above the picture with the options of the active tool.
    public void setToolOptions(List<Node> options) {
        if (!strips.getChildren().equals(options)) { // what comes anew has all its styles looked up
            strips.getChildren().setAll(options);
            OneByOne.come(
                    options.stream()
                            .filter(Pane.class::isInstance)
                            .map(Pane.class::cast)
                            .toArray(Pane[]::new));
        }
    }

    /// Where there is no picture there is no strip; its options may stand by.
    public void showToolOptions(boolean shown) {
        optionsShown.set(shown);
    }

    public void setRight(RightTab tab, Node content) {
        right.setContent(tab, content);
    }

    public ToolRail rail() {
        return rail;
    }

    /// Where task, guideline, reader and the state of saving stand.
    public HBox chips() {
        return title.chips();
    }

    /// Notices stand at the lower end of the right panel, where they cover nothing; over the picture's corner while the
    /// panel is folded.
    public void setNotices(Region notices) {
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(
                notices, new Insets(0, 48, 41, 12)); // beside the strip, above the status bar
        noticesBeside.subscribe(
                beside -> {
                    root.getChildren().remove(notices);
                    right.setNotices(beside ? notices : null);
                    if (!beside) {
                        addFloating(notices);
                    }
                });
    }

    /// Adds things that lie over the picture but under the palette.
    public void addFloating(Node node) {
        root.getChildren().add(root.getChildren().indexOf(layer), node);
    }

    /// Takes Tab and Esc for the picture, where they mean more than moving the focus.
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(scene, event));
    }

    /// Moves the keyboard to the next of left panel, picture and right panel.
    public void focusNextRegion() {
        Scene scene = root.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        var regions = List.of(left, centre, right);
        int now = 1;
        for (int n = 0; n < regions.size(); n++) {
            if (owner != null && holds(regions.get(n), owner)) {
                now = n;
            }
        }
        for (int step = 1; step <= regions.size(); step++) {
            Node next = regions.get((now + step) % regions.size());
            if (next.isVisible() && FirstFocus.in(next)) {
                return;
            }
        }
    }

    private void press(Scene scene, KeyEvent event) {
        if (layer.isVisible() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Node owner = scene.getFocusOwner();
        boolean atPicture = owner == null || root.equals(owner) || holds(centre, owner);
        boolean alone = model.pictureOnly().get();
        if (event.getCode() == KeyCode.TAB && (alone || (atPicture && !event.isShiftDown()))) {
            model.togglePictureOnly();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && alone) {
            model.pictureOnly().set(false);
            event.consume();
        }
    }

    private static boolean holds(Node ancestor, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private HBox leftSide() {
        var grip =
                new Grip(
                        HorizontalDirection.LEFT,
                        model.leftWidth()::get,
                        model::widenLeft,
                        ShellModel.LEFT_WIDTH);
        widthFollows(left, model.leftWidth());
        var panel = new HBox(left, grip);
        var strip = strip("ov-strip-left");
        strip.getChildren()
                .add(
                        Buttons.icon(
                                RemixiconAL.FOLDER_LINE, "Studies and series", model::toggleLeft));
        nameWithKey(strip.getChildren().getFirst(), "Studies and series", "view.studies");
        return side(panel, strip, model.leftShown());
    }

    private HBox rightSide() {
        var grip =
                new Grip(
                        HorizontalDirection.RIGHT,
                        model.rightWidth()::get,
                        model::widenRight,
                        ShellModel.RIGHT_WIDTH);
        widthFollows(right, model.rightWidth());
        var panel = new HBox(grip, right);
        var strip = strip("ov-strip-right");
        for (RightTab tab : RightTab.values()) {
            strip.getChildren()
                    .add(Buttons.icon(RightTabs.icon(tab), tab.title(), () -> model.show(tab)));
            nameWithKey(strip.getChildren().getLast(), tab.title(), "view.segments");
        }
        return side(panel, strip, model.rightShown());
    }

    /// The key is that of the action, whatever it is now.
    private void nameWithKey(Node node, String name, String actionId) {
        actions.all()
                .subscribe(
                        () -> {
                            if (node instanceof ButtonBase button) {
                                Buttons.name(
                                        button,
                                        actions.find(actionId)
                                                .map(action -> Buttons.tip(name, action))
                                                .orElse(name));
                            }
                        });
    }

    private HBox side(Node panel, Node strip, ObservableBooleanValue open) {
        var shown = model.pictureOnly().not();
        var opened = Bindings.and(shown, open);
        var folded = shown.and(Bindings.not(open));
        shownWhile(panel, opened);
        shownWhile(strip, folded);
        return new HBox(panel, strip);
    }

    private static VBox strip(String edge) {
        var strip = new VBox();
        strip.getStyleClass().addAll("ov-strip", edge);
        strip.setAlignment(Pos.TOP_CENTER);
        return strip;
    }

    private static void widthFollows(Node node, ReadOnlyDoubleProperty width) {
        if (node instanceof Region region) {
            width.subscribe(
                    pixels -> {
                        region.setMinWidth(pixels.doubleValue());
                        region.setPrefWidth(pixels.doubleValue());
                        region.setMaxWidth(pixels.doubleValue());
                    });
        }
    }

    private static void shownWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
