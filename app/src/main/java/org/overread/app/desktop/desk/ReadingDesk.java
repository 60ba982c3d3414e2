// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.facts.FactsAction;
import org.overread.app.desktop.facts.VolumeFacts;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.opening.ScannedStudies;
import org.overread.app.desktop.opening.StudyLine;
import org.overread.app.desktop.opening.Thumbnails;
import org.overread.app.desktop.opening.VolumeOpening;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.ReadingActions;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.Links;
import org.overread.app.desktop.reading.pane.ReadingArea;
import org.overread.app.desktop.reading.pane.ScreenSizes;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.app.desktop.studies.SeriesRow;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.desktop.studies.Thumbnail;
import org.overread.app.desktop.tags.TaggedVolume;
import org.overread.app.desktop.tags.TagsAction;
import org.overread.app.desktop.work.Latest;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The middle of the window with all that feeds it: what was found, what is shown, who draws it. FX thread.
public final class ReadingDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingDesk.class);

    private final ScannedStudies studies;
    private final ReadingModel reading;
    private final PictureQueue pictures;
    private final VolumeOpening opening;
    private final Comparison comparison;
    private final Beside beside;
    private final Phases phases;
    private final ModalityLayouts layouts;
    private final Links links = new Links();
    private final ReadingArea area;
    private final Workshop workshop;
    private final Executor ui;
    private final Latest sketching = new Latest();
    private final ReadOnlyObjectWrapper<Optional<OpenableVolume>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<OpenableVolume>> inFocus;
    private final ObservableMap<String, Double> numbers = FXCollections.observableHashMap();
    private final ScreenSizes screens = new ScreenSizes(numbers);
    private Optional<OpenableVolume> shown = Optional.empty();
    private Runnable onStopped = () -> {};

    /// Closes the renderer when it is closed itself.
    public ReadingDesk(
            Workshop workshop, ExecutorService compute, Executor ui, SliceRenderer renderer) {
        this.workshop = workshop;
        this.ui = ui;
        studies = new ScannedStudies(compute);
        reading = new ReadingModel(compute, ui);
        pictures = new PictureQueue(renderer, ui);
        opening = new VolumeOpening(workshop, compute, ui, reading);
        comparison = new Comparison(reading, links, () -> new ReadingModel(compute, ui));
        layouts = new ModalityLayouts(reading.room());
        phases = new Phases(reading, workshop, compute);
        beside =
                new Beside(
                        comparison,
                        pictures,
                        further ->
                                new VolumeOpening(workshop, compute, ui, further, opening.tones()));
        inFocus =
                Bindings.createObjectBinding(
                        this::sourceInFocus, opened, comparison.focused(), beside.sources());
        area = new ReadingArea(comparison, pictures, screens);
        opening.onStopped(
                () -> {
                    opened.set(shown);
                    onStopped.run();
                });
        reading.content().subscribe(this::follow);
        pictures.watch(reading.content());
    }

    /// The readings side by side.
    public Comparison comparison() {
        return comparison;
    }

    public ScannedStudies studies() {
        return studies;
    }

    public ReadingModel reading() {
        return reading;
    }

    public ReadingArea area() {
        return area;
    }

    /// What draws the pictures, in words.
    public String renderer() {
        return pictures.rendererName();
    }

    /// Draws with another renderer from now on.
    public void drawWith(SliceRenderer next) {
        pictures.use(next);
    }

    /// Shows the volume that a row of the list stands for.
    public void open(String rowId) {
        studies.volume(rowId)
                .ifPresent(
                        volume -> {
                            opened.set(Optional.of(volume));
                            phases.of(studies.phases(rowId), volume);
                            layouts.opening(volume.modality());
                            opening.open(volume);
                        });
    }

    /// Shows the volume that a row stands for in a column of its own; whether there was room for one.
    public boolean openBeside(String rowId) {
        return openBeside(rowId, Optional.empty());
    }

    /// The same in a window and colours that are not the person's usual ones.
    public boolean openBeside(String rowId, Optional<ToneWish> tone) {
        return studies.volume(rowId).map(volume -> beside.open(volume, tone)).orElse(true);
    }

    /// Shows the volume that a row stands for in place of what a further column shows.
    public void openIn(Column column, String rowId) {
        studies.volume(rowId).ifPresent(volume -> beside.openIn(column, volume));
    }

    /// Opens once more what failed or was given up in a further column.
    public void openAgain(Column column) {
        beside.openAgain(column);
    }

    private Optional<OpenableVolume> sourceInFocus() {
        Column active = comparison.active();
        return active.reading().equals(reading)
                ? opened.get()
                : Optional.ofNullable(beside.sources().get(active));
    }

    /// The phases of what is open.
    public Phases phases() {
        return phases;
    }

    public Optional<OpenableVolume> volume(String rowId) {
        return studies.volume(rowId);
    }

    /// Who is examined and when, of what is shown; for pictures that are to name it.
    public String patientLine() {
        return shown.map(StudyLine::of).orElse("");
    }

    private void follow(Content content) {
        shown =
                switch (content) {
                    case Content.Loading _, Content.Ready _ -> opened.get();
                    case Content.Empty _, Content.Stopped _, Content.Failed _ -> Optional.empty();
                };
    }

    /// How a person comes to the tags of what stands in the column that has the keyboard.
    public Action tags(Layer layer) {
        return TagsAction.of(
                inFocus.map(volume -> volume.map(ReadingDesk::tagged)),
                () -> comparison.focused().get().sliceAtCursor(),
                workshop,
                layer);
    }

    /// How a person comes to what is known of it.
    public Action facts(Layer layer) {
        return FactsAction.of(inFocus.map(volume -> volume.map(VolumeFacts::of)), layer);
    }

    /// How a person comes to windows and colours: a card over the corner that shows them.
    public Action tones(Layer layer) {
        return ReadingActions.tones(reading, () -> area.showTones(layer));
    }

    private static TaggedVolume tagged(OpenableVolume volume) {
        int slices = volume.files().size() == 1 ? 1 : volume.geometry().size().k();
        return new TaggedVolume(volume.title(), slices, volume::tags);
    }

    /// Who hears that a person gave up loading.
    public void onStopped(Runnable listener) {
        onStopped = listener;
    }

    /// The windows and colours that a person set, by modality.
    public ObservableMap<String, ToneWish> tones() {
        return opening.tones();
    }

    /// Numbers that a person set and wants again, by what they are of.
    public ObservableMap<String, Double> numbers() {
        return numbers;
    }

    /// How large the pixels of the screens are.
    public ScreenSizes screens() {
        return screens;
    }

    /// The layouts that a person reads in, by modality.
    public ObservableMap<String, Layout> layouts() {
        return layouts.byModality();
    }

    /// What their grids of panes are, by modality.
    public ObservableMap<String, PaneGrid> grids() {
        return layouts.gridsByModality();
    }

    /// The layout that a protocol wants for what is opened next.
    void hang(Layout layout) {
        layouts.hang(layout);
    }

    /// What a person said of frames of reference.
    public Links links() {
        return links;
    }

    /// Makes the small pictures of a list's rows, one after another, and hands over each on the FX thread.
    public void thumbnails(StudyList list, BiConsumer<String, Thumbnail> receiver) {
        List<SeriesRow> rows =
                list.studies().stream().flatMap(study -> study.series().stream()).toList();
        sketching.replace(
                () ->
                        workshop.readOrWrite(
                                "Making small pictures",
                                (cancel, progress) -> {
                                    for (int n = 0; n < rows.size() && !cancel.isCancelled(); n++) {
                                        sketch(rows.get(n).id(), receiver, cancel);
                                        progress.progress(new Progress(n + 1, rows.size()));
                                    }
                                    return rows.size();
                                },
                                _ -> {},
                                cause -> LOG.warn("small pictures were given up", cause)));
    }

    private void sketch(String rowId, BiConsumer<String, Thumbnail> receiver, CancelToken cancel) {
        OpenableVolume volume = studies.volume(rowId).orElse(null);
        if (volume == null) {
            return;
        }
        try {
            Thumbnails.OF_ROWS
                    .of(volume, cancel)
                    .ifPresent(picture -> ui.execute(() -> receiver.accept(rowId, picture)));
        } catch (IOException e) { // the row stays without a picture; opening it says why
            LOG.info("no small picture of a series: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        pictures.close();
    }
}
