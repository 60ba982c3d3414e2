// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.util.Locale;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.work.Workshop;
import org.overread.viewer.gl.GlFailedException;
import org.overread.viewer.gl.GlProbe;
import org.overread.viewer.gl.RendererChoice;
import org.overread.viewer.gl.RendererNotice;
import org.overread.viewer.gl.RendererWish;
import org.overread.viewer.gl.Renderers;
import org.overread.viewer.slice.SliceRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what draws fastest here, lets the desk draw with it, and says so in words. FX thread.
public final class Drawing {
    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    private final SliceRenderer cpu;
    private final ReadingDesk desk;
    private final Notices notices;
    private final Workshop workshop;
    private String why = "";
    private boolean decided;

    public Drawing(ReadingDesk desk, Notices notices, Workshop workshop, SliceRenderer cpu) {
        this.cpu = cpu;
        this.desk = desk;
        this.notices = notices;
        this.workshop = workshop;
    }

    /// What draws, and why.
    public String words() {
        return why.isEmpty() ? desk.renderer() : desk.renderer() + " (" + why + ")";
    }

    public void choose(RendererWish wish) {
        workshop.readOrWrite(
                "Trying the graphics card",
                (_, _) -> Renderers.choose(wish, cpu, this::tell),
                this::take,
                this::refused);
    }

    /// Whether it is known what draws from now on.
    public boolean isDecided() {
        return decided;
    }

    private void refused(Throwable cause) {
        decided = true;
        LOG.warn("no other renderer was found", cause);
        if (cause instanceof GlFailedException) {
            why = "OpenGL was asked for and does not work here";
            notices.show(
                    Notice.caution(
                            "OpenGL does not work here, so the processor draws: the pictures are"
                                    + " the same.",
                            "",
                            ""));
        }
    }

    private void take(RendererChoice choice) {
        decided = true;
        why = words(choice.why());
        desk.drawWith(choice.renderer());
        LOG.info("slices are drawn by {}: {}", choice.renderer().name(), why);
    }

    private static String words(RendererChoice.Why why) {
        return switch (why) {
            case RendererChoice.Why.Wished() -> "as asked for";
            case RendererChoice.Why.Gpu(var device) -> device.renderer();
            case RendererChoice.Why.Measured(var device, double cpuMs, double glMs) ->
                    String.format(
                            Locale.ROOT,
                            "no graphics card; %.1f ms a picture, %.1f ms by %s",
                            Math.min(cpuMs, glMs),
                            Math.max(cpuMs, glMs),
                            cpuMs <= glMs ? device.renderer() : "the processor alone");
            case RendererChoice.Why.NoOpenGl(GlProbe _) -> "no OpenGL here";
        };
    }

    /// Called on the thread that draws.
    private void tell(RendererNotice notice) {
        LOG.warn("OpenGL: {}", notice.cause());
        notices.show(
                switch (notice) {
                    case RendererNotice.VolumeByCpu(var volume, _) ->
                            Notice.caution(
                                    "The graphics card cannot hold “" + volume.title() + "”.",
                                    "It is drawn by the processor instead, exactly as before.",
                                    "");
                    case RendererNotice.AllByCpu _ ->
                            Notice.caution(
                                    "The graphics card stopped drawing.",
                                    "The processor draws from now on; nothing is lost.",
                                    "Restart the program to try the graphics card again.");
                });
    }
}
