// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Obtains PixelMed and its codecs and unpacks their classes into this module's output folder.
///
/// They are packages of Debian only, so the build cannot name them as Maven artefacts. In this order: the jar that
/// `-Dpixelmed.jar` names, jars that Debian's packages installed, `apt-get download` (no root needed; kept in the
/// user's cache folder, so that a clean build asks once).
public final class ObtainToolkit {

    private record Part(String name, String debianPackage, List<String> knownChecksums) {}

    private static final List<Part> PARTS =
            List.of(
                    new Part(
                            "pixelmed",
                            "libpixelmed-java",
                            List.of("85ce8bcb92952fd76fbc064927dbb76d8aa5a5dfc2b2dce7db2d6b00e464d6f7")),
                    new Part(
                            "pixelmed_codec",
                            "libpixelmed-codec-java",
                            List.of("49b89ec73d65604d37bf558127aa88e7deb4de89ad93d076510ffbd231accc74")),
                    new Part(
                            "pixelmed_imageio",
                            "libpixelmed-imageio-java",
                            List.of("117de8c1059eb0c440e202a998c6b75d2b67fb18cb90fbc14060bd43cefe6b8f")));

    private static final String THREE_WAYS =
            """
            Overread reads DICOM with PixelMed, which is on Debian and its relatives only. Any one of these brings it:
              1. sudo apt-get install libpixelmed-java libpixelmed-codec-java libpixelmed-imageio-java
              2. on Debian or Ubuntu with a network: nothing to do, the build downloads the packages (apt-get download)
              3. elsewhere: -Dpixelmed.jar=/path/to/pixelmed.jar, with pixelmed_codec.jar and pixelmed_imageio.jar beside it""";

    public static void main(String[] args) throws Exception {
        Path classes = Path.of(args[0]);
        String jar = option(args, "--jar=");
        boolean acceptUnknown = Boolean.parseBoolean(option(args, "--accept-unknown="));
        Path done = classes.resolveSibling("dicom-toolkit.done");
        try {
            List<Path> jars = jar.isEmpty() ? installedOrDownloaded() : beside(Path.of(jar));
            var checksums = new StringBuilder();
            for (int i = 0; i < PARTS.size(); i++) {
                checksums.append(check(PARTS.get(i), jars.get(i), acceptUnknown)).append('\n');
            }
            if (Files.exists(done) && Files.readString(done).contentEquals(checksums)) {
                return; // unpacked already
            }
            for (Path each : jars) {
                unpack(each, classes);
            }
            Files.writeString(done, checksums);
        } catch (Refused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String option(String[] args, String prefix) {
        return Stream.of(args).filter(a -> a.startsWith(prefix)).findFirst().orElse(prefix).substring(prefix.length());
    }

    private static List<Path> beside(Path pixelmed) throws Refused {
        var jars = new ArrayList<Path>();
        jars.add(pixelmed);
        for (Part part : PARTS.subList(1, PARTS.size())) {
            jars.add(pixelmed.resolveSibling(part.name() + ".jar"));
        }
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new Refused("There is no file " + jar + ".\n" + THREE_WAYS);
            }
        }
        return jars;
    }

    private static List<Path> installedOrDownloaded() throws Refused, IOException, InterruptedException {
        List<Path> installed = jarsIn(Path.of("/usr/share/java"));
        if (installed.size() == PARTS.size()) {
            return installed;
        }
        Path cache = cacheFolder();
        List<Path> cached = jarsIn(cache.resolve("usr/share/java"));
        return cached.size() == PARTS.size() ? cached : download(cache);
    }

    private static List<Path> jarsIn(Path folder) {
        return PARTS.stream().map(part -> folder.resolve(part.name() + ".jar")).filter(Files::isRegularFile).toList();
    }

    private static Path cacheFolder() {
        String xdg = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse("");
        Path base = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("overread").resolve("dicom-toolkit");
    }

    private static List<Path> download(Path cache) throws Refused, IOException, InterruptedException {
        Files.createDirectories(cache.getParent());
        Path work = Files.createTempDirectory(cache.getParent(), "download");
        var command = new ArrayList<>(List.of("apt-get", "download"));
        PARTS.forEach(part -> command.add(part.debianPackage()));
        String trouble = run(work, command);
        if (!trouble.isEmpty()) {
            // a new machine has no package lists; updating them needs root, failing to is no harm
            run(work, List.of("apt-get", "update"));
            trouble = run(work, command);
        }
        if (!trouble.isEmpty()) {
            throw new Refused(trouble.strip() + "\n" + THREE_WAYS);
        }
        try (var debs = Files.newDirectoryStream(work, "*.deb")) {
            for (Path deb : debs) {
                String failed = run(work, List.of("dpkg-deb", "-x", deb.toString(), work.toString()));
                if (!failed.isEmpty()) {
                    throw new Refused(failed.strip() + "\n" + THREE_WAYS);
                }
                Files.delete(deb);
            }
        }
        // jars are links to versioned names: keep the folder as it is, moved into place whole
        if (Files.exists(cache)) {
            Files.move(cache, work.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(work, cache, StandardCopyOption.ATOMIC_MOVE);
        List<Path> jars = jarsIn(cache.resolve("usr/share/java"));
        if (jars.size() != PARTS.size()) {
            throw new Refused("The packages hold other files than expected.\n" + THREE_WAYS);
        }
        return jars;
    }

    /// Empty when the command succeeded, else what it said.
    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            return process.waitFor() == 0 ? "" : output.isBlank() ? command.getFirst() + " failed" : output;
        } catch (IOException e) {
            return command.getFirst() + " is not on this system.";
        }
    }

    private static String check(Part part, Path jar, boolean acceptUnknown) throws Refused, IOException {
        String checksum = sha256(jar);
        if (!acceptUnknown && !part.knownChecksums().contains(checksum)) {
            throw new Refused(
                    "This build does not know this version of %s: %s has SHA-256 %s.%nTo use it all the same: -Dpixelmed.acceptUnknown=true"
                            .formatted(part.name(), jar, checksum));
        }
        return checksum;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has SHA-256
        }
    }

    private static void unpack(Path jar, Path classes) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar);
                Stream<Path> entries = Files.walk(zip.getPath("/"))) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Path target = classes.resolve(entry.toString().substring(1));
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else if (!entry.toString().equals("/META-INF/MANIFEST.MF")) {
                    Files.copy(entry, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
