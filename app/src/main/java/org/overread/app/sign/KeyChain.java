// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;

/// What a key signed last: its statements are numbered and each names the one before. Kept beside the key's file.
public record KeyChain(Path file, long sequence, Optional<Digest> previous) {

    public static KeyChain of(Path key) throws SigningException {
        Path file = key.resolveSibling(key.getFileName() + ".chain");
        if (!Files.exists(file)) {
            return new KeyChain(file, 0, Optional.empty());
        }
        return KeyFiles.read(
                file,
                bytes -> {
                    var in = new FieldReader(CanonicalJson.readFields(bytes, JsonLimits.STATEMENT));
                    var chain =
                            new KeyChain(
                                    file,
                                    in.whole("sequence", 1, JsonValue.Whole.LARGEST),
                                    Optional.of(in.digest("last")));
                    in.end();
                    return chain;
                });
    }

    public long next() {
        return sequence + 1;
    }

    /// To be kept before what was signed leaves the program, so that no number is ever used twice.
    public KeyChain after(Digest statement) throws SigningException {
        var chain = new KeyChain(file, sequence + 1, Optional.of(statement));
        KeyFiles.replace(
                file,
                CanonicalJson.write(
                        new FieldWriter()
                                .digest("last", statement)
                                .whole("sequence", chain.sequence)
                                .end()));
        return chain;
    }
}
