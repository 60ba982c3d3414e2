// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.Place;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.app.desktop.reading.tone.ToneCard;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.reading.tool.TurningGrip;
import org.overread.viewer.volume.Volume;

/// The middle of the workstation: the panes of a reading in the layout that the person chose. FX thread.
///
/// The dividers keep their places for as long as the area lives, each layout its own.
public final class ReadingArea extends StackPane {
    private static final String SHEET =
            Objects.requireNonNull(ReadingArea.class.getResource("reading.css")).toExternalForm();

    /// Leaves the corner below the card in sight.
    private static final double ABOVE_WORDS = 60;

    /// How far the card keeps to the left of the pane, over the studies: it is not to hide what it changes.
    private static final double ASIDE = 236;

    private final ReadingModel reading;
    private final List<PaneView> panes;
    private final StateCard card;
    private final ToolBox tools = new ToolBox();
    private final Map<Layout, List<double[]>> dividers = new EnumMap<>(Layout.class);
    private Optional<PaneContent> solid = Optional.empty();
    private String toolsUsedOn = "";
    private int main;
    private Layout arranged = Layout.SINGLE;
    private List<SplitPane> splits = List.of();

    /// The queue stays the caller's, who closes it when the area is gone.
    public ReadingArea(ReadingModel reading, PictureQueue queue) {
        this.reading = reading;
        getStyleClass().add("reading-area");
        getStylesheets().add(SHEET);
        setMinSize(0, 0);
        panes = reading.panes().stream().map(p -> new PaneView(reading, p, queue, tools)).toList();
        tools.grippables().add(new TurningGrip(reading));
        card = new StateCard();
        reading.layout().subscribe(_ -> arrange());
        reading.enlarged().subscribe(_ -> arrange());
        reading.content().subscribe(this::showContent);
    }

    /// `facts` is what each pane's button of information does, `tones` what its words on window and colours do, `again`
    /// what the card does after a failure or a stop.
    public void offer(Action facts, Action tones, Runnable again) {
        panes.forEach(pane -> pane.offer(facts, tones));
        card.offer(again);
    }

    /// Opens the card of windows and colours above the words of the active pane.
    public void showTones(Layer layer) {
        PaneView pane = panes.get(reading.activePane().get());
        Node beside = pane.getScene() == null ? this : pane;
        Bounds bounds = layer.sceneToLocal(beside.localToScene(beside.getLayoutBounds()));
        double bottom = bounds.getMaxY() - ABOVE_WORDS;
        new ToneCard(reading.tones(), layer, bottom).open(bounds.getMinX() - ASIDE, bottom);
    }

    /// What the left button does in the panes.
    public ToolBox tools() {
        return tools;
    }

    public List<PaneView> panes() {
        return panes;
    }

    private void showContent(Content content) {
        switch (content) {
            case Content.Empty() -> card.showEmpty();
            case Content.Stopped(String title) -> card.showStopped(title);
            case Content.Failed(String reason, String advice) -> card.showFailed(reason, advice);
            case Content.Loading _, Content.Ready _ -> {
                card.setVisible(false);
                restTools();
                if (reading.mainPane() != main) {
                    boolean focused = panes.stream().anyMatch(Node::isFocused);
                    arrange();
                    if (focused) {
                        panes.get(main).requestFocus();
                    }
                }
            }
        }
    }

    /// Gives what is no slice its place: the last of four, and all of the room where it is enlarged.
    public void fill(PaneContent content) {
        solid = Optional.of(content);
        content.region()
                .addEventHandler(
                        MouseEvent.MOUSE_CLICKED,
                        event -> {
                            if (event.getButton() == MouseButton.PRIMARY
                                    && event.getClickCount() == 2
                                    && event.isStillSincePress()) {
                                reading.enlarge(new Place.Solid());
                            }
                        });
        arrange();
    }

    /// What was begun on one volume is not finished on another.
    private void restTools() {
        Volume volume = reading.volume();
        if (volume != null && !volume.id().equals(toolsUsedOn)) {
            toolsUsedOn = volume.id();
            tools.active().get().rest();
        }
    }

    private void arrange() {
        if (!splits.isEmpty()) {
            dividers.put(arranged, splits.stream().map(SplitPane::getDividerPositions).toList());
            splits.forEach(split -> split.getItems().clear());
        }
        Optional<Region> alone = reading.enlarged().get().map(this::region);
        arranged = alone.isPresent() ? Layout.SINGLE : reading.layout().get();
        main = reading.mainPane();
        splits = splits(arranged);
        Node whole = splits.isEmpty() ? alone.orElse(panes.get(main)) : splits.getFirst();
        getChildren().setAll(whole, card);
        List<double[]> kept = dividers.get(arranged);
        for (int n = 0; kept != null && n < splits.size(); n++) {
            splits.get(n).setDividerPositions(kept.get(n));
        }
    }

    private Region region(Place place) {
        return switch (place) {
            case Place.Slices(PaneModel pane) -> panes.get(reading.panes().indexOf(pane));
            case Place.Solid() -> fourth();
        };
    }

    private Region fourth() {
        return solid.<Region>map(PaneContent::region).orElse(panes.get(3));
    }

    /// The whole first, then its parts.
    private List<SplitPane> splits(Layout layout) {
        // a slice that lies in another plane than the first changes places with it
        var ordered = new ArrayList<Region>(panes.subList(0, 3));
        ordered.add(fourth());
        Collections.swap(ordered, 0, main);
        return switch (layout) {
            case SINGLE -> List.of();
            case ONE_AND_TWO -> oneAndStack(0.62, ordered.subList(0, 3));
            case ONE_AND_THREE -> oneAndStack(0.7, ordered);
            case GRID -> grid(ordered);
            case COLUMNS -> List.of(even(Orientation.HORIZONTAL, panes.subList(0, 3)));
            case SOLID -> {
                Collections.rotate(ordered, 1);
                yield oneAndStack(0.7, ordered);
            }
        };
    }

    private static List<SplitPane> oneAndStack(double part, List<Region> all) {
        SplitPane stack = even(Orientation.VERTICAL, all.subList(1, all.size()));
        var whole = new SplitPane(all.getFirst(), stack);
        whole.setDividerPositions(part);
        return List.of(whole, stack);
    }

    private static List<SplitPane> grid(List<Region> all) {
        SplitPane top = even(Orientation.HORIZONTAL, all.subList(0, 2));
        SplitPane bottom = even(Orientation.HORIZONTAL, all.subList(2, 4));
        SplitPane whole = even(Orientation.VERTICAL, List.of(top, bottom));
        // one cross, not two half lines
        var upper = top.getDividers().getFirst().positionProperty();
        bottom.getDividers().getFirst().positionProperty().bindBidirectional(upper);
        return List.of(whole, top, bottom);
    }

    private static SplitPane even(Orientation orientation, List<? extends Node> parts) {
        var split = new SplitPane(parts.toArray(Node[]::new));
        split.setOrientation(orientation);
        double count = parts.size();
        split.setDividerPositions(
                IntStream.range(1, parts.size()).mapToDouble(n -> n / count).toArray());
        return split;
    }
}
