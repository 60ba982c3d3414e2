// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleTest {

    @Test
    void theFoldersOfTheSeriesAreNamed() {
        Ran ran =
                Ran.command(
                        (folder, _, _, _) -> List.of(folder.resolve("a"), folder.resolve("b")),
                        "sample",
                        "here");
        assertEquals(0, ran.status());
        assertEquals(
                List.of(Path.of("here", "a").toString(), Path.of("here", "b").toString()),
                ran.out().lines().toList());
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithItsSentence() {
        Ran ran =
                Ran.command(
                        (_, _, _, _) -> {
                            throw new IOException("The folder holds other files.");
                        },
                        "sample",
                        "here");
        assertEquals(
                List.of(1, "", "The folder holds other files."),
                List.of(ran.status(), ran.out(), ran.err().strip()));
    }

    @Test
    void aFolderMustBeNamed() {
        assertEquals(2, Ran.command("sample").status());
    }
}
