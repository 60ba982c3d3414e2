// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.second;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// JSON without white space, fractions and nulls, as far as the page needs it.
final class MiniJson {
    private final String text;
    private int at;

    MiniJson(String text) {
        this.text = text;
    }

    Object value() {
        char c = text.charAt(at);
        if (c == '"') {
            return string();
        }
        if (c == '{') {
            return object();
        }
        if (c == '[') {
            return array();
        }
        if (c == 't' || c == 'f') {
            at += c == 't' ? 4 : 5;
            return c == 't';
        }
        int from = at++;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return Long.parseLong(text.substring(from, at));
    }

    private List<Object> array() {
        var items = new ArrayList<Object>();
        while (text.charAt(++at) != ']') {
            items.add(value());
            if (text.charAt(at) == ']') {
                break;
            }
        }
        at++;
        return items;
    }

    private Map<String, Object> object() {
        var fields = new HashMap<String, Object>();
        while (text.charAt(++at) != '}') {
            String key = string();
            at++;
            fields.put(key, value());
            if (text.charAt(at) == '}') {
                break;
            }
        }
        at++;
        return fields;
    }

    private String string() {
        var out = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                c = text.charAt(++at);
                switch (c) {
                    case 'u' -> {
                        c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
                        at += 4;
                    }
                    case 'n' -> c = '\n';
                    case 't' -> c = '\t';
                    case 'r' -> c = '\r';
                    case 'b' -> c = '\b';
                    case 'f' -> c = '\f';
                    default -> {}
                }
            }
            out.append(c);
        }
        at++;
        return out.toString();
    }
}
