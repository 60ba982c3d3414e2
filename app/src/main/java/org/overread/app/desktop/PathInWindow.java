// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.along.AlongCard;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.opening.OpenableVolume;

/// Opens the picture along a path that a reader drew. FX thread.
final class PathInWindow {
    private final FindingsModel model;
    private final Function<Finding, Stream<Column>> columns;
    private final Supplier<Column> active;
    private final Layer layer;
    private final Executor compute;

    private PathInWindow(
            FindingsModel model,
            Function<Finding, Stream<Column>> columns,
            Supplier<Column> active,
            Layer layer,
            Executor compute) {
        this.model = model;
        this.columns = columns;
        this.active = active;
        this.layer = layer;
        this.compute = compute;
    }

    /// Of the chosen path; where none is chosen, of the one that was drawn last. `columns` are those that show what a
    /// finding was found on.
    static Action along(
            FindingsModel model,
            Function<Finding, Stream<Column>> columns,
            Supplier<Column> active,
            Layer layer,
            Executor compute) {
        var path = new PathInWindow(model, columns, active, layer, compute);
        return Action.of(
                        "findings.along",
                        "Measure",
                        "Picture along a path, straightened",
                        () -> path.inHand().ifPresent(path::open))
                .withIcon(RemixiconMZ.ROUTE_LINE)
                .withKey("Alt+J")
                .enabledWhen(
                        Bindings.createBooleanBinding(
                                () -> path.inHand().isPresent(), model.findings(), model.chosen()));
    }

    private Optional<Finding> inHand() {
        List<Finding> paths =
                model.findings().get().stream()
                        .filter(f -> f.shape().filter(Ruler.Polyline.class::isInstance).isPresent())
                        .toList();
        Optional<UUID> chosen = model.chosen().get();
        return paths.stream()
                .filter(path -> chosen.filter(path.id()::equals).isPresent())
                .findFirst()
                .or(() -> paths.isEmpty() ? Optional.empty() : Optional.of(paths.getLast()));
    }

    private void open(Finding path) {
        Column column = columns.apply(path).findFirst().orElseGet(active);
        PaneState like = column.reading().active().state().get();
        if (like != null) {
            AlongCard.open(
                    path.shape().orElseThrow().points(),
                    new AlongCard.Words(path.name(), caution(column)),
                    like,
                    new AlongCard.Threads(compute, Platform::runLater),
                    column.reading()::jumpTo,
                    layer);
        }
    }

    private static String caution(Column column) {
        return column.reading()
                .kind()
                .origin()
                .get()
                .flatMap(OpenableVolume::lossy)
                .map(LossySlices::brief)
                .orElse("");
    }
}
