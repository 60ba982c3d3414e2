// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What an office and its readers type, in one folder. In a line of words, `@` before a name stands for the folder.
public record OfficeHands(Path folder) {
    private static final String PASS = " --passphrase-file @pass";

    String in(String name) {
        return folder.resolve(name).toString();
    }

    Ran run(String line) {
        return Ran.command(
                Arrays.stream(line.strip().split("\\s+", -1))
                        .map(word -> word.replaceFirst("^(.*=)?@", "$1" + folder + "/"))
                        .toArray(String[]::new));
    }

    public Ran ok(String line) {
        Ran ran = run(line);
        assertEquals(0, ran.status(), line + ": " + ran.err() + ran.out());
        return ran;
    }

    /// The same for a line that asks for a passphrase.
    public Ran sealed(String line) {
        return ok(line + PASS);
    }

    public void refused(String code, String line) {
        Ran ran = run(line);
        assertEquals(1, ran.status(), line + ": " + ran.out());
        assertTrue((ran.out() + ran.err()).contains(code), ran.out() + ran.err());
    }

    void refusedSealed(String code, String line) {
        refused(code, line + PASS);
    }

    void key(String name) {
        sealed("keys new @" + name);
    }

    /// Keys of a root, an office, a log and of Ada, and the root; images and labels to sign.
    public void found() throws IOException {
        Files.writeString(folder.resolve("pass"), "correct horse\n");
        Files.writeString(folder.resolve("guideline"), "Mark the whole organ.");
        TinyImages.squares(folder.resolve("image.nrrd"));
        TinyImages.squares(folder.resolve("labels.nrrd"));
        List.of("root.key", "office.key", "log.key", "ada.key").forEach(this::key);
        root("root", "");
    }

    void root(String out, String more) {
        sealed(
                "keys root @%s --tenant north --key @root.key --office @office.key --log north/log --log-key @log.key %s"
                        .formatted(out, more));
    }

    /// By invitation, code and request.
    void enrol(String key, String person) throws IOException {
        Ran invited =
                ok(
                        "keys invite @%s.inv --person %s --site North --role READER"
                                .formatted(key, person));
        Files.writeString(folder.resolve(key + ".code"), invited.out().split(": ", 2)[1]);
        sealed("keys enrol @%1$s --code-file @%1$s.code --out @%1$s.req".formatted(key));
        sealed(
                "keys certify @%1$s.req --invitation @%1$s.inv --office @office.key --root @root --out @%1$s.cert"
                        .formatted(key));
    }

    /// As the office knows a person itself.
    public void certify(String key, String person, String role) {
        sealed(
                "keys certify @%s.key --person %s --site North --role %s --office @office.key --root @root --out @%s.cert"
                        .formatted(key, person, role, key));
    }

    void bundle(String key, String out, String... certificates) {
        var line =
                new StringBuilder(
                        "bundle create @labels.nrrd --image @image.nrrd --root @root --guideline @guideline");
        line.append(" --key @").append(key).append(" --out @").append(out);
        for (String certificate : certificates) {
            line.append(" --certificate @").append(certificate);
        }
        sealed(line.toString());
    }

    public void log(String file) {
        sealed("log append @log @%s --origin north/log --key @log.key".formatted(file));
    }

    public void prove(String bundle, String out, String more) {
        ok("log prove @log @%s --origin north/log --out @%s %s".formatted(bundle, out, more));
    }
}
