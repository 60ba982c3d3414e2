// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.along;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.reading.PaneState;
import org.overread.viewer.slice.curve.CurvedPath;
import org.overread.viewer.slice.curve.StraightPicture;
import org.overread.viewer.volume.PatientPoint;

/// The picture along a path, straightened: millimetres along it at the left edge, to be turned about the path; a click
/// puts the cursor of all panes there. It shows window, slab and overlays of the pane that it was opened from. FX thread.
public final class AlongCard extends VBox {
    /// The path fills this height where that makes no pixel finer than [#FINEST_MM].
    private static final double HEIGHT = 460;

    private static final double WIDTH = 320;
    private static final double PLACE = 196;
    private static final double FINEST_MM = 0.1;
    private static final double HALF_TURN = 180;

    private final CurvedPath path;
    private final PaneState like;
    private final double density;
    private final AlongView view;
    private final Label place = new Label();
    private final Slider turn = new Slider(0, HALF_TURN, 0);
    private final AlongQueue queue;
    private final Consumer<PatientPoint> go;

    /// Where things are computed, and where they are shown.
    public record Threads(Executor compute, Executor ui) {}

    /// What the path is called, and what is to be said of pictures of its series even where all other words are hidden.
    public record Words(String name, String caution) {}

    private AlongCard(
            CurvedPath path,
            Words words,
            PaneState like,
            double density,
            Threads threads,
            Consumer<PatientPoint> go,
            Layer layer) {
        this.path = path;
        this.like = like;
        this.density = density;
        this.go = go;
        queue = new AlongQueue(threads.compute(), threads.ui());
        view = new AlongView(WIDTH, path.steps() / density, path.stepMm() * density);
        getStyleClass().addAll("ov-card", "ov-along");
        getStylesheets()
                .add(
                        Objects.requireNonNull(AlongCard.class.getResource("along.css"))
                                .toExternalForm());
        setId("along");
        getChildren().addAll(head(words, layer), view, foot());
        view.setOnMouseMoved(this::say);
        view.setOnMouseExited(_ -> sayLength());
        view.setOnMousePressed(this::press);
        turn.valueProperty().subscribe(_ -> draw());
        sceneProperty()
                .addListener(
                        (_, _, scene) -> {
                            if (scene == null) {
                                queue.stop();
                            }
                        });
        sayLength();
    }

    /// Opens the card for a path drawn through these points, at the left of the layer; says whether there is a way to
    /// follow.
    public static boolean open(
            List<PatientPoint> points,
            Words words,
            PaneState like,
            Threads threads,
            Consumer<PatientPoint> go,
            Layer layer) {
        Optional<CurvedPath> rough = CurvedPath.through(points, Double.MAX_VALUE);
        if (rough.isEmpty()) {
            return false;
        }
        double density = layer.getScene().getWindow().getRenderScaleX();
        double pixelMm = Math.max(FINEST_MM, rough.get().lengthMm() / HEIGHT);
        CurvedPath path = CurvedPath.through(points, pixelMm / density).orElseThrow();
        var card = new AlongCard(path, words, like, density, threads, go, layer);
        layer.showBeside(card, layer.getWidth(), layer.getHeight() - 40, card.turn);
        return true;
    }

    private static Node head(Words words, Layer layer) {
        var title = new Label("Along “%s”, straightened".formatted(words.name()));
        var caution = new Label(words.caution());
        caution.getStyleClass().addAll("ov-caution", "along-caution");
        caution.setMinWidth(Region.USE_PREF_SIZE); // a long name gives way
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = Buttons.icon(RemixiconAL.CLOSE_LINE, "Close   Esc", layer::close);
        var head = new HBox(4, title, gap, caution, close);
        head.getStyleClass().add("ov-sheet-head");
        return head;
    }

    private Node foot() {
        turn.setAccessibleText("Turn about the path, degrees");
        turn.setBlockIncrement(5);
        turn.setPrefWidth(110);
        place.getStyleClass().addAll("ov-quiet", "ov-figures");
        place.setAlignment(Pos.CENTER_RIGHT); // as wide whatever it says
        place.setMinWidth(PLACE);
        place.setPrefWidth(PLACE);
        place.setMaxWidth(PLACE);
        var word = new Label("turn");
        word.getStyleClass().add("ov-quiet");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(8, word, turn, gap, place);
        foot.getStyleClass().add("ov-along-foot");
        return foot;
    }

    private StraightPicture picture() {
        return new StraightPicture(path, turn.getValue(), (int) Math.rint(WIDTH * density));
    }

    private void draw() {
        view.unmark();
        queue.draw(picture(), like.scene(1, 1, 1), view::show);
    }

    private void sayLength() {
        place.setText(
                String.format(Locale.ROOT, "curve of %.1f mm. Click: go there", path.lengthMm()));
    }

    private void say(MouseEvent at) {
        double aside = (AlongView.column(at.getX()) - WIDTH / 2) * path.stepMm() * density;
        place.setText(
                String.format(
                        Locale.ROOT,
                        "%.1f mm along, %.1f mm aside",
                        row(at) * path.stepMm(),
                        Math.abs(aside)));
    }

    private int row(MouseEvent at) {
        return Math.clamp((int) (at.getY() * density), 0, path.steps() - 1);
    }

    private void press(MouseEvent at) {
        if (at.getButton() == MouseButton.PRIMARY && AlongView.column(at.getX()) >= 0) {
            view.mark(at.getX(), at.getY());
            go.accept(picture().toPatient(AlongView.column(at.getX()) * density - 0.5, row(at)));
        }
    }

    /// Whether the picture that was asked for last is on the screen; for screenshots and tests.
    public boolean isSettled() {
        return queue.isSettled() && view.isFilled();
    }
}
