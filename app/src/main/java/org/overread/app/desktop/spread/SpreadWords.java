// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.spread;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.overread.app.desktop.finding.MeasureWords;
import org.overread.viewer.measure.Histogram;
import org.overread.viewer.measure.ValueSpread;
import org.overread.viewer.volume.ValueUnit;

/// The figures of a spread in words, and as a table that a spreadsheet takes.
final class SpreadWords {
    private SpreadWords() {}

    /// A figure by its name; `number` is in full, `words` is for people and leaves out the unit of values.
    record Named(String name, double number, String unit, String words) {}

    static List<Named> figures(ValueSpread spread, Histogram histogram, ValueUnit unit) {
        var all = new ArrayList<Named>();
        all.add(ofValues("Mean", spread.mean(), unit));
        all.add(ofValues("SD", spread.sd(), unit));
        all.add(ofValues("Median", spread.median(), unit));
        all.add(ofValues("Minimum", spread.least(), unit));
        all.add(ofValues("Maximum", spread.most(), unit));
        for (int percent : new int[] {5, 10, 25, 75, 90, 95}) {
            all.add(ofValues("Percentile " + percent, spread.percentile(percent / 100.0), unit));
        }
        all.add(plain("Skewness", spread.skewness(), ""));
        all.add(plain("Excess kurtosis", spread.excessKurtosis(), ""));
        all.add(plain("Entropy", histogram.entropyBits(), "bits"));
        all.add(
                new Named(
                        "Voxels",
                        spread.count(),
                        "",
                        String.format(Locale.ROOT, "%,d", spread.count())));
        return all;
    }

    private static Named ofValues(String name, double value, ValueUnit unit) {
        return new Named(name, value, unit.symbol(), MeasureWords.value(value, unit));
    }

    private static Named plain(String name, double value, String unit) {
        String digits = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        boolean minus = value < 0 && !digits.equals("0.00");
        return new Named(name, value, unit, ((minus ? "−" : "") + digits + " " + unit).strip());
    }

    /// As short as it can be said.
    static String number(double value) {
        String digits =
                new BigDecimal(Math.abs(value))
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
        return value < 0 && !digits.equals("0") ? "−" + digits : digits;
    }

    /// A bin in words.
    static String bin(Histogram histogram, int n, ValueUnit unit) {
        Histogram.Bin bin = histogram.bins().get(n);
        return String.format(
                Locale.ROOT,
                "%s to %s%s: %,d %s, %.1f %%",
                number(histogram.edge(n)),
                number(histogram.edge(n + 1)),
                unit.symbol().isEmpty() ? "" : " " + unit.symbol(),
                bin.count(),
                bin.count() == 1 ? "voxel" : "voxels",
                100 * bin.share());
    }

    /// Figures first, then the bins; as RFC 4180 has it, numbers in full, with a point.
    static String csv(String name, ValueSpread spread, Histogram histogram, ValueUnit unit) {
        var rows = new ArrayList<String>();
        rows.add("region,figure,value,unit");
        for (Named figure : figures(spread, histogram, unit)) {
            rows.add(
                    "%s,%s,%s,%s"
                            .formatted(
                                    quoted(name), figure.name(), figure.number(), figure.unit()));
        }
        rows.add("%s,Bin width,%s,%s".formatted(quoted(name), histogram.width(), unit.symbol()));
        rows.add("");
        rows.add("from,to,voxels,share");
        for (int n = 0; n < histogram.bins().size(); n++) {
            Histogram.Bin bin = histogram.bins().get(n);
            rows.add(
                    "%s,%s,%d,%s"
                            .formatted(
                                    histogram.edge(n),
                                    histogram.edge(n + 1),
                                    bin.count(),
                                    bin.share()));
        }
        return rows.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String field) {
        return "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
