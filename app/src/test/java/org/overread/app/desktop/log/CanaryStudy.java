// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.log;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A study of real DICOM files with 300 attributes that are looked for afterwards, in a folder that is called like its
/// patient.
final class CanaryStudy {
    private static final int SIDE = 32;
    private static final int SLICES = 6;
    private static final int GRAM = 16;

    private final Path folder;
    private final List<String> canaries = new ArrayList<>();
    private final List<byte[]> pixels = new ArrayList<>();

    CanaryStudy(Path folder) {
        this.folder = folder;
    }

    /// The words that are looked for.
    List<String> canaries() {
        return List.copyOf(canaries);
    }

    /// How many pieces of pixels are looked for.
    int grams() {
        return SLICES * (SIDE * SIDE * 2 - GRAM) / 4;
    }

    private static void element(ByteArrayOutputStream out, int tag, String vr, byte[] value) {
        byte[] even =
                value.length % 2 == 0 ? value : java.util.Arrays.copyOf(value, value.length + 1);
        boolean isLong = vr.equals("OW") || vr.equals("OB");
        ByteBuffer head = ByteBuffer.allocate(isLong ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) (tag >>> 16)).putShort((short) tag);
        head.put(vr.getBytes(StandardCharsets.US_ASCII));
        if (isLong) {
            head.putShort((short) 0).putInt(even.length);
        } else {
            head.putShort((short) even.length);
        }
        out.writeBytes(head.array());
        out.writeBytes(even);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) value, (byte) (value >>> 8)};
    }

    private String canary(String value) {
        canaries.add(value);
        return value;
    }

    /// What identifies, then private attributes until there are 300.
    private Map<Integer, Map.Entry<String, String>> attributes() {
        var random = new Random(300);
        Map<Integer, Map.Entry<String, String>> all = new TreeMap<>();
        all.put(0x0008_0020, Map.entry("DA", canary("19370213")));
        all.put(
                0x0008_0050,
                Map.entry("SH", canary("CANACC%07d".formatted(random.nextInt(1 << 20)))));
        all.put(0x0008_0080, Map.entry("LO", canary("Canary Hospital Nine")));
        all.put(0x0008_0090, Map.entry("PN", canary("CANARY^REFERRER")));
        all.put(0x0008_1030, Map.entry("LO", canary("Canary study description")));
        all.put(0x0008_103E, Map.entry("LO", canary("Canary series description")));
        all.put(0x0010_0010, Map.entry("PN", canary("CANARY^PATIENT^Q")));
        all.put(0x0010_0020, Map.entry("LO", canary("CANARYID000417")));
        all.put(0x0010_0030, Map.entry("DA", canary("19410619")));
        all.put(0x0010_4000, Map.entry("LT", canary("Canary comment on the patient")));
        all.put(0x0020_000D, Map.entry("UI", canary("1.2.826.0.1.3680043.9.7777.417.1")));
        all.put(0x0020_000E, Map.entry("UI", canary("1.2.826.0.1.3680043.9.7777.417.2")));
        all.put(0x0020_0052, Map.entry("UI", canary("1.2.826.0.1.3680043.9.7777.417.3")));
        for (int n = 0; canaries.size() < 300; n++) {
            int group = 0x0009 + 2 * (n / 90);
            all.putIfAbsent((group << 16) | 0x0010, Map.entry("LO", "OVERREAD TEST"));
            all.put(
                    (group << 16) | 0x1000 | (n % 90),
                    Map.entry("LO", canary("Canary %03d %08x".formatted(n, random.nextInt()))));
        }
        return all;
    }

    /// Writes the study.
    Path write() throws IOException {
        Path place = Files.createDirectory(folder.resolve(canary("CANARY^FOLDER^NAME")));
        Map<Integer, Map.Entry<String, String>> attributes = attributes();
        var random = new Random(7);
        for (int k = 0; k < SLICES; k++) {
            byte[] data = new byte[SIDE * SIDE * 2];
            random.nextBytes(data);
            for (int n = 1; n < data.length; n += 2) {
                data[n] &= 0x0F;
            }
            pixels.add(data);
            Files.write(place.resolve("I%d".formatted(k)), file(attributes, data, k));
        }
        return place;
    }

    private static byte[] file(
            Map<Integer, Map.Entry<String, String>> attributes, byte[] data, int k) {
        String instance = "1.2.826.0.1.3680043.9.7777.417.9." + (k + 1);
        Map<Integer, Map.Entry<String, byte[]>> all = new TreeMap<>();
        attributes.forEach((tag, a) -> all.put(tag, Map.entry(a.getKey(), text(a.getValue()))));
        all.put(0x0008_0016, Map.entry("UI", text("1.2.840.10008.5.1.4.1.1.2")));
        all.put(0x0008_0018, Map.entry("UI", text(instance)));
        all.put(0x0008_0060, Map.entry("CS", text("CT")));
        all.put(0x0018_0050, Map.entry("DS", text("2")));
        all.put(0x0020_0013, Map.entry("IS", text(Integer.toString(k + 1))));
        all.put(0x0020_0032, Map.entry("DS", text("0\\0\\" + 2 * k)));
        all.put(0x0020_0037, Map.entry("DS", text("1\\0\\0\\0\\1\\0")));
        all.put(0x0028_0002, Map.entry("US", number(1)));
        all.put(0x0028_0004, Map.entry("CS", text("MONOCHROME2")));
        all.put(0x0028_0010, Map.entry("US", number(SIDE)));
        all.put(0x0028_0011, Map.entry("US", number(SIDE)));
        all.put(0x0028_0030, Map.entry("DS", text("1\\1")));
        all.put(0x0028_0100, Map.entry("US", number(16)));
        all.put(0x0028_0101, Map.entry("US", number(16)));
        all.put(0x0028_0102, Map.entry("US", number(15)));
        all.put(0x0028_0103, Map.entry("US", number(0)));
        all.put(0x0028_1052, Map.entry("DS", text("0")));
        all.put(0x0028_1053, Map.entry("DS", text("1")));
        all.put(0x7FE0_0010, Map.entry("OW", data));
        var meta = new ByteArrayOutputStream();
        element(meta, 0x0002_0001, "OB", new byte[] {0, 1});
        element(meta, 0x0002_0002, "UI", text("1.2.840.10008.5.1.4.1.1.2"));
        element(meta, 0x0002_0003, "UI", text(instance));
        element(meta, 0x0002_0010, "UI", text("1.2.840.10008.1.2.1"));
        element(meta, 0x0002_0012, "UI", text("1.2.826.0.1.3680043.9.7777.1"));
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes(text("DICM"));
        byte[] length =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(meta.size()).array();
        element(out, 0x0002_0000, "UL", length);
        out.writeBytes(meta.toByteArray());
        all.forEach((tag, value) -> element(out, tag, value.getKey(), value.getValue()));
        return out.toByteArray();
    }

    /// On the same grid as the images, whatever that is.
    void labels() throws IOException {
        String header =
                Files.readString(folder.resolve("image.nrrd"), StandardCharsets.ISO_8859_1)
                        .split("\n\n", 2)[0];
        byte[] values = new byte[SIDE * SIDE * SLICES];
        for (int n = 0; n < values.length; n++) {
            values[n] = (byte) (n % SIDE > 8 && n % SIDE < 20 ? 1 : 0);
        }
        String head =
                header.replaceFirst("type: .*", "type: uchar")
                        .replaceFirst("encoding: .*", "encoding: raw")
                        .replaceFirst("endian: .*\n", "");
        var out = new ByteArrayOutputStream();
        out.writeBytes((head + "\n\n").getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(values);
        Files.write(folder.resolve("labels.nrrd"), out.toByteArray());
    }

    /// Refuses a file that has any of them.
    int look(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        var decoded = new StringBuilder(text);
        var payloads = Pattern.compile("\"payload\":\"([A-Za-z0-9+/=]+)\"").matcher(text);
        while (payloads.find()) {
            decoded.append(
                    new String(
                            Base64.getDecoder().decode(payloads.group(1)), StandardCharsets.UTF_8));
        }
        String all = decoded.toString();
        for (String canary : canaries) {
            assertTrue(!all.contains(canary), file.getFileName() + " has " + canary);
        }
        var grams = new HashSet<String>();
        for (int n = 0; n + GRAM <= bytes.length; n++) {
            grams.add(text.substring(n, n + GRAM));
        }
        for (byte[] data : pixels) {
            String slice = new String(data, StandardCharsets.ISO_8859_1);
            for (int n = 0; n + GRAM <= data.length; n += 4) {
                assertTrue(!grams.contains(slice.substring(n, n + GRAM)), "pixels");
            }
        }
        return 1;
    }
}
