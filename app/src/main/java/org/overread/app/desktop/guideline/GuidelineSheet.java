// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.guideline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.control.ReadWords;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.desktop.notice.Notice;
import org.overread.sync.store.project.Guideline;
import org.overread.sync.store.project.Guideline.Example;
import org.overread.sync.store.project.Revision;

/// The guideline over the window: its text, then its examples; an earlier revision when it is chosen. FX thread.
final class GuidelineSheet extends VBox {
    private static final String STYLE =
            Objects.requireNonNull(GuidelineSheet.class.getResource("guideline.css"))
                    .toExternalForm();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final double BESIDE = 136; // what stays free of the window around the sheet
    private static final double ABOVE = 184;
    private static final double MOST_WIDE = 940;
    private static final double MOST_HIGH = 760;
    private static final double BESIDE_PICTURE = 44; // padding, frame and scroll bar

    private final GuidelineModel model;
    private final Supplier<Optional<Path>> file;
    private final Consumer<Notice> notices;
    private final ComboBox<Revision<Guideline>> revisions = new ComboBox<>();
    private final Label from = quiet("");
    private final Label asked = quiet("");
    private final VBox text = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(text);
    private final StackPane middle = new StackPane();
    private boolean following;

    private GuidelineSheet(
            GuidelineModel model, Supplier<Optional<Path>> file, Consumer<Notice> notices) {
        super(12);
        this.model = model;
        this.file = file;
        this.notices = notices;
        getStylesheets().add(STYLE);
        getStyleClass().add("ov-guideline");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        text.getStyleClass().add("ov-guideline-text");
        asked.getStyleClass().add("ov-caution");
        asked.managedProperty().bind(asked.visibleProperty());
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head(), asked, middle);
    }

    static void open(
            GuidelineModel model,
            Supplier<Optional<Path>> file,
            Layer layer,
            Consumer<Notice> notices) {
        var sheet = new GuidelineSheet(model, file, notices);
        sheet.prefWidthProperty()
                .bind(Bindings.min(MOST_WIDE, layer.widthProperty().subtract(BESIDE)));
        sheet.prefHeightProperty()
                .bind(Bindings.min(MOST_HIGH, layer.heightProperty().subtract(ABOVE)));
        Sheet.open(layer, "Guideline", sheet);
        Subscription following = model.state().subscribe(sheet::follow);
        model.refresh();
        sheet.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                following.unsubscribe();
                            }
                        });
    }

    private Node head() {
        revisions.setId("guideline-revision");
        revisions.setAccessibleText("Revision");
        revisions.setConverter(ReadWords.of(revision -> "Revision " + revision.number()));
        revisions.setOnAction(
                _ -> {
                    if (!following && revisions.getValue() != null) {
                        show(revisions.getValue());
                    }
                });
        revisions.managedProperty().bind(revisions.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(12, revisions, from, gap, another("New revision from a file…"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.visibleProperty().bind(model.state().map(GuidelineState.Kept.class::isInstance));
        head.managedProperty().bind(head.visibleProperty());
        return head;
    }

    private Button another(String word) {
        Button button =
                Buttons.filled(word, () -> file.get().ifPresent(f -> model.take(f, this::failed)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty()
                .bind(model.workspace().state().map(state -> state.toWrite().isEmpty()));
        return button;
    }

    private void failed(Throwable cause) {
        notices.accept(
                Notice.bad(
                        "The guideline was not taken.",
                        "What was there is as it was.",
                        cause instanceof IOException ? String.valueOf(cause.getMessage()) : ""));
    }

    private void follow(GuidelineState state) {
        switch (state) {
            case GuidelineState.None(String project) -> middle.getChildren().setAll(empty(project));
            case GuidelineState.Kept kept -> {
                middle.getChildren().setAll(scroll);
                following = true;
                revisions.getItems().setAll(kept.revisions());
                revisions.setValue(kept.newest());
                revisions.setVisible(kept.revisions().size() > 1);
                following = false;
                asked.setVisible(kept.overtaken().isPresent());
                kept.overtaken()
                        .ifPresent(
                                one ->
                                        asked.setText(
                                                "This task was handed out under revision %d; what you save now is saved under revision %d."
                                                        .formatted(
                                                                one.number(),
                                                                kept.newest().number())));
                show(kept.newest());
            }
        }
    }

    private Node empty(String project) {
        return new EmptyState(
                RemixiconAL.BOOK_OPEN_LINE,
                "No guideline",
                "What the labels of “%s” are to be like stands here, in words and in examples. Its file is text; a line such as ![right: a caption](picture.png) shows an example."
                        .formatted(project),
                another("Take one from a file…"));
    }

    private void show(Revision<Guideline> revision) {
        Guideline guideline = revision.document();
        from.setText(
                "%skept by %s on %s"
                        .formatted(
                                revisions.isVisible() ? "" : "revision 1, ",
                                revision.person(),
                                DAY.format(revision.made().local())));
        var parts = new ArrayList<Node>();
        parts.add(words(guideline.title(), "ov-title"));
        for (String paragraph : guideline.paragraphs()) {
            boolean heads = paragraph.startsWith("#");
            parts.add(
                    words(
                            heads ? paragraph.replaceFirst("^#+\\s*", "") : paragraph,
                            heads ? "ov-guideline-heading" : "ov-guideline-words"));
        }
        if (!guideline.examples().isEmpty()) {
            parts.add(examples(guideline.examples()));
        }
        text.getChildren().setAll(parts);
        scroll.setVvalue(0);
    }

    private Node examples(List<Example> examples) {
        var flow = new FlowPane(20, 20);
        for (Example example : examples) {
            var card = new ExampleCard(example, getPrefWidth() - BESIDE_PICTURE);
            model.picture(
                    example.picture(),
                    image ->
                            image.ifPresentOrElse(
                                    card::show,
                                    () -> card.showNothing("The picture is not here.")));
            flow.getChildren().add(card);
        }
        return flow;
    }

    private static Label words(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label quiet(String words) {
        var label = words(words, "ov-quiet");
        label.setMinWidth(0);
        return label;
    }
}
