// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.ToDoubleFunction;

/// PLY: a header that says what elements there are and what each consists of, then their numbers, as words or in either
/// order of bytes. Points are the elements `vertex` with x, y and z, triangles and polygons the list of `face`.
final class PlySurface {
    private static final String END = "end_header";

    /// A property: of a list, `count` is the type of its length.
    private record Property(String name, String count, String type) {}

    private record Element(String name, int count, List<Property> properties) {}

    private final MeshPoints points = new MeshPoints();
    private final ToDoubleFunction<String> source;
    private int[] list = new int[4];
    private int listed;

    private PlySurface(ToDoubleFunction<String> source) {
        this.source = source;
    }

    static MeshPoints read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END);
        int body = end < 0 ? -1 : text.indexOf('\n', end) + 1;
        if (!text.startsWith("ply") || body <= 0) {
            throw new IllegalArgumentException("it has no header from 'ply' to 'end_header'.");
        }
        var elements = new ArrayList<Element>();
        String format = header(text.substring(0, end), elements);
        var ply =
                new PlySurface(
                        switch (format) {
                            case "ascii" -> words(text.substring(body));
                            case "binary_little_endian" ->
                                    bytes(bytes, body, ByteOrder.LITTLE_ENDIAN);
                            case "binary_big_endian" -> bytes(bytes, body, ByteOrder.BIG_ENDIAN);
                            default ->
                                    throw new IllegalArgumentException(
                                            "its format is '%s'.".formatted(format));
                        });
        elements.forEach(ply::element);
        return ply.points;
    }

    private static String header(String header, List<Element> elements) {
        String format = "";
        for (String line : header.lines().toList()) {
            var words = new StringTokenizer(line);
            switch (words.hasMoreTokens() ? words.nextToken() : "") {
                case "format" -> format = words.nextToken();
                case "element" ->
                        elements.add(
                                new Element(
                                        words.nextToken(),
                                        Integer.parseInt(words.nextToken()),
                                        new ArrayList<>()));
                case "property" -> {
                    String type = words.nextToken();
                    boolean isList = type.equals("list");
                    String count = isList ? words.nextToken() : "";
                    String value = isList ? words.nextToken() : type;
                    elements.getLast()
                            .properties()
                            .add(new Property(words.nextToken(), count, value));
                }
                default -> {}
            }
        }
        return format;
    }

    private static ToDoubleFunction<String> words(String body) {
        var words = new StringTokenizer(body);
        return _ -> {
            if (!words.hasMoreTokens()) {
                throw new IllegalArgumentException("it ends before all that it names.");
            }
            return Double.parseDouble(words.nextToken());
        };
    }

    private static ToDoubleFunction<String> bytes(byte[] bytes, int from, ByteOrder order) {
        ByteBuffer data = ByteBuffer.wrap(bytes).position(from).slice().order(order);
        return type -> {
            int size =
                    switch (type) {
                        case "char", "uchar", "int8", "uint8" -> 1;
                        case "short", "ushort", "int16", "uint16" -> 2;
                        case "double", "float64" -> 8;
                        default -> 4;
                    };
            if (data.remaining() < size) {
                throw new IllegalArgumentException("it ends before all that it names.");
            }
            return switch (type) {
                case "char", "int8" -> data.get();
                case "uchar", "uint8" -> Byte.toUnsignedInt(data.get());
                case "short", "int16" -> data.getShort();
                case "ushort", "uint16" -> Short.toUnsignedInt(data.getShort());
                case "int", "int32" -> data.getInt();
                case "uint", "uint32" -> Integer.toUnsignedLong(data.getInt());
                case "float", "float32" -> data.getFloat();
                case "double", "float64" -> data.getDouble();
                default ->
                        throw new IllegalArgumentException(
                                "it has numbers of type '%s'.".formatted(type));
            };
        };
    }

    private void element(Element element) {
        for (int n = 0; n < element.count(); n++) {
            var place = new double[3];
            listed = 0;
            for (Property property : element.properties()) {
                if (property.count().isEmpty()) {
                    double value = source.applyAsDouble(property.type());
                    int axis = List.of("x", "y", "z").indexOf(property.name());
                    if (axis >= 0) {
                        place[axis] = value;
                    }
                } else {
                    list(property);
                }
            }
            switch (element.name()) {
                case "vertex" -> points.point(place[0], place[1], place[2]);
                case "face" -> points.polygon(list, listed);
                default -> {}
            }
        }
    }

    private void list(Property property) {
        int count = (int) source.applyAsDouble(property.count());
        boolean wanted =
                property.name().equals("vertex_indices") || property.name().equals("vertex_index");
        for (int n = 0; n < count; n++) {
            int value = (int) source.applyAsDouble(property.type());
            if (wanted) {
                if (n == list.length) {
                    list = Arrays.copyOf(list, 2 * n);
                }
                list[n] = value;
            }
        }
        listed = wanted ? count : listed;
    }
}
