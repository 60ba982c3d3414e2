// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.pixelmed.dicom.Attribute;
import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.SequenceAttribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.DicomReadException;

/// Our answers against those of the toolkit, which parses everything by itself.
class AttributesTest {
    private static final Set<String> NUMBERS = Set.of("US", "SS", "UL", "SL", "FL", "FD");
    private static final Set<String> DIGITS = Set.of("DS", "IS");
    private static final Set<String> TEXTS =
            Set.of("AE", "AS", "CS", "DA", "DT", "LO", "LT", "PN", "SH", "ST", "TM", "UI", "UT");

    private int compared;

    @Test
    void everyValueOfManyFilesIsThatOfTheToolkit() throws Exception {
        Path folder =
                Path.of(System.getProperty("overread.shared", "../../shared"), "data/dicom_files");
        assumeTrue(Files.isDirectory(folder), "missing: shared/data/dicom_files");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                compare(file);
            }
        }
        assertTrue(compared > 10_000, "values compared: " + compared);
    }

    private void compare(Path file) throws IOException {
        try (var archives = new Archives();
                var opened =
                        OpenedFile.of(
                                archives.open(DicomFile.of(file), Archives.MAX_MEMBER_HEADER))) {
            FileStart start = opened.start();
            Structure structure = ElementWalker.walk(opened);
            AttributeList toolkit = Toolkit.parse(opened.source(), structure, start.encoding());
            compare(file.getFileName() + "", toolkit, Attributes.read(opened, structure));
        } catch (DicomReadException _) {
            return; // broken on purpose
        }
    }

    private void compare(String where, AttributeList expected, Attributes ours) {
        for (Attribute attribute : expected.values()) {
            int tag = attribute.getTag().getGroup() << 16 | attribute.getTag().getElement();
            String here = where + " %08x %s".formatted(tag, attribute.getVRAsString());
            if (attribute instanceof SequenceAttribute sequence) {
                List<Attributes> items = ours.items(tag);
                assertEquals(sequence.getNumberOfItems(), items.size(), here);
                for (int n = 0; n < items.size(); n++) {
                    compare(here, sequence.getItem(n).getAttributeList(), items.get(n));
                }
            } else if (attribute.getVL() > 0 && !isMissedSequence(attribute, ours.items(tag))) {
                compare(here, attribute, ours, tag);
            }
        }
    }

    /// In implicit encodings the toolkit sees values where private sequences are.
    private static boolean isMissedSequence(Attribute attribute, List<Attributes> items) {
        return attribute.getTag().isPrivate() && !items.isEmpty();
    }

    private void compare(String here, Attribute attribute, Attributes ours, int tag) {
        String vr = attribute.getVRAsString();
        if (TEXTS.contains(vr) || DIGITS.contains(vr)) {
            compared++;
            assertEquals(texts(attribute), ours.texts(tag), here);
        }
        if (NUMBERS.contains(vr) || DIGITS.contains(vr)) {
            compared++;
            Toolkit.ask(attribute, asked -> asked.getDoubleValues())
                    .ifPresent(
                            numbers ->
                                    assertEquals(
                                            Arrays.stream(numbers).boxed().toList(),
                                            withZeros(ours.numbers(tag)),
                                            here));
        }
        assertTrue(ours.has(tag), here);
    }

    /// The toolkit takes words that are no numbers for 0.
    private static List<Double> withZeros(List<Double> numbers) {
        return numbers.stream().map(number -> number.isNaN() ? 0.0 : number).toList();
    }

    private static List<String> texts(Attribute attribute) {
        return Toolkit.ask(attribute, asked -> asked.getStringValues()).stream()
                .flatMap(Arrays::stream)
                .map(value -> value == null ? "" : value.replace('\0', ' ').trim())
                .toList();
    }
}
