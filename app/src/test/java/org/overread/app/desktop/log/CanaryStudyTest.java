// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.cli.CommandLines;
import org.overread.app.desktop.notice.LastResort;
import org.overread.app.desktop.notice.Notices;

/// A study that is looked for afterwards: opened, bundled, logged, verified, damaged and failed upon. No bundle, no log of statements, no log of the program
/// and no record of a crash has any of them, nor any 16 bytes of the pixels.
final class CanaryStudyTest {
    @TempDir private Path folder = Path.of("");

    private CanaryStudy canary = new CanaryStudy(folder);

    private void ok(String... args) {
        CommandLines.Ended ended = CommandLines.run(args);
        assertEquals(0, ended.status(), String.join(" ", args) + ": " + ended.err());
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void nothingOfAStudyIsInAnyBundleLogOrRecordOfACrash(TestReporter reporter) throws IOException {
        Path log = folder.resolve("program.log");
        var handler = new FileHandler(log.toString());
        handler.setFormatter(new LogLine());
        handler.setLevel(Level.ALL);
        Logger root = Logger.getLogger("org.overread");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        try {
            work();
            crash();
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
            handler.close();
        }
        int looked = 0;
        for (String name : List.of("a.avb", "p.avb", "program.log")) {
            looked += canary.look(folder.resolve(name));
        }
        try (var files = Files.walk(folder.resolve("log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                looked += canary.look(file);
            }
        }
        assertTrue(canary.canaries().size() >= 300 && looked > 5, canary.canaries().size() + ", " + looked);
        assertTrue(Files.readString(log).contains("uncaught"), "the crash is in the log");
        reporter.publishEntry(
                "canaries",
                "%d attributes, %d n-grams, %d files"
                        .formatted(canary.canaries().size(), canary.grams(), looked));
    }

    private void work() throws IOException {
        canary = new CanaryStudy(folder);
        Path study = canary.write();
        Files.writeString(folder.resolve("pass"), "correct horse\n");
        Files.writeString(folder.resolve("guideline"), "Mark it.");
        Files.writeString(folder.resolve("case-key"), "0123456789abcdef");
        String pass = in("pass");
        for (String key : List.of("root.key", "office.key", "log.key", "ada.key")) {
            ok("keys", "new", in(key), "--passphrase-file", pass);
        }
        ok(
                "keys",
                "root",
                in("root"),
                "--tenant",
                "north",
                "--key",
                in("root.key"),
                "--office",
                in("office.key"),
                "--log",
                "north/log",
                "--log-key",
                in("log.key"),
                "--passphrase-file",
                pass);
        ok(
                "keys",
                "certify",
                in("ada.key"),
                "--office",
                in("office.key"),
                "--root",
                in("root"),
                "--person",
                "Ada",
                "--site",
                "North",
                "--role",
                "READER",
                "--out",
                in("ada.cert"),
                "--passphrase-file",
                pass);
        ok("convert", study.toString(), in("image.nrrd"));
        canary.labels();
        ok(
                "bundle",
                "create",
                in("labels.nrrd"),
                "--image",
                study.toString(),
                "--key",
                in("ada.key"),
                "--certificate",
                in("ada.cert"),
                "--root",
                in("root"),
                "--guideline",
                in("guideline"),
                "--case",
                "CANARY^PATIENT^Q",
                "--case-key",
                in("case-key"),
                "--passphrase-file",
                pass,
                "--out",
                in("a.avb"));
        ok(
                "log",
                "append",
                in("log"),
                in("a.avb"),
                "--origin",
                "north/log",
                "--key",
                in("log.key"),
                "--passphrase-file",
                pass);
        ok("log", "prove", in("log"), in("a.avb"), "--origin", "north/log", "--out", in("p.avb"));
        ok("verify", in("p.avb"), "--root", in("root"));
        Files.write(study.resolve("I2"), new byte[300]); // a file that cannot be read any more
        CommandLines.run("inspect", study.toString());
        CommandLines.run("verify", study.resolve("I2").toString(), "--root", in("root"));
    }

    /// What a fault deep inside would leave: paths and values in the messages of others.
    private void crash() {
        var resort =
                new LastResort(
                        new Notices(Runnable::run, java.time.Clock.systemUTC()), Optional.empty());
        var path = new NoSuchFileException(in("CANARY^FOLDER^NAME") + "/I1");
        var value = new NumberFormatException("For input string: \"CANARY^PATIENT^Q\"");
        resort.uncaughtException(Thread.currentThread(), new IllegalStateException("inside", path));
        resort.uncaughtException(Thread.currentThread(), value);
        var said = new StringWriter();
        value.printStackTrace(new PrintWriter(said, true));
        assertTrue(said.toString().contains("CANARY"), "a canary that were there would be found");
    }
}
