// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.ByParts;
import org.overread.app.desktop.control.HeldBack;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Depth;
import org.overread.app.desktop.reading.FilmCut;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ReferenceLine;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.Marks;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.SlabDrag;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.viewer.work.Progress;

/// One pane on the screen: the picture, and over it, as sharp nodes, all that is not picture. FX thread.
public final class PaneView extends Region implements ByParts {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final double EDGE = 2;

    private final ReadingModel reading;
    private final PaneModel pane;
    private final PictureLayer picture;
    private final MissingSlices missing = new MissingSlices();
    private final CrossLines lines = new CrossLines();
    private final FilmLines films = new FilmLines();
    private final EdgeLetters letters = new EdgeLetters();
    private final CornerTexts corners;
    private final LabelSpans spans = new LabelSpans();
    private final SliceSlider slider;
    private final Rectangle planeEdge = new Rectangle();
    private final Rectangle focusEdge = new Rectangle();

    /// Around the pane of a light box whose slice the cursor lies on.
    private final Rectangle cursorEdge = new Rectangle();

    private final Rectangle loadingBar = new Rectangle();
    private final FlatCard flat = new FlatCard();
    private final HaloText trouble = new HaloText("trouble");
    private final MarkLayer marks = new MarkLayer();
    private final ToolBox tools;
    private final PaneHabits habits;
    private final BooleanBinding onScreen =
            Bindings.createBooleanBinding(
                    () -> getScene() != null && isVisible(), sceneProperty(), visibleProperty());
    private final HeldBack held = new HeldBack(getChildren(), 1);
    private boolean due;
    private Subscription marksFollowed = Subscription.EMPTY;

    /// To what outlives the pane.
    private Subscription ties = Subscription.EMPTY;

    /// A pane outside an area of panes, with tools of its own: for those who measure.
    public static PaneView alone(PaneModel pane, PictureQueue queue) {
        return new PaneView(
                pane,
                new PaneHabits(
                        queue,
                        new ToolBox(),
                        _ -> {},
                        _ -> {},
                        SlabDrag::new,
                        (_, _, _) -> {},
                        new ScreenSizes(FXCollections.observableHashMap())));
    }

    PaneView(PaneModel pane, PaneHabits habits) {
        reading = pane.reading();
        this.habits = habits;
        this.pane = pane;
        tools = habits.tools();
        picture = new PictureLayer(habits.queue());
        corners = new CornerTexts(pane.title(), pane.view());
        slider = new SliceSlider(pane);
        getStyleClass().add("pane");
        setFocusTraversable(true);
        setMinSize(0, 0);
        setAccessibleText(pane.title());
        planeEdge.getStyleClass().addAll("plane-edge", pane.view().style());
        focusEdge.getStyleClass().add("focus-edge");
        loadingBar.getStyleClass().add("loading-bar");
        trouble.say("This picture could not be drawn.\nPress R to reset the view.");
        picture.broken().subscribe(broken -> place(trouble, broken, corners));
        cursorEdge.getStyleClass().addAll("cursor-edge", pane.view().style());
        for (Rectangle rectangle : new Rectangle[] {planeEdge, focusEdge, cursorEdge, loadingBar}) {
            rectangle.setManaged(false);
            rectangle.setMouseTransparent(true);
        }
        getChildren().addAll(picture, lines, marks, letters, corners, slider);
        getChildren().addAll(loadingBar, planeEdge);
        if (pane.isOfFilm()) {
            getChildren().add(cursorEdge);
        }
        getChildren().add(focusEdge);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        ties = new PaneHands(this, habits).listen();
        follow();
    }

