// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.pane.ReadingArea;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.fence.UsesAwt;

/// Pictures of what the panes show, at the pixels of the screen, for the clipboard or a file. Without patient text there
/// is nothing on them that the file says of the person or of the series; with it a line names the patient. FX thread.
@UsesAwt("JavaFX writes no image files: ImageIO does, from a buffered image")
public final class Snapshots {
    private static final String GROUP = "Picture";

    private final ReadingArea area;
    private final Comparison comparison;
    private final Supplier<String> patient;
    private final Workshop workshop;
    private final Notices notices;

    /// `patient` names the patient whose series the first column shows.
    public Snapshots(
            ReadingArea area,
            Comparison comparison,
            Supplier<String> patient,
            Workshop workshop,
            Notices notices) {
        this.area = area;
        this.comparison = comparison;
        this.patient = patient;
        this.workshop = workshop;
        this.notices = notices;
    }

    public List<Action> actions() {
        return List.of(
                Action.of(
                                "picture.copy",
                                GROUP,
                                "Copy the picture, without patient text",
                                () -> copy(plain()))
                        .withIcon(RemixiconAL.FILE_COPY_LINE)
                        .withKey("Shortcut+C"),
                Action.of(
                                "picture.copy-named",
                                GROUP,
                                "Copy the picture, with patient text",
                                () -> copy(named()))
                        .withIcon(RemixiconAL.FILE_COPY_LINE)
                        .withKey("Shortcut+Shift+C"),
                Action.of(
                                "picture.save",
                                GROUP,
                                "Save the picture, without patient text",
                                () -> save(plain()))
                        .withIcon(RemixiconMZ.SAVE_LINE)
                        .withKey("Shortcut+S"),
                Action.of(
                                "picture.save-named",
                                GROUP,
                                "Save the picture, with patient text",
                                () -> save(named()))
                        .withIcon(RemixiconMZ.SAVE_LINE)
                        .withKey("Shortcut+Shift+S"));
    }

    /// Nothing that names a person or an examination.
    public WritableImage plain() {
        comparison.columns().forEach(column -> column.reading().writing().anonymous().set(true));
        try {
            return snapshot();
        } finally {
            comparison
                    .columns()
                    .forEach(column -> column.reading().writing().anonymous().set(false));
        }
    }

    /// With a line that names the patient.
    public WritableImage named() {
        var line = new Label(patient.get());
        line.getStyleClass().add("patient-line");
        line.setMouseTransparent(true);
        StackPane.setAlignment(line, Pos.BOTTOM_CENTER);
        area.getChildren().add(line);
        try {
            return snapshot();
        } finally {
            area.getChildren().remove(line);
        }
    }

    private WritableImage snapshot() {
        area.applyCss();
        area.layout();
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.BLACK);
        Window window = area.getScene() == null ? null : area.getScene().getWindow();
        double scale = window == null ? 1 : window.getOutputScaleX();
        parameters.setTransform(Transform.scale(scale, scale));
        return area.snapshot(parameters, null);
    }

    private void copy(WritableImage image) {
        var content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
        notices.show(Notice.good("The picture is on the clipboard."));
    }

    private void save(WritableImage image) {
        var chooser = new FileChooser();
        chooser.setTitle("Save the picture");
        chooser.setInitialFileName("picture.png");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG", "*.png"));
        File file = chooser.showSaveDialog(area.getScene().getWindow());
        if (file != null) {
            write(image, file);
        }
    }

    void write(WritableImage image, File file) {
        workshop.readOrWrite(
                "Saving the picture",
                (_, _) -> {
                    if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file)) {
                        throw new IOException("nobody here writes PNG");
                    }
                    return file;
                },
                saved -> notices.show(Notice.good("Saved as “%s”.".formatted(saved.getName()))),
                _ ->
                        notices.show(
                                Notice.bad(
                                        "The picture was not saved.",
                                        "What is open is not affected.",
                                        "Check that the disk is not full, or choose another"
                                                + " folder.")));
    }
}
