// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.second;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.sync.bundle.CheckedStatement;
import org.overread.sync.bundle.Expectations;
import org.overread.sync.bundle.RichWorld;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.bundle.World;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.refusal.Refusal;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.TrustRoot;

/// The files that every later release must read: kept as text, never written again.
final class GoldenBundleTest {

    private static Bytes golden(String name) throws IOException {
        try (InputStream in = GoldenBundleTest.class.getResourceAsStream(name)) {
            String text =
                    new String(
                            Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return Bytes.hex(text.replaceAll("\\s", ""));
        }
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = GoldenBundleTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }

    private static SecondReader second(int number) throws IOException, GeneralSecurityException {
        return new SecondReader(
                golden("bundle-%d.hex".formatted(number)).toArray(),
                golden("root-%d.hex".formatted(number)).toArray());
    }

    /// 66 x 8 x 4: 1 where i is 21…39.
    private static int[] truth() {
        int[] values = new int[66 * 8 * 4];
        for (int n = 0; n < values.length; n++) {
            values[n] = n % 66 > 20 && n % 66 < 40 ? 1 : 0;
        }
        return values;
    }

    @Test
    void theFirstVersionIsReadForEver() throws IOException, RefusedException {
        TrustRoot root = TrustRoot.pinned(Envelope.read(golden("root-1.hex")));
        Verdict verdict =
                new World().verify(golden("bundle-1.hex"), root, Expectations.none(World.NOW));
        var accepted = assertInstanceOf(Verdict.Accepted.class, verdict, verdict.toString());
        assertEquals(2, accepted.statements().size());
        assertEquals("Ada", accepted.statements().getFirst().person());
        assertEquals(3, accepted.checkpoint().orElseThrow().size());
    }

    /// What a program in another language, which shares nothing with this one, found in the file.
    @Test
    void everyKindOfStatementIsReadForEver() throws IOException, RefusedException {
        TrustRoot root = TrustRoot.pinned(Envelope.read(golden("root-2.hex")));
        Verdict verdict =
                new World().verify(golden("bundle-2.hex"), root, Expectations.none(World.NOW));
        var accepted = assertInstanceOf(Verdict.Accepted.class, verdict, verdict.toString());
        List<String> expected =
                lines("bundle-2.expected").stream()
                        .filter(line -> line.matches("statement \\d .*/v1 .*"))
                        .map(line -> line.split(" ", 6)[3])
                        .toList();
        assertEquals(12, expected.size());
        assertEquals(
                expected, accepted.statements().stream().map(one -> one.id().hex()).toList());
        Map<String, Long> places =
                lines("bundle-2.expected").stream()
                        .filter(line -> line.startsWith("proof "))
                        .map(line -> line.split(" ", 3))
                        .collect(Collectors.toMap(w -> w[1], w -> Long.valueOf(w[2])));
        for (CheckedStatement one : accepted.statements()) {
            assertEquals(places.get(one.id().hex()), one.logIndex().orElseThrow());
        }
        assertEquals(List.of("south"), accepted.witnesses());
        assertEquals(List.of("https://overread.org/statement/withdraw/v2"), accepted.opaque());
        assertEquals(2, accepted.rootVersion());
    }

    @Test
    void whatWasStatedThenIsStatedInTheSameBytesToday() throws IOException, RefusedException {
        Set<String> golden =
                lines("bundle-2.expected").stream()
                        .filter(line -> line.startsWith("statement "))
                        .map(line -> line.split(" ", 6)[3])
                        .collect(Collectors.toSet());
        assertEquals(
                golden,
                new RichWorld().ids().stream().map(Digest::hex).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aReaderWrittenFromThePageAloneFindsWhatAnotherProgramFound(int number)
            throws IOException, GeneralSecurityException {
        assertEquals(
                String.join("\n", lines("bundle-%d.expected".formatted(number))),
                String.join("\n", second(number).said));
    }

    @Test
    void aReaderWrittenFromThePageAloneDecodesIt() throws IOException, GeneralSecurityException {
        SecondReader reader = second(1);
        Map<String, Object> predicate =
                SecondReader.map(reader.statements.getFirst().get("predicate"));
        assertEquals("author", predicate.get("meaning"));
        Map<String, Object> layer =
                SecondReader.map(SecondReader.list(predicate.get("layers")).getFirst());
        assertArrayEquals(truth(), reader.values(layer));
        List<Object> segments = SecondReader.list(layer.get("segments"));
        assertEquals("Liver", SecondReader.map(segments.getFirst()).get("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SecondReader", "MiniJson"})
    void thatReaderHasNothingOfTheProgram(String name) throws IOException {
        String source =
                Files.readString(
                        Path.of("src/test/java/org/overread/sync/second", name + ".java"));
        assertEquals(1, source.split("org\\.overread", -1).length - 1, "the package alone");
        assertTrue(source.contains("\npackage org.overread.sync.second;"));
    }

    @Test
    void thePageNamesEveryReason() throws IOException {
        String page = Files.readString(Path.of("../docs/bundle-format.md"));
        for (Class<?> group : Refusal.class.getPermittedSubclasses()) {
            for (Object one : group.getEnumConstants()) {
                String[] code = ((Refusal) one).code().split("\\.", 2);
                String row =
                        page.lines()
                                .filter(line -> line.startsWith("| `" + code[0] + ".` |"))
                                .findFirst()
                                .orElseThrow();
                assertTrue(row.contains("`" + code[1] + "`"), code[0] + "." + code[1]);
            }
        }
    }

    @Test
    void aBundleOfTodayIsReadByItToo()
            throws IOException, GeneralSecurityException, RefusedException {
        World world = World.usual().log();
        Bytes root = world.root().sign(List.of(world.rootKey)).bytes();
        var reader = new SecondReader(world.bundle().toArray(), root.toArray());
        assertEquals(6, reader.statements.size());
        assertEquals(9, reader.proofs);
        // voxels of balls of 50, 52 and 53 around a voxel, counted by hand of a loop
        assertEquals(
                Set.of(ball(50), ball(52), ball(53)),
                reader.said.stream()
                        .filter(line -> line.startsWith("layer "))
                        .map(line -> line.replaceFirst(".* 1:", ""))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()));
    }

    private static int ball(int radius) {
        int inside = 0;
        for (int z = -radius; z <= radius; z++) {
            for (int y = -radius; y <= radius; y++) {
                for (int x = -radius; x <= radius; x++) {
                    inside += x * x + y * y + z * z <= radius * radius ? 1 : 0;
                }
            }
        }
        return inside;
    }
}
