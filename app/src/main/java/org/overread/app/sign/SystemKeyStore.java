// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// The key store of a Linux desktop, through the program `secret-tool` of libsecret: keeps a random secret of 32 bytes for a
/// key. With it the key's file alone, even with its passphrase, opens nothing. Nothing depends on it: a key is sealed with
/// it only where a person asks. Blocks while the desktop asks to unlock its store.
public final class SystemKeyStore {
    private static final int SECRET = 32;
    private static final long PATIENCE_SECONDS = 120;

    private final List<String> program;

    public SystemKeyStore() {
        this(List.of("secret-tool"));
    }

    /// @param program what is started instead
    public SystemKeyStore(List<String> program) {
        this.program = List.copyOf(program);
    }

    /// The secret that is kept for a key; empty where there is none.
    public Optional<Bytes> find(Digest key) throws SigningException {
        byte[] said = run(new byte[0], "lookup", "service", "overread", "key", key.hex());
        try {
            String hex = new String(said, StandardCharsets.US_ASCII).strip();
            return hex.matches("[0-9a-f]{" + 2 * SECRET + "}")
                    ? Optional.of(Bytes.hex(hex))
                    : Optional.empty();
        } finally {
            Arrays.fill(said, (byte) 0);
        }
    }

    /// Makes a secret and keeps it for a key.
    public Bytes make(Digest key, SecureRandom random) throws SigningException {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        Bytes made = Bytes.handedOver(secret);
        run(
                made.toHex().getBytes(StandardCharsets.US_ASCII),
                "store",
                "--label=Overread signing key",
                "service",
                "overread",
                "key",
                key.hex());
        // a store that forgets would lock the person out for ever
        if (!find(key).equals(Optional.of(made))) {
            throw new SigningException("The system's key store did not keep the key's secret.");
        }
        return made;
    }

    /// The exit status of a look-up that finds nothing is not zero either, so it says nothing.
    private byte[] run(byte[] input, String... arguments) throws SigningException {
        var command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var out = process.getOutputStream()) {
                out.write(input);
            }
            byte[] said = process.getInputStream().readNBytes(4096);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new SigningException("The system's key store did not answer.");
            }
            return said;
        } catch (IOException e) {
            throw new SigningException(
                    "The system's key store cannot be asked: secret-tool is not installed (package"
                            + " libsecret-tools).",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningException("The system's key store was not waited for.", e);
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }
}
