// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Counts what the test reports under a folder hold, names what was skipped and why, and fails where everything was
/// to run: `CountTests FOLDER true` ends with 1 if a test tagged `gpu` or `desktop` was skipped.
public final class CountTests {
    private static final Pattern NEEDS_DISPLAY = Pattern.compile("@Tag\\(\"(?:gpu|desktop)\"\\)");

    private record Skipped(String test, String reason, boolean needsDisplay) {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        boolean everythingMustRun = Boolean.parseBoolean(args[1]);
        Set<String> displayTests = displayTests(root);
        var skipped = new ArrayList<Skipped>();
        int passed = 0;
        int failed = 0;
        for (Path report : filesUnder(root, "glob:**/target/surefire-reports/TEST-*.xml")) {
            for (Element test : tests(report)) {
                if (has(test, "failure") || has(test, "error")) {
                    failed++;
                } else if (has(test, "skipped")) {
                    skipped.add(skipped(test, displayTests));
                } else {
                    passed++;
                }
            }
        }
        for (Skipped each : skipped) {
            System.out.println("Skipped: " + each.test() + ": " + each.reason());
        }
        long missed = skipped.stream().filter(Skipped::needsDisplay).count();
        if (everythingMustRun && missed > 0) {
            System.out.println("Desktop or OpenGL tests were skipped where all must run (CI=true): " + missed);
        }
        System.out.println("%d passed, %d failed, %d skipped".formatted(passed, failed, skipped.size()));
        System.exit(failed > 0 || everythingMustRun && missed > 0 ? 1 : 0);
    }

    /// Names of the test classes whose source carries the tag, on the class or on one of its methods.
    private static Set<String> displayTests(Path root) throws IOException {
        var names = new ArrayList<String>();
        for (Path source : filesUnder(root, "glob:**/src/test/java/**.java")) {
            if (NEEDS_DISPLAY.matcher(Files.readString(source)).find()) {
                names.add(source.getFileName().toString().replace(".java", ""));
            }
        }
        return names.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static List<Path> filesUnder(Path root, String glob) throws IOException {
        var matcher = root.getFileSystem().getPathMatcher(glob);
        try (Stream<Path> files = Files.walk(root.toAbsolutePath())) {
            return files.filter(matcher::matches).sorted().toList();
        }
    }

    private static List<Element> tests(Path report)
            throws IOException, ParserConfigurationException, SAXException {
        var nodes =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(report.toFile())
                        .getElementsByTagName("testcase");
        var tests = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            tests.add((Element) nodes.item(i));
        }
        return tests;
    }

    private static boolean has(Element test, String name) {
        return test.getElementsByTagName(name).getLength() > 0;
    }

    private static Skipped skipped(Element test, Set<String> displayTests) {
        String owner = test.getAttribute("classname");
        String name = test.getAttribute("name");
        Element said = (Element) test.getElementsByTagName("skipped").item(0);
        // parameterized tests say it in the text: the exception's name, then its message
        String text = said.getTextContent().strip().lines().findFirst().orElse("");
        String reason =
                said.getAttribute("message").isBlank()
                        ? text.replaceFirst("^[\\w.]+Exception:? *", "")
                        : said.getAttribute("message");
        String simple = owner.substring(owner.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
        return new Skipped(
                name.isEmpty() ? owner : owner + "." + name,
                reason.isBlank() ? "no reason given" : reason,
                displayTests.contains(simple));
    }
}
