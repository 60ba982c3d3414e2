// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolFault;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// A jar that a stranger made, with a tool that does whatever its parameter says.
final class ToolRunnerTest {
    private static final String SOURCE =
            """
            package stranger;

            import java.util.List;
            import org.overread.segmentation.mask.Mask;
            import org.overread.segmentation.tool.*;
            import org.overread.viewer.volume.*;
            import org.scijava.plugin.*;

            @Plugin(type = SegmentationTool.class, name = "stranger", description = "Misbehaves.")
            public final class Stranger implements SegmentationTool {
                @Parameter(label = "What", choices = {"good", "throw", "error", "hang", "null", "grid", "outside", "write", "cancelled"})
                private String what = "good";

                @Parameter(label = "Strength", min = "0", max = "1", attrs = @Attr(name = "unit", value = "mm"))
                private double strength = 0.5;

                public ToolOutcome apply(ToolInput input, ToolWork work) {
                    GridSize size = input.volume().geometry().size();
                    switch (what) {
                        case "throw": throw new IllegalStateException("private words");
                        case "error": throw new StackOverflowError();
                        case "hang": while (true) { try { Thread.sleep(10_000); } catch (InterruptedException e) { Thread.interrupted(); } }
                        case "cancelled": while (true) work.check();
                        case "null": return null;
                        case "grid": return of(Mask.full(new GridSize(1, 1, 1)));
                        case "outside": return of(Mask.full(size));
                        case "write": ((Voxels.Int16) input.volume().voxels()).slice(0)[0] = 99; break;
                        default: break;
                    }
                    return of(Mask.empty(size));
                }

                private static ToolOutcome of(Mask mask) {
                    return new ToolOutcome.Segmented(List.of(new Region(1, mask)), List.of(), List.of());
                }
            }
            """;

    @TempDir private static Path folder;
    private static ToolCard stranger;

