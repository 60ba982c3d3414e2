// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

/// What is wrong with the content of a statement.
public enum StatementFault implements Refusal {
    TYPE("The statement is not an in-toto statement of version 1."),
    FIELD_MISSING("The statement lacks a field that it must have."),
    FIELD_UNKNOWN("The statement has a field that its kind does not have."),
    FIELD_KIND("A field holds another kind of value than it must."),
    FIELD_RANGE("A field holds a value beyond its limits."),
    FIELD_TEXT("A text is empty, too long or holds characters that must not stand there."),
    FIELD_DIGEST("A digest is not written as 64 lower-case hexadecimal digits."),
    FIELD_TIME("A time is not written as it must be."),
    FIELD_WORD("A field holds a word that is not one of its words."),
    SUBJECT("The statement names another subject than the one that its content has."),
    PREDICATE_TYPE("The predicate type is not one that can be read here."),
    PARENTS("The parents are too many, named twice or not in ascending order."),
    LAYERS("The layers are too many, or one of them does not fit its size."),
    SEGMENTS(
            "The segments are named twice, not in ascending order or beyond the values of their layer."),
    SEQUENCE("The first statement of a key names one before it, or a later one does not."),
    MEANING("The meaning of the signature is not the one that this kind of statement has.");

    private final String sentence;

    StatementFault(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String group() {
        return "statement";
    }
}
