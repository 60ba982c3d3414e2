// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.pictures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.Threads;
import org.overread.app.cli.volumes.VolumeInput;
import org.overread.app.picture.NpyFile;
import org.overread.app.picture.PngFile;
import org.overread.app.segment.MaskFileException;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.formats.file.StagedFiles;
import org.overread.viewer.gl.GlFailedException;
import org.overread.viewer.gl.RendererWish;
import org.overread.viewer.gl.Renderers;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "slice",
        description = {
            "Cuts a volume along any plane: values as .npy, or a picture as .png.",
            "Pixel (c, r) lies at center + (c - (W-1)/2) MM u + (r - (H-1)/2) MM v."
        })
public final class SliceCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "A file or a folder of images.")
    private Path from = Path.of("");

    @Mixin private SliceOptions picture = new SliceOptions();

    @Option(
            names = "--volume",
            paramLabel = "UID",
            description = "Which volume where PATH holds several: its id or its series' UID.")
    private Optional<String> wanted = Optional.empty();

    @Option(
            names = "--labels",
            arity = "1..*",
            paramLabel = "MASK",
            description = "Masks or label maps drawn over a .png, each value in its own colour.")
    private List<Path> labels = List.of();

    @Option(
            names = "--renderer",
            paramLabel = "WHICH",
            description =
                    "What draws: cpu or gl; where none is named the faster one, for values cpu.")
    private RendererWish renderer = RendererWish.AUTOMATIC;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "The new file: .npy for values (32-bit, NaN outside), .png for a picture.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws CommandRefused, MaskFileException, InterruptedException {
        SliceFile form = SliceFile.named(out).orElseThrow(this::wrongEnding);
        Places.requireFolderFor(out);
        picture.check(); // before a volume is read for nothing
        try (var compute = Threads.forComputing()) {
            var input = new VolumeInput(from, wanted, spec.commandLine().getErr());
            Volume volume = input.read(input.find(compute), compute);
            write(
                    switch (form) {
                        case VALUES -> values(picture.scene(volume), compute);
                        case PICTURE -> drawn(withLabels(picture.scene(volume)), compute);
                    });
        }
        spec.commandLine().getOut().println(out);
        return 0;
    }

    private ParameterException wrongEnding() {
        return new ParameterException(
                spec.commandLine(), "--out is a file that ends in .npy or .png.");
    }

    private SliceScene withLabels(SliceScene scene) throws CommandRefused, MaskFileException {
        return scene.withOverlays(LabelOverlays.of(labels, scene.volume().frame(), Crew.alone()));
    }

    /// By the processor, the reference, unless another renderer is asked for.
    private byte[] values(SliceScene scene, ExecutorService compute) throws CommandRefused {
        if (scene.volume().voxels() instanceof Voxels.Colours) {
            throw new CommandRefused("The volume has colours and no values; write a .png.");
        }
        Raster raster = scene.raster();
        RendererWish wish = renderer == RendererWish.AUTOMATIC ? RendererWish.CPU : renderer;
        float[] values = by(wish, compute, chosen -> chosen.sample(scene));
        return NpyFile.of(values, raster.height(), raster.width());
    }

    private byte[] drawn(SliceScene scene, ExecutorService compute) throws CommandRefused {
        SliceImage image = new SliceImage(scene.raster().width(), scene.raster().height());
        return by(
                renderer,
                compute,
                chosen -> {
                    chosen.render(scene, image);
                    return PngFile.of(image);
                });
    }

    private <T> T by(RendererWish wish, ExecutorService compute, Function<SliceRenderer, T> work)
            throws CommandRefused {
        var cpu = new CpuSliceRenderer(compute, cores());
        var err = spec.commandLine().getErr();
        try (SliceRenderer chosen =
                Renderers.choose(
                                wish,
                                cpu,
                                notice -> err.println("Drawn without OpenGL: " + notice.cause()))
                        .renderer()) {
            return work.apply(chosen);
        } catch (GlFailedException e) {
            throw new CommandRefused("OpenGL cannot draw here: " + e.getMessage(), e);
        }
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private void write(byte[] bytes) throws CommandRefused {
        try (var staged = new StagedFiles()) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            FileChannel file = staged.create(out);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            staged.publish();
        } catch (IOException e) {
            throw new CommandRefused(out + " could not be written: " + e.getMessage(), e);
        }
    }
}
