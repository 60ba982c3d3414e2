// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

/// What is wrong with a bundle as a whole.
public enum BundleFault implements Refusal {
    MAGIC("The file does not begin as a bundle does."),
    LINE_ENDINGS("The file was changed as if it were text; a bundle must be copied byte for byte."),
    VERSION("The bundle is of a later version than can be read here."),
    TRUNCATED("The file ends before its end frame; a part of it is missing."),
    TRAILING("Something follows the end frame."),
    FRAME_TYPE("A frame has a type that is not known."),
    FRAME_TOO_LARGE("A frame is larger than its type may be."),
    FRAME_DAMAGED("A frame's bytes are not those that its digest names."),
    FRAME_ORDER("A frame stands behind frames that it must precede."),
    FRAME_COUNT("The end frame states another number of frames than there are."),
    RUNNING_DIGEST("The end frame was made for other frames."),
    TOO_LARGE("The bundle is larger than its limit."),
    TOO_MANY("The bundle holds more statements, tables or blocks than its limit."),
    EMPTY("The bundle holds no statement."),
    STATEMENT_TWICE("A statement stands in the bundle twice."),
    STATEMENT_ORDER(
            "The statements are not in their one order: what is built upon first, then by digest."),
    PARENT_MISSING("A statement builds upon another one that is not there."),
    PARENT_KIND("A statement builds upon another one of the wrong kind."),
    KEY_FORKED(
            "One key made two different statements with the same number; its workstation was copied."),
    SEQUENCE_GAP("A statement does not name the one before it by the same key."),
    CASE_MIXED("A statement builds upon one of another case."),
    IMAGE_CHANGED(
            "A version of a reading is bound to other images than the version it builds upon."),
    TABLE_ORDER("A table is not the one that the statements name next."),
    TABLE_MISSING("A table that a statement names is not there."),
    OBJECT_ORDER("A block is not the one that the tables name next."),
    OBJECT_MISSING("A block that a table names is not there."),
    OBJECT_LENGTH("A block is not as long as its table says."),
    CONTENT_TWO_WAYS("Two tables say different things of one block."),
    CERTIFICATE_KIND("A certificate frame holds another kind of statement.");

    private final String sentence;

    BundleFault(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String group() {
        return "bundle";
    }
}
