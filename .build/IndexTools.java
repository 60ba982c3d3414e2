// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Writes the index of SciJava plugins beside the classes: `IndexTools SOURCES CLASSES CLASS-PATH`.
///
/// A run of javac of its own: SciJava's processor says that it knows Java 8, of which javac warns, and in the main run
/// a warning is an error.
public final class IndexTools {
    private IndexTools() {}

    public static void main(String[] args) throws IOException {
        List<String> plugins = plugins(Path.of(args[0]));
        Files.deleteIfExists(Path.of(args[1], "META-INF/json/org.scijava.plugin.Plugin"));
        var options =
                Stream.of(
                        "-proc:only",
                        "-processor",
                        "org.scijava.annotations.AnnotationProcessor",
                        "-nowarn",
                        "-cp",
                        args[2],
                        "-d",
                        args[1]);
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean done =
                    compiler.getTask(
                                    null,
                                    files,
                                    problem -> say(problem.getKind(), problem),
                                    options.toList(),
                                    null,
                                    files.getJavaFileObjects(plugins.toArray(String[]::new)))
                            .call();
            System.exit(done ? 0 : 1);
        }
    }

    private static List<String> plugins(Path sources) throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(f -> f.toString().endsWith(".java"))
                    .filter(IndexTools::isPlugin)
                    .map(Path::toString)
                    .toList();
        }
    }

    private static boolean isPlugin(Path file) {
        try {
            return Files.readString(file).contains("@Plugin(");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void say(javax.tools.Diagnostic.Kind kind, Object problem) {
        if (kind == javax.tools.Diagnostic.Kind.ERROR) {
            System.err.println(problem);
        }
    }
}
