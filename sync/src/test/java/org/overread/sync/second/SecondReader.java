// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.second;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

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
import java.util.TreeMap;

/// Reads a bundle as `docs/bundle-format.md` describes it, with nothing of the program: the JDK, zstd, and what stands on
/// that page. Follows the good path; whatever differs from the page is an exception. What it read it says line by line.
final class SecondReader {
    private static final HexFormat HEX = HexFormat.of();

    final List<Map<String, Object>> statements = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    private final Map<String, byte[]> objects = new HashMap<>();
    private final Map<String, byte[]> keys = new HashMap<>();
    private final Map<String, byte[]> leaves = new HashMap<>();
    private final Map<String, Integer> generations = new HashMap<>();
    private final Map<String, Integer> codecs = new TreeMap<>();
    private Map<String, Object> trusted;
    private byte[] treeRoot = new byte[0];
    private long treeSize;
    int proofs;

    SecondReader(byte[] file, byte[] root) throws GeneralSecurityException {
        said.add("bundle " + HEX.formatHex(sha(file)) + " " + file.length);
        trusted = root(root, Map.of());
        ByteBuffer in = ByteBuffer.wrap(file);
        require("8941564231" + "0d0a0a", HEX.formatHex(take(in, 8)));
        long frames = frames(in);
        for (int n = 0; n < statements.size(); n++) {
            layers(ids.get(n), statements.get(n));
        }
        String used =
                String.join(
                        " ",
                        codecs.values().stream().distinct().sorted().map(String::valueOf).toList());
        said.add("blocks %d codecs %s".formatted(codecs.size(), used));
        said.add(
                "tables %d frames %d proofs %d"
                        .formatted(objects.size() - codecs.size(), frames, proofs));
    }

