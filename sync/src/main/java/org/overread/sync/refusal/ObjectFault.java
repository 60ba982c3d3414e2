// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

/// What is wrong with a stored object.
public enum ObjectFault implements Refusal {
    DIGEST("The bytes of an object are not those that its digest names."),
    TOO_LARGE("An object is larger than its limit."),
    TRUNCATED("An object ends in the middle."),
    TRAILING("Something follows the end of an object."),
    MAGIC("The bytes do not begin as an object does."),
    TYPE("An object has a type that is not known."),
    UNEXPECTED_TYPE("An object is of another type than the one that is needed here."),
    CODEC("An object is coded in a way that is not known."),
    RESERVED("A byte of an object's header that must be zero is not."),
    SHAPE("An object has a shape that does not exist."),
    SIZE("An object states a decoded size that its shape does not have."),
    OVERFLOW("An object decodes to more than its header says."),
    UNDERFLOW("An object decodes to less than its header says."),
    RUNS("The runs of an object are not written in the one way there is."),
    COMPRESSION(
            "The compressed part of an object is not the one frame that it must be, or cannot be undone."),
    UNIFORM("A block of one value is stored as an object; its value belongs into the table."),
    CONTENT("A block holds other values than its table says."),
    TABLE_COUNT("A table lists another number of blocks than its layer has there."),
    TABLE_ENTRY("A table has an entry of a kind that is not known."),
    TABLE_VALUE("A table names a value that its layer cannot hold."),
    TABLE_UNIFORM(
            "A table lists one value for all its blocks; that value belongs into the statement."),
    TABLE_PLACE("A table does not belong to this place of its layer."),
    MISSING("An object that is named is not there.");

    private final String sentence;

    ObjectFault(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String group() {
        return "object";
    }
}
