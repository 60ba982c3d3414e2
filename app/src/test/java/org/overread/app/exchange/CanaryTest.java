// SPDX-License-Identifier: Apache-2.0
package org.overread.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.work.Crew;
import org.overread.sync.bundle.BundleWriter;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.ObjectsInMemory;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.Reference;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.bundle.statement.Software;
import org.overread.sync.bundle.statement.StatedTime;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// A made study whose every attribute and every row of pixels is a word that is looked for afterwards: no bundle has any.
final class CanaryTest {
    private static final GridSize SIZE = new GridSize(96, 80, 40);
    private static final int GRAM = 16;

    /// 300 made attributes: names, dates, identifiers with dots, texts.
    private static List<String> attributes() {
        var random = new Random(300);
        var all = new ArrayList<String>();
        for (int n = 0; n < 300; n++) {
            all.add(
                    switch (n % 4) {
                        case 0 -> "1.2.826.0.1.%d.%d".formatted(random.nextInt(1 << 30), n);
                        case 1 -> "CANARY^NAME%05d".formatted(random.nextInt(100_000));
                        case 2 -> "19%02d%02d%02d".formatted(n % 100, 1 + n % 12, 1 + n % 28);
                        default -> "Canary text %08x".formatted(random.nextInt());
                    });
        }
        return all;
    }

    private static Volume volume(List<String> attributes) {
        var voxels = new Voxels.UInt16(PlanarImgs.unsignedShorts(SIZE.i(), SIZE.j(), SIZE.k()));
        var random = new Random(7);
        for (int k = 0; k < SIZE.k(); k++) {
            short[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (short) random.nextInt(4096);
            }
        }
        return new Volume(
                attributes.get(0),
                attributes.get(1),
                VolumeGeometry.regular(
                        SIZE,
                        new PatientPoint(-17.25, 4.5, 101),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        0.7,
                        0.7,
                        2.5),
                ValueUnit.ARBITRARY,
                voxels);
    }

    @Test
    void noAttributeAndNoPixelsLeave() throws IOException, InterruptedException, RefusedException {
        List<String> attributes = attributes();
        Volume volume = volume(attributes);
        byte[] bundle = bundle(volume, attributes.get(3));
        String text = new String(bundle, StandardCharsets.ISO_8859_1);
        String decoded = decodedPayloads(text);
        for (String attribute : attributes) {
            assertTrue(!text.contains(attribute), attribute);
            assertTrue(!decoded.contains(attribute), attribute);
        }
        Set<String> grams = new HashSet<>();
        for (int n = 0; n + GRAM <= bundle.length; n++) {
            grams.add(text.substring(n, n + GRAM));
        }
        int looked = 0;
        for (int k = 0; k < SIZE.k(); k++) {
            short[] slice = ((Voxels.UInt16) volume.voxels()).slice(k);
            for (int n = 0; n + GRAM / 2 <= slice.length; n += 4) {
                var little = new StringBuilder();
                var big = new StringBuilder();
                for (int v = 0; v < GRAM / 2; v++) {
                    int value = slice[n + v] & 0xFFFF;
                    little.append((char) (value & 0xFF)).append((char) (value >>> 8));
                    big.append((char) (value >>> 8)).append((char) (value & 0xFF));
                }
                assertTrue(!grams.contains(little.toString()) && !grams.contains(big.toString()));
                looked++;
            }
        }
        assertTrue(looked > 70_000, "grams looked for: " + looked);
    }

    @Test
    void aCanaryThatWereThereWouldBeFound()
            throws IOException, InterruptedException, RefusedException {
        String name = "CANARY^NAME12345";
        byte[] bundle = bundle(volume(attributes()), "x", name);
        assertEquals(
                true,
                decodedPayloads(new String(bundle, StandardCharsets.ISO_8859_1)).contains(name));
    }

    /// What the envelopes hold, which is base64 in the file.
    private static String decodedPayloads(String text) {
        var out = new StringBuilder();
        var payloads = Pattern.compile("\"payload\":\"([A-Za-z0-9+/=]+)\"").matcher(text);
        while (payloads.find()) {
            out.append(
                    new String(
                            Base64.getDecoder().decode(payloads.group(1)), StandardCharsets.UTF_8));
        }
        return out.toString();
    }

    private static byte[] bundle(Volume volume, String caseName)
            throws IOException, InterruptedException, RefusedException {
        return bundle(volume, caseName, "Segment");
    }

    private static byte[] bundle(Volume volume, String caseName, String segmentName)
            throws IOException, InterruptedException, RefusedException {
        var objects = new ObjectsInMemory();
        Digest nothing = Bytes.EMPTY.digest();
        try (var compute = Executors.newSingleThreadExecutor();
                var secret = Ed25519Secret.ofSeed(new byte[32])) {
            var mask =
                    MaskRows.between(
                            volume.voxels().numbers(),
                            1000,
                            3000,
                            Crew.of(compute, new CancelToken()));
            var said =
                    new SegmentEntry(
                            1,
                            1,
                            segmentName,
                            "s",
                            Optional.empty(),
                            "#000000",
                            "completed",
                            Optional.empty(),
                            Origin.HAND);
            List<Layer> layers =
                    OutgoingReading.layers(
                            List.of(new OutgoingReading.Segment(mask, said)), objects, compute, 1);
            var version =
                    new Version(
                            "r",
                            Optional.empty(),
                            ImageDigests.of(volume),
                            layers,
                            List.of(),
                            new Reference("g", "1", nothing),
                            new Reference("o", "1", nothing),
                            1);
            var heading =
                    new Heading(
                            "t",
                            Optional.empty(),
                            Optional.of(CasePseudonym.of(caseName, new byte[16])),
                            secret.key().id(),
                            1,
                            Optional.empty(),
                            Optional.empty(),
                            new StatedTime(
                                    OffsetDateTime.parse("2026-11-21T12:00:00+00:00"), "UTC", 1),
                            new Software("Overread", "1", nothing),
                            Optional.empty(),
                            nothing.bytes(),
                            Optional.empty());
            Envelope envelope =
                    Envelope.sign(
                            Statement.PAYLOAD_TYPE,
                            new Statement(heading, version).bytes(),
                            List.of(secret));
            var out = new ByteArrayOutputStream();
            new BundleWriter(List.of(), List.of(), List.of(envelope), Optional.empty(), List.of())
                    .write(out, objects);
            return out.toByteArray();
        }
    }
}
