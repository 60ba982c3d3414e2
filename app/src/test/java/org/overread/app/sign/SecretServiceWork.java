// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.trust.SealedKey;

/// What a person does with a key that needs the system's key store, in a process beside a service.
final class SecretServiceWork {
    private SecretServiceWork() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var key = new OwnKey(Path.of(args[0]));
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out))) {
            try {
                SealedKey made =
                        key.make("correct horse".toCharArray(), OwnKey.Factor.SYSTEM_KEY_STORE);
                out.println("made, needs the key store: " + made.needsFactor());
                out.println("opens: " + opens(key, "correct horse", made.key().id()));
                key.changePassphrase("correct horse".toCharArray(), "battery staple".toCharArray());
                out.println(
                        "opens after another passphrase: "
                                + opens(key, "battery staple", made.key().id()));
                out.println("wrong passphrase: " + refusal(key, "correct horse"));
                new ProcessBuilder(
                                "secret-tool",
                                "clear",
                                "service",
                                "overread",
                                "key",
                                made.key().id().hex())
                        .inheritIO()
                        .start()
                        .waitFor();
                out.println("forgotten by the service: " + refusal(key, "battery staple"));
            } catch (SigningException e) {
                out.println(e.sentence() + " File: " + Files.exists(key.file()));
            }
        }
    }

    private static boolean opens(OwnKey key, String passphrase, Digest id) throws SigningException {
        try (var secret = key.open(passphrase.toCharArray())) {
            return secret.key().id().equals(id);
        }
    }

    private static String refusal(OwnKey key, String passphrase) {
        try (var secret = key.open(passphrase.toCharArray())) {
            return "opens " + secret.key().id();
        } catch (SigningException e) {
            return e.reason().map(reason -> reason.code()).orElse(e.sentence());
        }
    }
}