    private void follow() {
        pane.state().subscribe(_ -> showAnew());
        reading.writing().crosshair().subscribe(_ -> showLines());
        reading.writing()
                .cornerText()
                .subscribe(
                        _ -> {
                            showAnew();
                            showLines();
                        });
        reading.writing().anonymous().addListener((_, _, _) -> showAnew());
        reading.tones().presets().subscribe(_ -> showAnew());
        reading.content().subscribe(_ -> showProgress());
        reading.content().subscribe(_ -> showFlat());
        reading.redraw().times().subscribe(_ -> showLines());
        reading.room().enlarged().subscribe(_ -> showLines());
        hoverProperty().subscribe(_ -> showLines());
        ties =
                ties.and(tools.active().flatMap(PaneTool::changed).subscribe(_ -> showMarks()))
                        .and(tools.active().subscribe(_ -> showMarks()))
                        .and(tools.marks().subscribe(this::followMarks));
        followMarks();
        focusedProperty()
                .subscribe(
                        focused -> {
                            pseudoClassStateChanged(ACTIVE, focused);
                            focusEdge.setVisible(focused);
                            if (focused) {
                                reading.activate(pane);
                                habits.focused().accept(pane);
                            }
                        });
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe(_ -> rescale());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::xProperty)
                .subscribe(_ -> showScreen());
        onScreen.subscribe(this::comeOrGo);
    }

    @Override
    public HeldBack parts() {
        return held;
    }

    /// What comes is shown when it has its size: in another, nobody would see it.
    private void comeOrGo(boolean shown) {
        due = shown;
        held.letGo();
        if (shown) {
            requestLayout();
        } else {
            picture.awake(false);
        }
    }

    /// Lets go of what is shared by all panes, which would otherwise keep this one and its volume for as long as the
    /// window lives.
    void close() {
        ties.unsubscribe();
        marksFollowed.unsubscribe();
    }

    private void followMarks() {
        marksFollowed.unsubscribe();
        marksFollowed = Subscription.EMPTY;
        for (Marks drawn : tools.marks()) {
            marksFollowed = marksFollowed.and(drawn.changed().subscribe(_ -> showMarks()));
        }
        showMarks();
    }

    private void showMarks() {
        if (!isOnScreen() || due) {
            return;
        }
        PaneState state = pane.state().get();
        marks.setVisible(state != null);
        if (state != null) {
            var all = new ArrayList<Mark>();
            tools.marks().forEach(drawn -> all.addAll(drawn.marks(state)));
            all.addAll(tools.active().get().marks(state));
            marks.show(state, all);
            slider.showSpots(
                    state,
                    tools.marks().stream().flatMap(drawn -> drawn.spots(state).stream()).toList(),
                    spans.of(state));
        }
    }

    private void rescale() {
        picture.outputScale(outputScale());
        showLines();
    }

    /// Empty where nobody has measured the screen.
    private OptionalDouble screenPixelMm() {
        return getScene() == null || getScene().getWindow() == null
                ? OptionalDouble.empty()
                : habits.screens().pixelMm(getScene().getWindow());
    }

    /// What is life size on one screen is not on another.
    private void showScreen() {
        PaneState state = pane.state().get();
        if (state != null && isOnScreen()) {
            corners.show(state, reading, screenPixelMm());
        }
    }

    private double outputScale() {
        if (getScene() != null && getScene().getWindow() != null) {
            return getScene().getWindow().getRenderScaleX();
        }
        return Screen.getPrimary().getOutputScaleX();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (isOnScreen()) {
            pane.resize(width, height);
            if (due) {
                show();
                showLines();
            }
            picture.awake(true);
        }
        planeEdge.setWidth(EDGE);
        planeEdge.setHeight(height);
        focusEdge.setWidth(width);
        focusEdge.setHeight(EDGE);
        cursorEdge.setX(EDGE / 2);
        cursorEdge.setY(EDGE / 2);
        cursorEdge.setWidth(Math.max(0, width - EDGE));
        cursorEdge.setHeight(Math.max(0, height - EDGE));
        flat.resizeRelocate(0, 0, width, height);
        trouble.at((width - trouble.width()) / 2, height / 2 - trouble.height());
        showProgress();
    }

    /// What has come but has no size yet is shown when it has one.
    private void showAnew() {
        if (!due) {
            show();
        }
    }

    private void show() {
        PaneState state = pane.state().get();
        picture.show(state);
        showFlat();
        if (!isOnScreen()) {
            return;
        }
        due = false;
        boolean filled = state != null;
        letters.setVisible(filled);
        corners.setVisible(filled);
        slider.setVisible(filled);
        place(missing, filled && reading.content().get() instanceof Content.Loading, picture);
        if (state != null) {
            letters.setVisible(
                    reading.writing().cornerText().get() != CornerText.NONE
                            && reading.depth() == Depth.SLICES);
            letters.show(state);
            corners.show(state, reading, screenPixelMm());
            slider.show(state);
            if (missing.getParent() != null) {
                missing.show(state, reading.arrivedSlices());
            }
        }
        showMarks();
    }

    /// Puts a node that is rarely seen above another, or takes it away: each node costs time when a pane comes onto the
    /// screen.
    private void place(Node node, boolean seen, Node below) {
        held.letGo();
        if (!seen) {
            getChildren().remove(node);
        } else if (node.getParent() == null) {
            getChildren().add(getChildren().indexOf(below) + 1, node);
            requestLayout();
        }
    }

    /// Whether a person can see it now. What nobody sees is not kept up to date, but when it comes onto the screen.
    public boolean isOnScreen() {
        return onScreen.get();
    }

    private void showLines() {
        if (!isOnScreen() || due) {
            return;
        }
        PaneState state = pane.state().get();
        boolean drawn = state != null && reading.writing().crosshair().get();
        lines.setVisible(drawn);
        cursorEdge.setVisible(state != null && pane.isOfFilm() && pane.showsCursor());
        if (state != null && drawn) {
            lines.offerHandles(isHover());
            lines.show(state, ReferenceLine.in(pane, reading.panes()), outputScale());
        }
        showFilms(drawn ? state : null);
    }

    /// One pane that has all the room tells of no light box: it is not to be seen.
    private void showFilms(@Nullable PaneState state) {
        List<FilmCut> cuts =
                state == null || reading.room().enlarged().get().isPresent()
                        ? List.of()
                        : FilmCut.in(pane);
        place(films, !cuts.isEmpty(), picture);
        if (state != null && !cuts.isEmpty()) {
            boolean numbered = reading.writing().cornerText().get() != CornerText.NONE;
            films.show(state, cuts, numbered, outputScale());
        }
    }

    private void showFlat() {
        if (pane.isOfFilm()) {
            flat.sayEnd();
        } else {
            flat.say(reading.depth());
        }
        place(flat, pane.state().get() == null && reading.volume() != null, corners);
        planeEdge.setVisible(reading.depth() == Depth.SLICES && flat.getParent() == null);
    }

    private void showProgress() {
        boolean loading = reading.content().get() instanceof Content.Loading;
        loadingBar.setVisible(loading);
        if (reading.content().get() instanceof Content.Loading(_, Progress progress, _)) {
            loadingBar.setY(getHeight() - EDGE);
            loadingBar.setWidth(getWidth() * progress.fraction());
            loadingBar.setHeight(EDGE);
        }
    }

    /// Small buttons: information in the upper right corner, windows and colours on the words that tell of them.
    void offer(Action facts, Action tones) {
        var buttons = new PaneButtons(this, corners, reading.writing());
        Button words = buttons.tones(tones);
        getChildren().add(getChildren().indexOf(corners), words);
        Button warnings = buttons.warnings(facts);
        corners.onWarnings(
                (x, y, width, height) -> {
                    place(warnings, width > 0, corners);
                    warnings.resizeRelocate(x, y, width, height);
                });
        getChildren().add(buttons.facts(facts));
    }

    /// Whether the picture is the one that the state asks for, be it coarse.
    public boolean isCurrent() {
        return picture.isAwake() == isOnScreen() && picture.isCurrent();
    }

    /// Whether the picture is the one that the state asks for, in full.
    public boolean isSettled() {
        return picture.isAwake() == isOnScreen() && picture.isSettled();
    }

    public PaneModel model() {
        return pane;
    }

    /// What is on the screen now; for screenshots and tests.
    public @Nullable Image shownImage() {
        return picture.getImage();
    }
}
