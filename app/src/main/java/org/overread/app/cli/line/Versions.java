// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// Which versions of what the program runs with.
public final class Versions implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Overread " + program()};
    }

    public static String program() {
        return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
    }

    /// Read from JavaFX's own files: nothing of it starts. Empty where it is not there.
    static Optional<String> javafx() {
        try (InputStream in = ClassLoader.getSystemResourceAsStream("javafx.properties")) {
            if (in == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("javafx.version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
