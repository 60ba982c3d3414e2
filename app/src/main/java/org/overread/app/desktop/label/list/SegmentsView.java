// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.label.Combination;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.Limiting;
import org.overread.app.desktop.label.SegmentDeeds;
import org.overread.app.desktop.label.SegmentVolumes;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.viewer.volume.PatientPoint;

/// The segments of the series that has the keyboard, grouped by structure. With the keyboard in it: up and down choose,
/// Space is the eye, L the lock, O shows one alone, C combines, 1 to 5 and 0 say the confidence, F2 renames, Enter leads
/// there (or accepts a proposal), Delete deletes. FX thread.
public final class SegmentsView extends BorderPane {
    private final SegmentDeeds deeds;
    private final SegmentVolumes volumes;
    private final Layer layer;
    private final Consumer<Segment> jump;
    private final Consumer<DrawOutcome> tell;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ListView<Row> list = new ListView<>(rows);
    private final MaskingCard masking;
    private final SegmentDrag dragging = new SegmentDrag(this);
    private final Set<String> folded = new HashSet<>();
    private final Region empty;
    private Subscription following = Subscription.EMPTY;
    private boolean quiet;

    /// `cursor` is where the reading is; `jump` leads the reading to a segment; `tell` says what could not be done.
    public SegmentsView(
            SegmentDeeds deeds,
            SegmentVolumes volumes,
            Layer layer,
            Limiting limiting,
            ObservableValue<PatientPoint> cursor,
            Consumer<Segment> jump,
            Consumer<DrawOutcome> tell) {
        this.deeds = deeds;
        this.volumes = volumes;
        this.layer = layer;
        masking = new MaskingCard(new LimitRows(limiting, cursor));
        this.jump = jump;
        this.tell = tell;
        getStyleClass().add("ov-segments");
        list.setId("segments");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new SegmentCell(this));
        list.getStyleClass().add("ov-list");
        list.setAccessibleText("Segments");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> chosen());
        empty =
                new EmptyState(
                        RemixiconMZ.SHAPE_LINE,
                        "No segments",
                        "Add what you want to label, then draw it with the brush (B).",
                        Buttons.filled("New segment", this::add));
        setTop(head());
        var below = new VBox(keys(), masking);
        setBottom(below);
        show(List.of());
    }

    private Node head() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row =
                new HBox(
                        Buttons.icon(RemixiconAL.ADD_LINE, "New segment   Shift+N", this::add),
                        gap,
                        Buttons.icon(
                                RemixiconAL.EYE_LINE,
                                "Show this one only, or all again   O",
                                () -> target().ifPresent(s -> deeds.showOnly(s.id()))),
                        Buttons.icon(
                                RemixiconAL.FOCUS_3_LINE,
                                "Go to its centre   Enter",
                                () -> target().ifPresent(jump)),
                        Buttons.icon(
                                RemixiconAL.DELETE_BIN_LINE,
                                "Delete   Delete",
                                () -> deeds.delete(chosenIds()).ifPresent(tell)));
        row.getStyleClass().add("ov-panel-head");
        return row;
    }

    /// Which keys work here: digits are windows everywhere else, so the list says what they are while it has the keyboard.
    private Node keys() {
        var hint = new Label("1–5, 0 confidence   Space eye   L lock   C combine");
        hint.getStyleClass().addAll("ov-faint", "ov-segment-keys");
        hint.setMinHeight(USE_PREF_SIZE);
        hint.visibleProperty().bind(list.focusedProperty());
        return hint;
    }

    /// Shows another model from now on.
    public void follow(Optional<LabelModel> model) {
        following.unsubscribe();
        masking.follow(model);
        following =
                model.map(
                                m ->
                                        Subscription.combine(
                                                m.segments().subscribe(_ -> refresh(m)),
                                                m.selected().subscribe(_ -> refresh(m))))
                        .orElse(Subscription.EMPTY);
        if (model.isEmpty()) {
            show(List.of());
        }
    }

    private void refresh(LabelModel model) {
        List<Segment> segments = model.segments().get().list();
        show(segments);
        volumes.count(segments, model.volume().geometry(), () -> refresh(model));
    }

    private void show(List<Segment> segments) {
        List<SegmentId> before = chosenIds();
        List<Row> now = Row.of(segments, volumes, folded);
        quiet = true;
        boolean focused = list.isFocused();
        if (now.size() == rows.size()) {
            for (int n = 0; n < now.size(); n++) {
                if (!now.get(n).equals(rows.get(n))) {
                    rows.set(n, now.get(n));
                }
            }
        } else {
            rows.setAll(now);
        }
        setCenter(rows.isEmpty() ? empty : list);
        select(before);
        if (focused) {
            list.requestFocus();
        }
        aim();
        quiet = false;
    }

    /// Marks the segment that tools draw on. Rows stay the nodes that they are: the hand may have one.
    private void aim() {
        cells().forEach(SegmentCell::aim);
    }

    private void select(List<SegmentId> before) {
        Optional<SegmentId> target = deeds.model().flatMap(m -> m.selected().get());
        List<SegmentId> wanted =
                target.filter(before::contains).isPresent() ? before : target.stream().toList();
        if (wanted.equals(chosenIds())) {
            return;
        }
        list.getSelectionModel().clearSelection();
        for (int n = 0; n < rows.size(); n++) {
            if (rows.get(n) instanceof Row.Line line && wanted.contains(line.segment().id())) {
                list.getSelectionModel().select(n);
            }
        }
    }

    private void chosen() {
        if (!quiet && list.getSelectionModel().getSelectedItem() instanceof Row.Line line) {
            deeds.model().ifPresent(m -> m.select(Optional.of(line.segment().id())));
        }
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2
                && list.getSelectionModel().getSelectedItem() instanceof Row.Line line) {
            jump.accept(line.segment());
        }
    }

    private void key(KeyEvent event) {
        if (list.getEditingIndex() >= 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Head head) {
            switch (event.getCode()) {
                case SPACE, ENTER, LEFT, RIGHT -> {
                    fold(head.structure());
                    event.consume();
                }
                default -> {}
            }
            return;
        }
        List<SegmentId> ids = chosenIds();
        if (!ids.isEmpty() && takes(event, ids)) {
            event.consume();
        }
    }

    private boolean takes(KeyEvent event, List<SegmentId> ids) {
        switch (event.getCode()) {
            case SPACE -> deeds.turnEye(ids);
            case L -> deeds.turnLock(ids);
            case O -> target().ifPresent(s -> deeds.showOnly(s.id()));
            case DIGIT0, NUMPAD0 -> deeds.rate(ids, Optional.of(0));
            case DIGIT1, NUMPAD1 -> deeds.rate(ids, Optional.of(1));
            case DIGIT2, NUMPAD2 -> deeds.rate(ids, Optional.of(2));
            case DIGIT3, NUMPAD3 -> deeds.rate(ids, Optional.of(3));
            case DIGIT4, NUMPAD4 -> deeds.rate(ids, Optional.of(4));
            case DIGIT5, NUMPAD5 -> deeds.rate(ids, Optional.of(5));
            case BACK_SPACE -> deeds.rate(ids, Optional.empty());
            case F2 -> rename();
            case C -> combine();
            case ENTER -> target().ifPresent(this::enter);
            case DELETE -> deeds.delete(ids).ifPresent(tell);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void enter(Segment segment) {
        if (segment.traits().role() instanceof SegmentRole.Proposal) {
            deeds.accept(segment.id());
        } else {
            jump.accept(segment);
        }
    }

    /// Asks for a structure and begins a segment of it.
    public void add() {
        if (deeds.model().isPresent()) {
            new AddSegment(layer, deeds.nextColor(), deeds::add).open();
        }
    }

    /// Asks what becomes of the segment that tools draw on, and of the other chosen ones.
    public void combine() {
        target().ifPresent(
                        segment ->
                                combine(
                                        segment.id(),
                                        chosenIds(),
                                        cell(segment.id()).map(Node.class::cast).orElse(list)));
    }

    /// The row of a segment, where it is to be seen.
    private Optional<SegmentCell> cell(SegmentId id) {
        return cells().filter(
                        cell ->
                                cell.isVisible()
                                        && cell.line()
                                                .filter(line -> line.segment().id().equals(id))
                                                .isPresent())
                .findFirst();
    }

    private Stream<SegmentCell> cells() {
        return list.lookupAll(".ov-segment").stream()
                .filter(SegmentCell.class::isInstance)
                .map(SegmentCell.class::cast);
    }

    /// `others` may hold the target too. The card lies below what it is about.
    void combine(SegmentId target, List<SegmentId> others, Node about) {
        deeds.model()
                .ifPresent(
                        model -> {
                            var combination = new Combination(model, volumes, target);
                            combination.hold(
                                    others.stream().filter(id -> !id.equals(target)).toList());
                            Point2D at =
                                    layer.sceneToLocal(
                                            about.localToScene(
                                                    0,
                                                    about instanceof SegmentCell cell
                                                            ? cell.getHeight()
                                                            : 0));
                            new CombineCard(layer, combination, tell).open(at.getX(), at.getY());
                        });
    }

    /// Gives the keyboard to the list.
    public void takeKeyboard() {
        list.requestFocus();
    }

    void rename() {
        list.setEditable(true); // only now: a click on a chosen row is no wish to rename it
        list.edit(list.getSelectionModel().getSelectedIndex());
    }

    void goTo(Segment segment) {
        jump.accept(segment);
    }

    void tell(DrawOutcome outcome) {
        tell.accept(outcome);
    }

    SegmentDeeds deeds() {
        return deeds;
    }

    SegmentDrag dragging() {
        return dragging;
    }

    void fold(String structure) {
        if (!folded.remove(structure)) {
            folded.add(structure);
        }
        deeds.model().ifPresent(this::refresh);
    }

    boolean isTarget(SegmentId id) {
        return deeds.model().flatMap(m -> m.selected().get()).filter(id::equals).isPresent();
    }

    /// The chosen rows where this one is among them, else this one alone.
    List<SegmentId> with(SegmentId id) {
        List<SegmentId> ids = chosenIds();
        return ids.contains(id) ? ids : List.of(id);
    }

    private Optional<Segment> target() {
        return deeds.model().flatMap(LabelModel::target);
    }

    private List<SegmentId> chosenIds() {
        var ids = new ArrayList<SegmentId>();
        for (Row row : list.getSelectionModel().getSelectedItems()) {
            if (row instanceof Row.Line line) {
                ids.add(line.segment().id());
            }
        }
        return ids;
    }

    /// The colour that is chosen is a step.
    void askColor(Segment segment, Node beside) {
        SegmentLookCard.open(this, segment, beside, layer);
    }
}
