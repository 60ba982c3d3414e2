// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.bundles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.overread.sync.bundle.CheckedStatement;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.log.Checkpoint;

/// A verdict for people and for programs.
record VerdictReport(
        String verdict,
        String reason,
        String sentence,
        Optional<String> tenant,
        Optional<Long> rootVersion,
        Optional<Integer> tables,
        Optional<Integer> blocks,
        Optional<Long> bytes,
        Optional<Long> logSize,
        List<String> witnesses,
        List<Line> statements) {

    /// One statement: who, in which role, what, when, under which guideline.
    record Line(
            String id,
            String kind,
            String meaning,
            String person,
            String site,
            List<String> roles,
            String time,
            String zone,
            Optional<String> guideline,
            Optional<String> reason,
            List<String> cosigners,
            Optional<Long> policy,
            Optional<Long> logIndex,
            String standing) {}

    static VerdictReport of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted ->
                    new VerdictReport(
                            "accepted",
                            "",
                            accepted.rootExpired()
                                    ? "Everything holds. The root of trust should be renewed."
                                    : "Everything holds.",
                            Optional.of(accepted.tenant()),
                            Optional.of(accepted.rootVersion()),
                            Optional.of(accepted.tables()),
                            Optional.of(accepted.blocks()),
                            Optional.of(accepted.bytes()),
                            accepted.checkpoint().map(Checkpoint::size),
                            accepted.witnesses(),
                            accepted.statements().stream().map(VerdictReport::line).toList());
            case Verdict.Refused refused ->
                    new VerdictReport(
                            "refused",
                            refused.reason().code(),
                            refused.sentence(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of());
        };
    }

    private static Line line(CheckedStatement statement) {
        return new Line(
                statement.id().toString(),
                statement.kind().word(),
                statement.kind().meaning().sentence(),
                statement.person(),
                statement.site(),
                statement.roles().stream().map(role -> role.word()).toList(),
                statement.time().toString(),
                statement.zone(),
                statement.guideline(),
                statement.reason(),
                statement.cosigners(),
                statement.policy(),
                statement.logIndex(),
                statement.standing().name().toLowerCase(Locale.ROOT));
    }

    /// A guideline whose name begins so is not called one twice.
    private static String underGuideline(String name) {
        return name.startsWith("guideline ") ? ", " + name : ", guideline " + name;
    }

    String text() {
        String head = reason.isEmpty() ? sentence : "Refused: %s [%s]".formatted(sentence, reason);
        return statements.stream()
                .map(
                        line ->
                                "%s  %s (%s)%s, %s %s%s%s%s%s"
                                        .formatted(
                                                line.kind(),
                                                line.person(),
                                                line.site(),
                                                line.cosigners().isEmpty()
                                                        ? ""
                                                        : " with "
                                                                + String.join(
                                                                        ", ", line.cosigners()),
                                                line.time(),
                                                line.zone(),
                                                line.guideline()
                                                        .map(VerdictReport::underGuideline)
                                                        .orElse(""),
                                                line.logIndex()
                                                        .map(index -> ", log entry " + index)
                                                        .orElse(", not in the log"),
                                                line.policy()
                                                        .map(number -> ", policy " + number)
                                                        .orElse(""),
                                                line.standing().equals("holds")
                                                        ? ""
                                                        : ", " + line.standing()))
                .collect(Collectors.joining("\n", head + "\n", ""));
    }
}
