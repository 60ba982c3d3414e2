// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

/// What is wrong with JSON that must be strict.
public enum JsonFault implements Refusal {
    NOT_UTF8("The text is not UTF-8."),
    WHITESPACE("The text holds white space between its parts; there must be none."),
    DUPLICATE_KEY("An object names one key twice."),
    KEY_ORDER("The keys of an object are not in ascending order."),
    KEY_NOT_ASCII(
            "A key is empty or holds other characters than letters, digits, '_', '-', '.', ':' and '/'."),
    NULL("A value is null; a field that has no value is left out."),
    FRACTION("A number has a fraction or an exponent; numbers are whole."),
    LEADING_ZERO("A number is written with leading zeros or as minus zero."),
    NUMBER_TOO_LARGE("A number lies beyond 2^53 - 1."),
    ESCAPE("A character is escaped in another way than the one way there is."),
    CONTROL_CHARACTER("A string holds a control character that is not escaped."),
    SURROGATE("A string holds half of a character."),
    TOO_DEEP("Values are nested too deeply."),
    TOO_LONG("The text is longer than its limit."),
    STRING_TOO_LONG("A string is longer than its limit."),
    TRUNCATED("The text ends in the middle."),
    TRAILING("Something follows the end of the text."),
    UNEXPECTED("A character stands where none of its kind may stand."),
    NOT_AN_OBJECT("The text is not an object."),
    NOT_CANONICAL("The text is not spelled in the one way that its meaning has.");

    private final String sentence;

    JsonFault(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String group() {
        return "json";
    }
}