    @BeforeAll
    static void makeTheJar() throws IOException {
        Path source = Files.createDirectories(folder.resolve("stranger")).resolve("Stranger.java");
        Files.writeString(source, SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-nowarn",
                                "-proc:full",
                                "-processor",
                                "org.scijava.annotations.AnnotationProcessor",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "-d",
                                classes.toString(),
                                source.toString());
        assertEquals(0, status);
        Path jar = folder.resolve("stranger.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(file));
            }
        }
        var loader =
                new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, ToolRunnerTest.class.getClassLoader());
        stranger = Toolbox.open(loader).find("stranger").orElseThrow();
    }

    private static final Volume VOLUME = Phantom.of(new GridSize(4, 4, 1), new int[16]);

    private static ToolOutcome run(String what, ToolWork work) throws InterruptedException {
        MaskEdit edit = Mask.empty(new GridSize(4, 4, 1)).edit();
        edit.set(1, 1, 0);
        var input = new ToolInput(VOLUME, List.<Seed>of(), Optional.of(edit.mask()));
        return new ToolRunner(Duration.ofSeconds(30), Duration.ofMillis(200))
                .run(stranger, Map.of("what", what), input, work)
                .outcome();
    }

    private static ToolFault fault(String what) throws InterruptedException {
        return assertInstanceOf(ToolOutcome.Broken.class, run(what, ToolWork.alone())).fault();
    }

    @Test
    void toolsOfOtherJarsAreFoundAndDescribed() {
        assertEquals("Misbehaves.", stranger.description());
        ToolParameter strength =
                stranger.parameters().stream()
                        .filter(p -> p.name().equals("strength"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("a number of mm from 0 to 1", strength.allowed());
        assertEquals("0.5", strength.defaultValue());
        assertTrue(!stranger.isOurs());
    }

    @Test
    void everyToolOfOursIsFoundAndSaysWhatItTakes() {
        Toolbox ours = Toolbox.open();
        assertEquals(List.of(), ours.problems());
        var names = ours.cards().stream().map(ToolCard::name).toList();
        assertTrue(
                names.containsAll(
                        List.of(
                                "confidence-connected",
                                "connected-threshold",
                                "grow-from-seeds",
                                "isolated-connected",
                                "local-threshold",
                                "neighborhood-connected",
                                "threshold")),
                names.toString());
        for (ToolCard card : ours.cards()) {
            assertTrue(card.isOurs() && card.description().endsWith("."), card.name());
            for (ToolParameter parameter : card.parameters()) {
                assertTrue(parameter.description().endsWith("."), parameter.name());
            }
        }
    }

    @Test
    void aGoodAnswerOfAStrangerIsTaken() throws InterruptedException {
        assertInstanceOf(ToolOutcome.Segmented.class, run("good", ToolWork.alone()));
    }

    @Test
    void whatAToolThrowsIsContainedAndNamed() throws InterruptedException {
        assertEquals(new ToolFault.Threw("IllegalStateException"), fault("throw"));
        assertEquals(new ToolFault.Threw("StackOverflowError"), fault("error"));
        var broken = assertInstanceOf(ToolOutcome.Broken.class, run("throw", ToolWork.alone()));
        assertEquals(
                "The tool stranger failed (IllegalStateException); nothing was changed.",
                broken.describe());
    }

    @Test
    void answersThatAreNoneOrDoNotFitAreDropped() throws InterruptedException {
        assertInstanceOf(ToolFault.NoAnswer.class, fault("null"));
        assertInstanceOf(ToolFault.OtherGrid.class, fault("grid"));
        assertEquals(new ToolFault.LeftItsBounds(15), fault("outside"));
    }

    @Test
    void aStrangerWritesIntoACopyOfTheVoxels() throws InterruptedException {
        run("write", ToolWork.alone());
        assertEquals(0, ((Voxels.Int16) VOLUME.voxels()).slice(0)[0]);
    }

    @Test
    void aToolThatDoesNotStopIsLeftBehind() throws InterruptedException {
        var cancel = new CancelToken();
        cancel.cancel();
        var outcome = run("hang", new ToolWork(Progress.Listener.NONE, cancel));
        assertInstanceOf(
                ToolFault.Hung.class, assertInstanceOf(ToolOutcome.Broken.class, outcome).fault());
    }

    @Test
    void aToolThatListensIsCancelled() throws InterruptedException {
        var cancel = new CancelToken();
        cancel.cancel();
        assertEquals(
                new ToolOutcome.Cancelled(),
                run("cancelled", new ToolWork(Progress.Listener.NONE, cancel)));
    }

    @Test
    void aToolThatTakesTooLongIsStoppedAndNamedWithItsBound() throws InterruptedException {
        var runner = new ToolRunner(Duration.ofMillis(100), Duration.ofSeconds(10));
        var input = new ToolInput(VOLUME, List.<Seed>of(), Optional.empty());
        var outcome =
                assertInstanceOf(
                        ToolOutcome.TimedOut.class,
                        runner.run(stranger, Map.of("what", "cancelled"), input, ToolWork.alone())
                                .outcome());
        assertEquals(
                "The tool stranger was stopped after 0.1 s, which is as long as a tool may take; nothing was changed.",
                outcome.describe());
    }

    @Test
    void whatIsLoggedOfAnExceptionAreClassesAndOurFrames() {
        var fault = new IllegalStateException("Doe^Jane", new IOException("/scans/Doe^Jane/1.dcm"));
        String logged = FaultTrace.of(fault);
        assertTrue(!logged.contains("Doe") && !logged.contains("junit"), logged);
        assertTrue(
                logged.matches(
                        "java\\.lang\\.IllegalStateException at segmentation\\.tool\\.toolbox"
                                + "\\.ToolRunnerTest\\.whatIsLogged.*, caused by java\\.io\\.IOException at .*"),
                logged);
    }
}
