// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.second;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Reads a bundle as `docs/bundle-format.md` describes it, with nothing of the program: the JDK, zstd, and what stands on
/// that page. Follows the good path; whatever differs from the page is an exception.
final class SecondReader {
    private static final HexFormat HEX = HexFormat.of();

    final List<Map<String, Object>> statements = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    final Map<String, byte[]> objects = new HashMap<>();
    private final Map<String, byte[]> keys = new HashMap<>();
    private byte[] treeRoot = new byte[0];
    private long treeSize;
    private final Map<String, byte[]> leaves = new HashMap<>();
    int proofs;

    SecondReader(byte[] file, byte[] root) throws GeneralSecurityException {
        Map<String, Object> trusted = object(payload(root));
        for (Object key : list(trusted.get("enrolmentKeys"))) {
            addKey(Base64.getDecoder().decode((String) key));
        }
        ByteBuffer in = ByteBuffer.wrap(file);
        require("8941564231" + "0d0a0a", HEX.formatHex(take(in, 8)));
        MessageDigest running = sha();
        for (long count = 0; ; count++) {
            byte[] head = take(in, 5);
            int length = ByteBuffer.wrap(head).getInt(1);
            byte[] digest = take(in, 32);
            byte[] content = take(in, length);
            require(HEX.formatHex(digest), HEX.formatHex(sha(head, content)));
            if (head[0] == 8) {
                require(count, ByteBuffer.wrap(content).getLong());
                require(
                        HEX.formatHex(running.digest()),
                        HEX.formatHex(Arrays.copyOfRange(content, 8, 40)));
                require(0, in.remaining());
                return;
            }
            running.update(digest);
            frame(head[0], content);
        }
    }

    private void frame(int type, byte[] content) throws GeneralSecurityException {
        switch (type) {
            case 2 ->
                    addKey(
                            Base64.getDecoder()
                                    .decode(
                                            (String)
                                                    map(statement(content).get("predicate"))
                                                            .get("key")));
            case 3 -> statements.add(statement(content));
            case 4, 5 -> objects.put(HEX.formatHex(sha(content)), content);
            case 6 -> {
                String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
                treeSize = Long.parseLong(lines[1]);
                treeRoot = Base64.getDecoder().decode(lines[2]);
            }
            case 7 -> proof(ByteBuffer.wrap(content));
            default -> throw new IllegalStateException("frame of type " + type);
        }
    }

    private void addKey(byte[] x509) throws GeneralSecurityException {
        keys.put(HEX.formatHex(sha(x509)), x509);
    }

    private Map<String, Object> statement(byte[] envelope) throws GeneralSecurityException {
        Map<String, Object> fields = object(envelope);
        byte[] payload = Base64.getDecoder().decode((String) fields.get("payload"));
        String type = (String) fields.get("payloadType");
        require("application/vnd.in-toto+json", type);
        byte[] head =
                ("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ")
                        .getBytes(StandardCharsets.UTF_8);
        for (Object one : list(fields.get("signatures"))) {
            byte[] key = keys.get((String) map(one).get("keyid"));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            check.update(head);
            check.update(payload);
            require(true, check.verify(Base64.getDecoder().decode((String) map(one).get("sig"))));
        }
        String id = HEX.formatHex(sha(payload));
        ids.add(id);
        leaves.put(
                id,
                sha(
                        new byte[] {0},
                        "overread-entry/v1\n".getBytes(StandardCharsets.US_ASCII),
                        sha(payload),
                        sha(envelope)));
        return object(payload);
    }

    /// RFC 9162, section 2.1.3.2.
    private void proof(ByteBuffer in) {
        byte[] node = leaves.get(HEX.formatHex(take(in, 32)));
        long at = in.getLong();
        long last = in.getLong() - 1;
        require(treeSize, last + 1);
        for (int n = in.get(); n > 0; n--) {
            byte[] beside = take(in, 32);
            if (at % 2 == 1 || at == last) {
                node = sha(new byte[] {1}, beside, node);
                while (at % 2 == 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                node = sha(new byte[] {1}, node, beside);
            }
            at /= 2;
            last /= 2;
        }
        require(0L, last);
        require(HEX.formatHex(treeRoot), HEX.formatHex(node));
        proofs++;
    }

    /// The values of a layer of bytes, along the width first.
    byte[] values(Map<String, Object> layer) {
        int w = number(layer.get("width"));
        int h = number(layer.get("height"));
        int d = number(layer.get("depth"));
        byte[] values = new byte[w * h * d];
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
            byte[] part = block(slab(layer, block / 64), block % 64, bw * bh * bd);
            for (int n = 0; n < part.length; n++) {
                int i = x + n % bw;
                int j = y + n / bw % bh;
                int k = z + n / bw / bh;
                values[(k * h + j) * w + i] = part[n];
            }
        }
        return values;
    }

    private String slab(Map<String, Object> layer, int number) {
        return (String) list(layer.get("slabs")).get(number);
    }

    private byte[] block(String slab, int number, int size) {
        byte[] values = new byte[size];
        if (slab.startsWith("u:")) {
            Arrays.fill(values, (byte) Integer.parseInt(slab.substring(2)));
            return values;
        }
        ByteBuffer table = ByteBuffer.wrap(objects.get(slab.substring(5))).position(16 + 8);
        for (int n = 0; n < number; n++) {
            int rest = table.get() == 0 ? 2 : 68;
            table.position(table.position() + rest);
        }
        if (table.get() == 0) {
            Arrays.fill(values, (byte) table.getShort());
            return values;
        }
        byte[] object = objects.get(HEX.formatHex(take(table, 32)));
        byte[] content = take(table, 32);
        ByteBuffer in = ByteBuffer.wrap(object).position(16);
        byte[] stored = take(in, in.remaining());
        byte[] spelled =
                object[5] == 2
                        ? Zstd.decompress(stored, ByteBuffer.wrap(object).getInt(12))
                        : stored;
        require(
                HEX.formatHex(content),
                HEX.formatHex(sha(Arrays.copyOfRange(object, 6, 10), new byte[] {0}, spelled)));
        return object[5] == 0 ? spelled : runs(spelled, values);
    }

    private static byte[] runs(byte[] runs, byte[] values) {
        ByteBuffer in = ByteBuffer.wrap(runs);
        int at = 0;
        while (in.hasRemaining()) {
            byte value = in.get();
            int count = 0;
            int shift = 0;
            byte group;
            do {
                group = in.get();
                count |= (group & 0x7F) << shift;
                shift += 7;
            } while (group < 0);
            Arrays.fill(values, at, at + count + 1, value);
            at += count + 1;
        }
        require(values.length, at);
        return values;
    }

    private static byte[] payload(byte[] envelope) {
        return Base64.getDecoder().decode((String) object(envelope).get("payload"));
    }

    static Map<String, Object> object(byte[] text) {
        return map(new MiniJson(new String(text, StandardCharsets.UTF_8)).value());
    }

    @SuppressWarnings("unchecked") // objects have text as keys
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // any values
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static int number(Object value) {
        return ((Long) value).intValue();
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static byte[] sha(byte[]... parts) {
        MessageDigest sha = sha();
        for (byte[] part : parts) {
            sha.update(part);
        }
        return sha.digest();
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("expected " + expected + ", found " + found);
        }
    }
}
