// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.second;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.overread.sync.bundle.Expectations;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.bundle.World;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Envelope;
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

    /// 66 x 8 x 4: 1 where i is 21…39.
    private static byte[] truth() {
        byte[] values = new byte[66 * 8 * 4];
        for (int n = 0; n < values.length; n++) {
            values[n] = (byte) (n % 66 > 20 && n % 66 < 40 ? 1 : 0);
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

    @Test
    void aReaderWrittenFromThePageAloneDecodesIt() throws IOException, GeneralSecurityException {
        var reader =
                new SecondReader(golden("bundle-1.hex").toArray(), golden("root-1.hex").toArray());
        assertEquals(2, reader.statements.size());
        assertEquals(3, reader.proofs);
        Map<String, Object> predicate =
                SecondReader.map(reader.statements.getFirst().get("predicate"));
        assertEquals("author", predicate.get("meaning"));
        Map<String, Object> layer =
                SecondReader.map(SecondReader.list(predicate.get("layers")).getFirst());
        assertArrayEquals(truth(), reader.values(layer));
        List<Object> segments = SecondReader.list(layer.get("segments"));
        assertEquals("Liver", SecondReader.map(segments.getFirst()).get("name"));
    }

    @Test
    void aBundleOfTodayIsReadByItToo()
            throws IOException, GeneralSecurityException, RefusedException {
        World world = World.usual().log();
        Bytes root = world.root().sign(List.of(world.rootKey)).bytes();
        var reader = new SecondReader(world.bundle().toArray(), root.toArray());
        assertEquals(6, reader.statements.size());
        assertEquals(9, reader.proofs);
        int voxels = 0;
        Map<String, Object> predicate =
                SecondReader.map(reader.statements.getFirst().get("predicate"));
        for (byte value :
                reader.values(
                        SecondReader.map(SecondReader.list(predicate.get("layers")).getFirst()))) {
            voxels += value;
        }
        // a ball of 50 or 53 voxels, of either reader, whichever digest comes first
        double radius = Math.cbrt(voxels * 0.75 / Math.PI);
        assertEquals(51.5, radius, 1.6);
    }
}
