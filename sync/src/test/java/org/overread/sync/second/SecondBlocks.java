// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.second;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/// Puts a layer together from its blocks, as the page on the format spells them.
final class SecondBlocks {
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, byte[]> objects;
    private final Map<String, Integer> codecs;

    /// Into `codecs` goes how each block that was read is stored.
    SecondBlocks(Map<String, byte[]> objects, Map<String, Integer> codecs) {
        this.objects = objects;
        this.codecs = codecs;
    }

    /// The values of a layer, along the width first.
    int[] values(Map<String, Object> layer) {
        int w = SecondReader.number(layer.get("width"));
        int h = SecondReader.number(layer.get("height"));
        int d = SecondReader.number(layer.get("depth"));
        int step = layer.get("type").equals("u16") ? 2 : 1;
        int[] values = new int[w * h * d];
        int across = (w + 63) / 64;
        int down = (h + 63) / 64;
        int count = across * down * ((d + 63) / 64);
        for (int block = 0; block < count; block++) {
            int x = block % across * 64;
            int y = block / across % down * 64;
            int z = block / across / down * 64;
            int bw = Math.min(64, w - x);
            int bh = Math.min(64, h - y);
            int bd = Math.min(64, d - z);
            String slab = (String) SecondReader.list(layer.get("slabs")).get(block / 64);
            int[] part = block(slab, block % 64, bw * bh * bd, step);
            for (int n = 0; n < part.length; n++) {
                int i = x + n % bw;
                int j = y + n / bw % bh;
                int k = z + n / bw / bh;
                values[(k * h + j) * w + i] = part[n];
            }
        }
        return values;
    }

    private int[] block(String slab, int number, int size, int step) {
        int[] values = new int[size];
        if (slab.startsWith("u:")) {
            Arrays.fill(values, Integer.parseInt(slab.substring(2)));
            return values;
        }
        ByteBuffer table = ByteBuffer.wrap(objects.get(slab.substring(5))).position(16 + 8);
        for (int n = 0; n < number; n++) {
            int rest = table.get() == 0 ? 2 : 68;
            table.position(table.position() + rest);
        }
        if (table.get() == 0) {
            Arrays.fill(values, table.getShort() & 0xFFFF);
            return values;
        }
        String name = HEX.formatHex(SecondReader.take(table, 32));
        byte[] object = objects.get(name);
        byte[] content = SecondReader.take(table, 32);
        SecondReader.require(object.length, table.getInt());
        ByteBuffer in = ByteBuffer.wrap(object).position(16);
        byte[] stored = SecondReader.take(in, in.remaining());
        byte[] spelled =
                object[5] == 2
                        ? Zstd.decompress(stored, ByteBuffer.wrap(object).getInt(12))
                        : stored;
        SecondReader.require(
                HEX.formatHex(content),
                HEX.formatHex(
                        SecondReader.sha(
                                Arrays.copyOfRange(object, 6, 10), new byte[] {0}, spelled)));
        codecs.put(name, (int) object[5]);
        ByteBuffer from = ByteBuffer.wrap(spelled);
        int at = 0;
        while (at < size) {
            int value = value(from, step);
            int run = object[5] == 0 ? 1 : run(from);
            Arrays.fill(values, at, at + run, value);
            at += run;
        }
        SecondReader.require(size, at);
        SecondReader.require(0, from.remaining());
        return values;
    }

    private static int value(ByteBuffer in, int step) {
        int low = in.get() & 0xFF;
        return step == 1 ? low : low | (in.get() & 0xFF) << 8;
    }

    /// A count less one in groups of seven bits.
    private static int run(ByteBuffer in) {
        int count = 0;
        byte group;
        int shift = 0;
        do {
            group = in.get();
            count |= (group & 0x7F) << shift;
            shift += 7;
        } while (group < 0);
        return count + 1;
    }
}
