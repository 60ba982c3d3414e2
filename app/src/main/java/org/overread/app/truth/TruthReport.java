// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.overread.app.truth.TruthLine.Outcome;
import org.overread.app.truth.TruthLine.PeerAnswer;
import org.overread.app.truth.TruthLine.PeerAnswer.Answer;

/// All that one run of the truth set found.
public record TruthReport(List<TruthLine> lines) {
    public TruthReport {
        lines = List.copyOf(lines);
    }

    public long silentMistakes() {
        return count(Outcome.SILENT_MISTAKE);
    }

    private long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /// For people, in columns.
    public String table() {
        List<String> peers =
                lines.stream()
                        .flatMap(line -> line.peers().stream())
                        .map(PeerAnswer::peer)
                        .distinct()
                        .toList();
        var text = new StringBuilder();
        text.append(row("case", "verdict", "parts", "beads", "error mm", "error value", "outcome"));
        peers.forEach(peer -> text.append("  %-14s".formatted(peer)));
        text.append('\n');
        for (TruthLine line : lines) {
            text.append(row(line)).append(answers(line)).append('\n');
        }
        for (String peer : peers) {
            text.append(
                    "%s: %d cases silently wrong, %d refused%n"
                            .formatted(
                                    peer,
                                    answers(peer, Answer.SILENTLY_WRONG),
                                    answers(peer, Answer.REFUSED)));
        }
        text.append(
                "cases = %d, right = %d, refused with a reason = %d, not run = %d%n"
                        .formatted(
                                lines.size(),
                                count(Outcome.RIGHT),
                                count(Outcome.REFUSED),
                                count(Outcome.NOT_RUN)));
        return text.append("silent mistakes = %d".formatted(silentMistakes())).toString();
    }

    private static String answers(TruthLine line) {
        return line.peers().stream()
                .map(
                        answer ->
                                "  %-14s"
                                        .formatted(
                                                switch (answer.answer()) {
                                                    case RIGHT -> "right";
                                                    case REFUSED -> "refused";
                                                    case SILENTLY_WRONG -> "silently wrong";
                                                }))
                .collect(Collectors.joining());
    }

    private long answers(String peer, Answer wanted) {
        return lines.stream()
                .flatMap(line -> line.peers().stream())
                .filter(answer -> answer.peer().equals(peer) && answer.answer() == wanted)
                .count();
    }

    private static String row(TruthLine line) {
        boolean opened = line.parts() > 0;
        return row(
                line.row() + ": " + line.name(),
                line.verdict().toLowerCase(Locale.ROOT),
                "" + line.parts(),
                "" + line.beads(),
                opened ? number(line.errorMm()) : "-",
                opened ? number(line.errorValue()) : "-",
                switch (line.outcome()) {
                    case RIGHT -> "right";
                    case REFUSED -> "refused: " + line.words();
                    case NOT_RUN -> "not run: " + line.words();
                    case SILENT_MISTAKE -> "SILENT MISTAKE: " + line.words();
                });
    }

    private static String number(double error) {
        return error < 1e-6 ? "< 1e-6" : String.format(Locale.ROOT, "%.3g", error);
    }

    private static String row(
            String name,
            String verdict,
            String parts,
            String beads,
            String mm,
            String value,
            String outcome) {
        return "%-72s %-12s %5s %5s %9s %11s  %-8s"
                .formatted(name, verdict, parts, beads, mm, value, outcome);
    }
}
