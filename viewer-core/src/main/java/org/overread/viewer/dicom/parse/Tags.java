// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import com.pixelmed.dicom.Attribute;
import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.AttributeTag;
import com.pixelmed.dicom.SequenceAttribute;
import com.pixelmed.dicom.SequenceItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.TransferSyntaxes;

/// All attributes of a file up to its pixels, for a tag browser: text whole, however long, of bytes only how many. They
/// hold patient data.
public final class Tags {
    private static final int MAX_ROWS = 1 << 20;

    private Tags() {}

    /// Rows in the order of the file; an item of a sequence begins with a row whose tag is (FFFE,E000).
    public static List<TagRow> read(DicomFile file) throws IOException {
        try (var archives = new Archives();
                var opened = OpenedFile.of(archives.open(file, Archives.MAX_MEMBER_HEADER))) {
            FileStart start = opened.start();
            Structure structure = ElementWalker.walk(opened);
            var rows = new ArrayList<TagRow>();
            rows.add(
                    new TagRow(
                            0,
                            0x0002_0010,
                            "UI",
                            "Transfer Syntax UID",
                            TransferSyntaxes.nameOf(start.transferSyntax())));
            add(rows, 0, Toolkit.parse(opened.source(), structure, start.encoding()));
            structure
                    .pixels()
                    .ifPresent(
                            pixels ->
                                    rows.add(
                                            new TagRow(
                                                    0,
                                                    0x7fe0_0000 | pixels.element(),
                                                    pixels.vr(),
                                                    "Pixel Data",
                                                    pixels.encapsulated()
                                                            ? "compressed"
                                                            : pixels.length() + " bytes")));
            return List.copyOf(rows);
        }
    }

    private static void add(List<TagRow> rows, int depth, AttributeList list) {
        for (Attribute attribute : list.values()) {
            if (rows.size() >= MAX_ROWS) {
                return;
            }
            AttributeTag tag = attribute.getTag();
            int number = tag.getGroup() << 16 | tag.getElement();
            String name = AttributeList.getDictionary().getFullNameFromTag(tag);
            rows.add(
                    new TagRow(
                            depth,
                            number,
                            attribute.getVRAsString(),
                            name == null ? "" : name,
                            value(attribute)));
            if (attribute instanceof SequenceAttribute sequence) {
                addItems(rows, depth + 1, sequence);
            }
        }
    }

    private static void addItems(List<TagRow> rows, int depth, SequenceAttribute sequence) {
        int n = 0;
        for (Iterator<SequenceItem> items = sequence.iterator(); items.hasNext(); ) {
            AttributeList item = items.next().getAttributeList();
            rows.add(new TagRow(depth, 0xfffe_e000, "", "Item", "" + ++n));
            if (item != null) {
                add(rows, depth + 1, item);
            }
        }
    }

    private static String value(Attribute attribute) {
        if (attribute instanceof SequenceAttribute sequence) {
            int items = sequence.getNumberOfItems();
            return items == 1 ? "1 item" : items + " items";
        }
        String vr = attribute.getVRAsString();
        if (vr.startsWith("O") || vr.equals("UN")) {
            return attribute.getVL() + " bytes";
        }
        if (attribute.getVL() == 0) {
            return "";
        }
        return Toolkit.ask(attribute, asked -> asked.getStringValues())
                .map(values -> String.join("\\", values).replace('\0', ' ').trim())
                .orElse("not readable");
    }
}
