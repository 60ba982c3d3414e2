// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends the build with one sentence where no JDK of the wanted age is installed. Run as a source file
 * by whatever Java (11 or newer) runs Maven; looks where the toolchains plugin looks.
 */
public final class RequireJdk {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    public static void main(String[] args) throws IOException {
        int wanted = Integer.parseInt(args[0]);
        if (Runtime.version().feature() >= wanted) {
            return;
        }
        for (Path home : candidates()) {
            if (feature(home) >= wanted && Files.isExecutable(javac(home))) {
                return;
            }
        }
        System.err.println(
                "Overread is built with JDK " + wanted + ", and none was found here: install one, for example"
                    + " Eclipse Temurin " + wanted + " (package temurin-" + wanted + "-jdk), or point JAVA_HOME at it.");
        System.exit(1);
    }

    private static Path javac(Path home) {
        Path unix = home.resolve("bin/javac");
        return Files.exists(unix) ? unix : home.resolve("bin/javac.exe");
    }

    private static int feature(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return 0;
        }
        Matcher m = VERSION.matcher(Files.readString(release));
        return m.find() ? Integer.parseInt(m.group(1)) : 0;
    }

    private static List<Path> candidates() throws IOException {
        List<Path> homes = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.matches("JAVA\\d*_HOME|JDK\\d*(_HOME)?|JAVA_HOME_.*") && !value.isBlank()) {
                homes.add(Path.of(value));
            }
        });
        Path user = Path.of(System.getProperty("user.home"));
        Path toolchains = user.resolve(".m2/toolchains.xml");
        if (Files.isReadable(toolchains)) {
            Matcher m = Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>").matcher(Files.readString(toolchains));
            while (m.find()) {
                homes.add(Path.of(m.group(1)));
            }
        }
        for (Path parent : List.of(
                Path.of("/usr/lib/jvm"), Path.of("/usr/java"), Path.of("/opt/java"), Path.of("/opt/jdk"),
                Path.of("/Library/Java/JavaVirtualMachines"), user.resolve("Library/Java/JavaVirtualMachines"),
                Path.of("C:\\Program Files\\Java"), Path.of("C:\\Program Files\\Eclipse Adoptium"),
                user.resolve(".sdkman/candidates/java"), user.resolve(".jdks"),
                user.resolve(".jenv/versions"), user.resolve(".m2/jdks"), user.resolve(".jbang/cache/jdks"))) {
            if (Files.isDirectory(parent)) {
                try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
                    for (Path child : children) {
                        homes.add(child);
                        homes.add(child.resolve("Contents/Home"));
                    }
                }
            }
        }
        return homes;
    }
}