    private long frames(ByteBuffer in) throws GeneralSecurityException {
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
                return count;
            }
            running.update(digest);
            frame(head[0], content);
        }
    }

    private void frame(int type, byte[] content) throws GeneralSecurityException {
        switch (type) {
            case 1 -> trusted = root(content, trusted);
            case 2 -> certificate(content);
            case 3 -> statements.add(statement(content, true));
            case 4, 5 -> objects.put(HEX.formatHex(sha(content)), content);
            case 6 -> {
                String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
                treeSize = Long.parseLong(lines[1]);
                treeRoot = Base64.getDecoder().decode(lines[2]);
                said.add(
                        "checkpoint %s %d %s"
                                .formatted(lines[0], treeSize, HEX.formatHex(treeRoot)));
            }
            case 7 -> proof(ByteBuffer.wrap(content));
            default -> throw new IllegalStateException("frame of type " + type);
        }
    }

    /// Signed by enough of its own keys, and by enough of those of the one before where it is newer.
    private Map<String, Object> root(byte[] envelope, Map<String, Object> before)
            throws GeneralSecurityException {
        Map<String, Object> root = object(payload(envelope));
        require(true, signers(envelope, named(root)) >= number(root.get("threshold")));
        long version = (Long) root.get("version");
        if (!before.isEmpty() && version > (Long) before.get("version")) {
            require((Long) before.get("version") + 1, version);
            require(true, signers(envelope, named(before)) >= number(before.get("threshold")));
        }
        for (Object key : list(root.get("enrolmentKeys"))) {
            addKey(Base64.getDecoder().decode((String) key));
        }
        said.add("root " + version + " " + HEX.formatHex(sha(payload(envelope))));
        return root;
    }

    private static Map<String, byte[]> named(Map<String, Object> root) {
        var named = new HashMap<String, byte[]>();
        for (Object key : list(root.get("rootKeys"))) {
            byte[] x509 = Base64.getDecoder().decode((String) key);
            named.put(HEX.formatHex(sha(x509)), x509);
        }
        return named;
    }

    private void certificate(byte[] content) throws GeneralSecurityException {
        Map<String, Object> said = statement(content, false);
        if (word(said).equals("key-certificate/v1")) {
            addKey(Base64.getDecoder().decode((String) map(said.get("predicate")).get("key")));
        }
    }

    private static String word(Map<String, Object> statement) {
        return ((String) statement.get("predicateType")).replaceAll(".*/([^/]+/[^/]+)$", "$1");
    }

    private void addKey(byte[] x509) throws GeneralSecurityException {
        keys.put(HEX.formatHex(sha(x509)), x509);
    }

    private Map<String, Object> statement(byte[] envelope, boolean counts)
            throws GeneralSecurityException {
        byte[] payload = payload(envelope);
        require("application/vnd.in-toto+json", object(envelope).get("payloadType"));
        int signers = signers(envelope, keys);
        require(signers, list(object(envelope).get("signatures")).size());
        Map<String, Object> statement = object(payload);
        require(trusted.get("tenant"), map(statement.get("predicate")).get("tenant"));
        String id = HEX.formatHex(sha(payload));
        byte[] leaf =
                sha(
                        new byte[] {0},
                        "overread-entry/v1\n".getBytes(StandardCharsets.US_ASCII),
                        sha(payload),
                        sha(envelope));
        leaves.put(id, leaf);
        int generation = 0;
        for (String upon : upon(statement)) {
            generation = Math.max(generation, generations.get(upon) + 1);
        }
        generations.put(id, generation);
        if (counts) {
            ids.add(id);
        }
        said.add(
                "statement %s %s %s %s %d"
                        .formatted(
                                counts ? String.valueOf(generation) : "-",
                                word(statement),
                                id,
                                HEX.formatHex(leaf),
                                signers));
        return statement;
    }

    /// The statements that one builds upon.
    private static List<String> upon(Map<String, Object> statement) {
        if (word(statement).equals("version/v1")) {
            return list(map(statement.get("predicate")).get("parents")).stream()
                    .map(String::valueOf)
                    .toList();
        }
        return word(statement).endsWith("/v1")
                ? list(statement.get("subject")).stream()
                        .map(SecondReader::map)
                        .filter(subject -> subject.get("name").equals("statement"))
                        .map(subject -> (String) map(subject.get("digest")).get("sha256"))
                        .toList()
                : List.of();
    }

    /// How many of these keys signed; a wrong signature is an exception.
    private static int signers(byte[] envelope, Map<String, byte[]> ring)
            throws GeneralSecurityException {
        Map<String, Object> fields = object(envelope);
        byte[] payload = payload(envelope);
        String type = (String) fields.get("payloadType");
        byte[] head =
                ("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ")
                        .getBytes(StandardCharsets.UTF_8);
        int signers = 0;
        for (Object one : list(fields.get("signatures"))) {
            byte[] key = ring.get((String) map(one).get("keyid"));
            if (key != null) {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(
                        KeyFactory.getInstance("Ed25519")
                                .generatePublic(new X509EncodedKeySpec(key)));
                check.update(head);
                check.update(payload);
                String signature = (String) map(one).get("sig");
                require(true, check.verify(Base64.getDecoder().decode(signature)));
                signers++;
            }
        }
        return signers;
    }

    /// RFC 9162, section 2.1.3.2.
    private void proof(ByteBuffer in) {
        String id = HEX.formatHex(take(in, 32));
        byte[] node = leaves.get(id);
        long at = in.getLong();
        said.add("proof " + id + " " + at);
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

    private void layers(String id, Map<String, Object> statement) {
        if (!word(statement).equals("version/v1")) {
            return;
        }
        List<Object> layers = list(map(statement.get("predicate")).get("layers"));
        for (int n = 0; n < layers.size(); n++) {
            Map<String, Object> layer = map(layers.get(n));
            int[] values = values(layer);
            var counts = new TreeMap<Integer, Integer>();
            ByteBuffer wide = ByteBuffer.allocate(2 * values.length).order(LITTLE_ENDIAN);
            for (int value : values) {
                counts.merge(value, 1, Integer::sum);
                wide.putShort((short) value);
            }
            said.add(
                    "layer %s %d %s %sx%sx%s %s %s %s"
                            .formatted(
                                    id,
                                    n,
                                    layer.get("kind"),
                                    layer.get("width"),
                                    layer.get("height"),
                                    layer.get("depth"),
                                    layer.get("type"),
                                    HEX.formatHex(sha(wide.array())),
                                    String.join(
                                            " ",
                                            counts.entrySet().stream()
                                                    .limit(6)
                                                    .map(c -> c.getKey() + ":" + c.getValue())
                                                    .toList())));
        }
    }

    /// The values of a layer, along the width first.
    int[] values(Map<String, Object> layer) {
        return new SecondBlocks(objects, codecs).values(layer);
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

    static int number(Object value) {
        return Math.toIntExact((Long) value);
    }

    static byte[] take(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    static byte[] sha(byte[]... parts) {
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

    static void require(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("expected " + expected + ", found " + found);
        }
    }
}
