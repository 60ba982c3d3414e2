// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.line;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A passphrase as a person types it, or from a file's first line; never from the command line itself, which other
/// programs can see.
public final class Passphrase {
    private static final int SHORTEST = 8;

    private Passphrase() {}

    /// The caller overwrites what it gets.
    public static char[] ask(String question, Optional<Path> file) throws CommandRefused {
        if (file.isPresent()) {
            return firstLine(file.get());
        }
        Console console =
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .orElseThrow(
                                () ->
                                        new CommandRefused(
                                                "There is no terminal to ask for a passphrase; name a "
                                                        + "file with --passphrase-file."));
        char[] typed = console.readPassword("%s: ", question);
        if (typed == null) {
            throw new CommandRefused("No passphrase was given.");
        }
        return typed;
    }

    /// A new one, long enough.
    public static char[] askNew(String question, Optional<Path> file) throws CommandRefused {
        char[] typed = ask(question, file);
        if (typed.length < SHORTEST) {
            Arrays.fill(typed, '\0');
            throw new CommandRefused(
                    "A passphrase has at least %d characters.".formatted(SHORTEST));
        }
        return typed;
    }

    private static char[] firstLine(Path file) throws CommandRefused {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            int end = 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            char[] line = new char[end];
            text.get(line);
            return line;
        } catch (IOException e) {
            throw new CommandRefused("The file of the passphrase could not be read.", e);
        }
    }
}
