// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.app.sign.OwnKey;
import org.overread.app.sign.Signature;
import org.overread.app.sign.SigningException;
import org.overread.sync.bundle.CheckedStatement;
import org.overread.sync.bundle.statement.Meaning;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.store.version.StoredVersion;
import org.overread.sync.trust.Standing;

/// What was signed and what went wrong, in words.
final class Sentences {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm xxx", Locale.ENGLISH);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private Sentences() {}

    /// Why something was not done.
    static String of(Throwable thrown) {
        if (thrown instanceof SigningException refused) {
            return OwnKey.isWrongPassphrase(refused)
                    ? "That is not the passphrase. Nothing was changed."
                    : refused.sentence();
        }
        return "Something went wrong; the log says what. Nothing was changed.";
    }

    static String time(OffsetDateTime time) {
        return TIME.format(time);
    }

    /// When a version was made, short.
    static String day(StoredVersion version) {
        return DAY.format(version.moment().utc().atOffset(version.moment().offset()));
    }

    static String roles(List<Role> roles) {
        return String.join(
                ", ", roles.stream().map(role -> role.word().replace('-', ' ')).toList());
    }

    /// What a version names that was made under none.
    static final String NO_GUIDELINE = "none 0";

    /// A guideline whose name begins so is not called one twice.
    static String guideline(String name) {
        if (name.equals(NO_GUIDELINE)) {
            return "under no guideline";
        }
        return name.startsWith("guideline ") ? "under " + name : "under guideline " + name;
    }

    /// What somebody did by signing.
    static String did(Meaning meaning, String outcome) {
        return switch (meaning) {
            case AUTHOR -> "made these labels";
            case SUBMIT -> "handed the version in";
            case REVIEW -> outcome.isEmpty() ? "reviewed it" : "reviewed it: " + outcome;
            case ADJUDICATE -> "decided between readings";
            case RELEASE -> "released it for use";
            case WITHDRAW -> "withdrew a statement";
            case UNBLIND -> "opened the readings to each other";
            case ENROL, ROTATE, REVOKE -> "stated something about a key";
            case GUIDELINE -> "issued a guideline";
            case POLICY -> "set rules";
        };
    }

    static String people(Signature signature) {
        return signature.people().isEmpty()
                ? "Somebody"
                : String.join(" and ", signature.people())
                        + (signature.site().isEmpty() ? "" : ", " + signature.site());
    }

    static String people(CheckedStatement statement) {
        String others =
                statement.cosigners().isEmpty()
                        ? ""
                        : " with " + String.join(", ", statement.cosigners());
        return statement.person() + ", " + statement.site() + others;
    }

    /// When, under which guideline and policy, where in the log.
    static String circumstances(CheckedStatement statement) {
        return joined(
                List.of(
                        Optional.of(time(statement.time())),
                        statement.guideline().map(Sentences::guideline),
                        statement.policy().map(number -> "policy " + number),
                        Optional.of(
                                statement
                                        .logIndex()
                                        .map(index -> "log entry %,d".formatted(index))
                                        .orElse("not in the log")),
                        standing(statement.standing()),
                        statement.reason()));
    }

    static String circumstances(Signature signature) {
        return joined(
                List.of(
                        signature.time().map(Sentences::time),
                        signature.guideline().map(Sentences::guideline),
                        signature.reason()));
    }

    private static Optional<String> standing(Standing standing) {
        return switch (standing) {
            case HOLDS -> Optional.empty();
            case SUSPECT -> Optional.of("to be looked at again: its key was taken back");
            case COUNTERSIGNED -> Optional.of("signed again with a new key");
            case QUARANTINED -> Optional.of("its key was taken back");
        };
    }

    private static String joined(List<Optional<String>> parts) {
        return String.join("  ·  ", parts.stream().flatMap(Optional::stream).toList());
    }
}
