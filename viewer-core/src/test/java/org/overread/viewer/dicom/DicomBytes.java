// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.parse.ElementWalker;

/// Writes DICOM files for tests, element by element; it checks nothing, so it can write what is wrong.
public final class DicomBytes {
    private static final int UNDEFINED = -1;

    private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private final String transferSyntax;

    private static final class Element {
        final String vr;
        final byte[] value;
        final int length;

        Element(String vr, byte[] value, int length) {
            this.vr = vr;
            this.value = value;
            this.length = length;
        }
    }

    DicomBytes(String transferSyntax) {
        this.transferSyntax = transferSyntax;
    }

    public static DicomBytes explicit() {
        return new DicomBytes(TransferSyntaxes.EXPLICIT_LITTLE);
    }

    /// Values are separated by backslashes.
    public DicomBytes text(int tag, String vr, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        byte[] even = new byte[bytes.length + bytes.length % 2];
        System.arraycopy(bytes, 0, even, 0, bytes.length);
        if (even.length > bytes.length) {
            even[bytes.length] = (byte) (vr.equals("UI") ? 0 : ' ');
        }
        return bytes(tag, vr, even);
    }

    public DicomBytes us(int tag, int value) {
        return bytes(tag, "US", number(value, 2));
    }

    public DicomBytes bytes(int tag, String vr, byte[] value) {
        elements.put(tag, new Element(vr, value, value.length));
        return this;
    }

    public DicomBytes without(int tag) {
        elements.remove(tag);
        return this;
    }

    /// One item for each data set, all lengths stated.
    public DicomBytes sequence(int tag, DicomBytes... items) {
        var out = new ByteArrayOutputStream();
        for (DicomBytes item : items) {
            byte[] content = item.dataSet();
            out.writeBytes(number(0xfffe, 2));
            out.writeBytes(number(0xe000, 2));
            out.writeBytes(number(content.length, 4));
            out.writeBytes(content);
        }
        return bytes(tag, "SQ", out.toByteArray());
    }

    DicomBytes pixels(short[] values) {
        var out = new ByteArrayOutputStream();
        for (short value : values) {
            out.writeBytes(number(value, 2));
        }
        return bytes(0x7fe0_0010, "OW", out.toByteArray());
    }

    /// Pixel data of no stated length: items as they are given.
    DicomBytes encapsulated(byte[] items) {
        elements.put(0x7fe0_0010, new Element("OB", items, UNDEFINED));
        return this;
    }

    private byte[] number(int value, int size) {
        byte[] bytes = new byte[size];
        boolean big = transferSyntax.equals(TransferSyntaxes.EXPLICIT_BIG);
        for (int n = 0; n < size; n++) {
            bytes[big ? size - 1 - n : n] = (byte) (value >> (8 * n));
        }
        return bytes;
    }

    byte[] dataSet() {
        var out = new ByteArrayOutputStream();
        elements.forEach((tag, element) -> write(out, tag, element));
        return out.toByteArray();
    }

    private void write(ByteArrayOutputStream out, int tag, Element element) {
        out.writeBytes(number(tag >>> 16, 2));
        out.writeBytes(number(tag, 2));
        if (transferSyntax.equals(TransferSyntaxes.IMPLICIT_LITTLE)) {
            out.writeBytes(number(element.length, 4));
        } else {
            boolean isLong = ElementWalker.hasLongLength(element.vr);
            out.writeBytes(element.vr.getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(new byte[isLong ? 2 : 0]);
            out.writeBytes(number(element.length, isLong ? 4 : 2));
        }
        out.writeBytes(element.value);
    }

    /// Preamble, meta information, data set.
    public byte[] file() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(explicit().text(0x0002_0010, "UI", transferSyntax).dataSet());
        byte[] dataSet = dataSet();
        out.writeBytes(
                transferSyntax.equals(TransferSyntaxes.DEFLATED) ? deflated(dataSet) : dataSet);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(9, true);
        deflater.setInput(bytes);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return out.toByteArray();
    }
}
