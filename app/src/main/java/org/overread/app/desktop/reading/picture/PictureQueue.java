// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.ArrivedSlices;
import org.overread.app.desktop.reading.Content;
import org.overread.viewer.fence.CatchesEverything;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws pictures for all panes, one after another, on one thread of its own which alone uses the renderer.
///
/// A pane has at most one request waiting: a newer one takes its place in the queue. Panes take turns.
@CatchesEverything("whatever a renderer throws at one picture, the other pictures go on")
public final class PictureQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PictureQueue.class);

    private volatile SliceRenderer renderer;
    private volatile SliceRenderer drawing;
    private final Executor ui;
    private final Thread thread;
    private final LinkedHashMap<Pictures, Request> waiting = new LinkedHashMap<>();
    private final List<Arrived> arrived = new ArrayList<>();
    private final List<Volume> gone = new ArrayList<>();
    private final HalfPicture half = new HalfPicture(); // the drawing thread's
    private final Pace pace = new Pace();
    private long arrivals; // the drawing thread's: how often slices arrived
    private boolean closed;

    /// Slices that a loader has written since the renderer was last told.
    private record Arrived(Volume volume, int first, int last) {}

    /// What a pane is told on the FX thread.
    public interface Receiver {
        /// The picture is the receiver's until it gives it back. What it cost in nanoseconds is told of pictures that
        /// were drawn whole.
        void drawn(Picture picture, Request request, OptionalLong nanos);

        void notDrawn(Request request);
    }

    /// `coarseness`: how many pixels of the picture one of the scene covers a side, 1 or 2.
    public record Request(SliceScene scene, int coarseness, Pictures pictures, Receiver receiver) {}

    public PictureQueue(SliceRenderer renderer, Executor ui) {
        this.renderer = renderer;
        drawing = renderer;
        this.ui = ui;
        thread = Thread.ofPlatform().name("pictures").daemon().start(this::draw);
    }

    /// How fine the pictures of all panes are to be. FX thread.
    public Pace pace() {
        return pace;
    }

    public String rendererName() {
        return renderer.name();
    }

    /// Draws the next pictures with another renderer; the one before is closed when it is no longer drawing. Any
    /// thread.
    public void use(SliceRenderer next) {
        renderer = next;
    }

    /// Any thread; returns at once.
    public void submit(Request request) {
        synchronized (waiting) {
            waiting.put(request.pictures(), request);
            waiting.notifyAll();
        }
    }

    /// A loader has written the slices from `first` to `last`; pictures asked for from now on show them. Any thread.
    public void slicesArrived(Volume volume, int first, int last) {
        synchronized (waiting) {
            arrived.add(new Arrived(volume, first, last));
        }
    }

    /// Follows what a reading shows: slices that arrive are told to the renderer, volumes that go are forgotten. FX
    /// thread.
    public void watch(ObservableValue<Content> content) {
        content.addListener((_, before, now) -> slicesArrived(before, now));
        content.addListener((_, before, now) -> forgetGone(before, now));
    }

    /// What a loader has written since the last time; when all is there, the last word may have been left out.
    private void slicesArrived(Content before, Content now) {
        if (!(before instanceof Content.Loading(Volume volume, _, ArrivedSlices had))) {
            return;
        }
        ArrivedSlices has =
                switch (now) {
                    case Content.Loading(Volume same, _, ArrivedSlices slices)
                            when same.equals(volume) ->
                            slices;
                    case Content.Ready _ -> new ArrivedSlices(0, volume.geometry().size().k() - 1);
                    case Content.Loading _, Content.Empty _, Content.Stopped _, Content.Failed _ ->
                            ArrivedSlices.NONE;
                };
        if (had.isEmpty()) {
            slicesArrived(volume, has.first(), has.last());
        } else {
            slicesArrived(volume, has.first(), had.first() - 1);
            slicesArrived(volume, had.last() + 1, has.last());
        }
    }

    /// Also a volume that was loading goes: complete, it has another id.
    private void forgetGone(Content before, Content now) {
        Optional<Volume> shownNow = volumeOf(now);
        volumeOf(before)
                .filter(volume -> !shownNow.equals(Optional.of(volume)))
                .ifPresent(this::forget);
    }

    private static Optional<Volume> volumeOf(Content content) {
        return switch (content) {
            case Content.Loading(Volume volume, _, _) -> Optional.of(volume);
            case Content.Ready(Volume volume) -> Optional.of(volume);
            case Content.Empty _, Content.Stopped _, Content.Failed _ -> Optional.empty();
        };
    }

    /// The volume is not shown any more: what was kept to draw it fast is freed. Any thread; returns at once.
    public void forget(Volume volume) {
        synchronized (waiting) {
            gone.add(volume);
            waiting.notifyAll();
        }
    }

    private void forget(List<Volume> volumes) {
        SliceRenderer current = current();
        try {
            volumes.forEach(current::forget);
        } catch (RuntimeException e) {
            LOG.warn("{} could not forget what is not shown any more", current.name(), e);
        }
    }

    /// Renderers may keep what they made of slices that were still empty.
    private void tellArrived(SliceRenderer current) {
        List<Arrived> told;
        synchronized (waiting) {
            told = List.copyOf(arrived);
            arrived.clear();
        }
        arrivals += told.isEmpty() ? 0 : 1;
        for (Arrived some : told) {
            for (int k = some.first(); k <= some.last(); k++) {
                current.sliceChanged(some.volume(), k);
            }
        }
    }

    /// Forgets what a pane has asked for and not got yet.
    public void withdraw(Pictures pictures) {
        synchronized (waiting) {
            waiting.remove(pictures);
        }
    }

    private void draw() {
        for (Request next = take(); next != null; next = take()) {
            draw(next);
        }
        drawing.close();
    }

    private SliceRenderer current() {
        SliceRenderer next = renderer;
        if (!next.equals(drawing)) {
            drawing.close();
            drawing = next;
        }
        return next;
    }

    private void draw(Request request) {
        SliceRenderer current = current();
        var raster = request.scene().raster();
        int side = request.coarseness();
        Picture picture = request.pictures().take(raster.width() * side, raster.height() * side);
        long start = System.nanoTime();
        boolean whole = true;
        try {
            tellArrived(current);
            if (side == 1) {
                whole = drawWhatDiffers(request.scene(), picture, current);
            } else {
                SliceImage small = half.of(raster.width(), raster.height());
                current.render(request.scene(), small);
                half.enlarge(picture.slice());
                picture.forget();
            }
        } catch (RuntimeException e) {
            LOG.error("a picture could not be drawn by {}", current.name(), e);
            picture.forget();
            request.pictures().giveBack(picture);
            ui.execute(() -> request.receiver().notDrawn(request));
            return;
        }
        OptionalLong nanos =
                whole ? OptionalLong.of(System.nanoTime() - start) : OptionalLong.empty();
        ui.execute(() -> request.receiver().drawn(picture, request, nanos));
    }

    /// Whether that was all of it.
    private boolean drawWhatDiffers(SliceScene scene, Picture picture, SliceRenderer by) {
        PixelBox part = picture.stale(scene, by, arrivals);
        PixelBox all = PixelBox.of(scene.raster());
        if (part.equals(all)) {
            by.render(scene, picture.slice());
        } else {
            by.render(scene, picture.slice(), part);
        }
        picture.drawn(scene, by, arrivals, part);
        return part.equals(all);
    }

    private @Nullable Request take() {
        while (true) {
            List<Volume> leaving;
            synchronized (waiting) {
                while (waiting.isEmpty() && gone.isEmpty() && !closed) {
                    try {
                        waiting.wait();
                    } catch (InterruptedException _) {
                        closed = true;
                    }
                }
                if (closed) {
                    return null;
                }
                if (gone.isEmpty()) {
                    return waiting.pollFirstEntry().getValue();
                }
                leaving = List.copyOf(gone);
                gone.clear();
            }
            forget(leaving);
        }
    }

    /// Ends after the picture that is being drawn; the renderer is closed on its own thread.
    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
        }
    }

    /// For tests and for the end of the program.
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }
}
