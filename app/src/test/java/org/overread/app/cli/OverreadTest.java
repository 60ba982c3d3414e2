// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class OverreadTest {

    @ParameterizedTest
    @CsvSource({"abuot,about", "bnch,bench", "benhc,bench"})
    void unknownCommandSuggestsTheNearest(String typed, String meant) {
        Ran ran = Ran.command(typed);
        assertEquals(2, ran.status());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("Did you mean '" + meant + "'?"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"about", "bench", "desktop", "inspect", "sample"})
    void everyCommandExplainsItself(String command) {
        Ran ran = Ran.command(command, "--help");
        assertEquals(0, ran.status());
        assertTrue(ran.out().startsWith("Usage: overread " + command), ran.out());
    }

    @Test
    void withoutACommandTheUsageIsWrong() {
        assertEquals(2, Ran.command().status());
    }

    @Test
    void wrongOptionIsWrongUsage() {
        assertEquals(2, Ran.command("about", "--jsno").status());
    }

    @Test
    void aboutWritesJsonForMachines() {
        Ran ran = Ran.command("about", "--json");
        assertEquals(0, ran.status());
        assertEquals("", ran.err());
        var about = JsonMapper.shared().readTree(ran.out());
        assertEquals(Runtime.version().toString(), about.at("/java/version").asString());
        // what the collector sets aside changes while it runs
        double heap = Runtime.getRuntime().maxMemory();
        assertEquals(heap, about.at("/memory/heapMax").asDouble(), 0.1 * heap);
        assertTrue(about.at("/memory/physical").asLong() > 1 << 28, ran.out());
        assertTrue(about.at("/javafx").asString().matches("\\d+[.\\d]*"), ran.out());
    }

    @Test
    void benchmarksAreListed() {
        Ran ran = Ran.command("bench", "--list");
        assertEquals(0, ran.status());
        assertTrue(ran.out().contains("start "), ran.out());
        assertTrue(ran.out().contains("idle-memory "), ran.out());
    }

    @Test
    void unknownBenchmarkNamesThoseThereAre() {
        Ran ran = Ran.command("bench", "stat");
        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("there are: start, idle-memory"), ran.err());
    }

    @Test
    void aBenchmarkThatCannotRunIsRefusedWithASentence() {
        Ran ran = Ran.command("bench", "start", "--rounds", "1");
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("Start this benchmark with ./run bench."), ran.err());
    }

    @Test
    void lessThanOneRoundIsWrongUsage() {
        assertEquals(2, Ran.command("bench", "--rounds", "0").status());
    }

    @Test
    void theDesktopIsToldWhatToOpen(@TempDir Path folder) {
        var told = new ArrayList<List<String>>();
        assertEquals(0, Ran.command(told::add, "desktop", folder.toString()).status());
        assertEquals(0, Ran.command(told::add, "desktop", "--sample").status());
        assertEquals(List.of(List.of("--open=" + folder), List.of("--sample")), told);
    }

    @Test
    void theDesktopIsToldWhatToDrawWith() {
        var told = new ArrayList<List<String>>();
        assertEquals(0, Ran.command(told::add, "desktop", "--renderer", "gl").status());
        assertEquals(2, Ran.command(told::add, "desktop", "--renderer", "pencil").status());
        assertEquals(List.of(List.of("--renderer=gl")), told);
    }

    @Test
    void theDesktopDoesNotOpenWhatIsNotThere(@TempDir Path folder) {
        var told = new ArrayList<List<String>>();
        Ran ran = Ran.command(told::add, "desktop", folder.resolve("none").toString());
        assertEquals(1, ran.status());
        assertTrue(ran.err().startsWith("There is no file or folder "), ran.err());
        assertEquals(List.of(), told);
    }
}
