// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The second factor of a key in a real secret service: GNOME's, on a message bus of its own, in a home of its own. What
/// [SecretServiceWork] says there is compared.
final class SecretServiceTest {
    private static final List<String> NEEDED =
            List.of("dbus-run-session", "gnome-keyring-daemon", "secret-tool");

    @TempDir private Path home = Path.of("");

    @BeforeEach
    void requirePrograms() {
        for (String program : NEEDED) {
            assumeTrue(isThere(program), "missing: the program " + program);
        }
    }

    private static boolean isThere(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aKeyOpensWithTheServiceAndNotWithoutIt() throws IOException, InterruptedException {
        assertEquals(
                List.of(
                        "made, needs the key store: true",
                        "opens: true",
                        "opens after another passphrase: true",
                        "wrong passphrase: key.passphrase",
                        "forgotten by the service: key.other-factor"),
                run("gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"));
    }

    /// No service on the bus: the key is not made, for nobody could open it again.
    @Test
    void withoutAServiceNoKeyIsMade() throws IOException, InterruptedException {
        List<String> said = run("cat >/dev/null");
        assertEquals(
                List.of("The system's key store did not keep the key's secret. File: false"), said);
    }

    private List<String> run(String service) throws IOException, InterruptedException {
        Path script = home.resolve("session.sh");
        Files.writeString(script, service + "\nexec \"$@\"\n");
        Path out = home.resolve("out");
        var builder =
                new ProcessBuilder(
                                "dbus-run-session",
                                "--",
                                "sh",
                                script.toString(),
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SecretServiceWork.class.getName(),
                                home.resolve("my.key").toString())
                        .redirectOutput(out.toFile())
                        .redirectError(home.resolve("err").toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.equals("DISPLAY") || name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        builder.environment()
                .put("XDG_RUNTIME_DIR", Files.createDirectories(home.resolve("run")).toString());
        Process session = builder.start();
        try (OutputStream in = session.getOutputStream()) {
            in.write("login password".getBytes(StandardCharsets.US_ASCII));
        }
        assertTrue(session.waitFor(120, TimeUnit.SECONDS), "the session ends");
        assertEquals(0, session.exitValue(), Files.readString(home.resolve("err")));
        return Files.readAllLines(out);
    }
}
