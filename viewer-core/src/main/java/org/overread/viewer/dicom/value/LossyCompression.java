// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.viewer.codec.TransferSyntax;
import org.overread.viewer.codec.picture.Fidelity;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.TagNumbers;

/// What a file says of pictures that lost something when they were compressed, now or at any time before: the `steps` in
/// their order, as far as they are stated.
public record LossyCompression(Certainty certainty, List<Step> steps) {
    public LossyCompression {
        steps = List.copyOf(steps);
    }

    /// How it is known.
    public enum Certainty {
        /// The encoding allows for losses and nothing says that there are none.
        POSSIBLE,
        /// The file states it, or its encoding cannot do without losses.
        CERTAIN
    }

    /// One compression. `method` is a name that people use, empty where none is stated; `ratio` is how many times smaller
    /// the picture became, above 0.
    public record Step(String method, OptionalDouble ratio) {}

    /// Empty where nothing was lost, or nothing says so.
    public static Optional<LossyCompression> read(Attributes header, String transferSyntax) {
        String said = header.text(TagNumbers.LOSSY);
        Optional<TransferSyntax> lossy =
                TransferSyntax.ofUid(transferSyntax)
                        .filter(syntax -> syntax.fidelity() == Fidelity.LOSSY);
        boolean stated = said.equals("01") || said.equals("1");
        boolean always = lossy.isPresent() && LossyMethods.alwaysLoses(lossy.get());
        boolean possibly = lossy.isPresent() && !said.equals("00");
        if (!stated && !always && !possibly) {
            return Optional.empty();
        }
        List<Step> steps = steps(header);
        boolean unnamed = steps.size() <= 1 && steps.stream().allMatch(s -> s.method().isEmpty());
        if (lossy.isPresent() && unnamed) { // many state the ratio alone
            OptionalDouble ratio =
                    steps.isEmpty() ? OptionalDouble.empty() : steps.getFirst().ratio();
            steps = List.of(new Step(LossyMethods.of(lossy.get()), ratio));
        }
        return Optional.of(
                new LossyCompression(
                        stated || always ? Certainty.CERTAIN : Certainty.POSSIBLE, steps));
    }

    /// Ratios and methods belong together by their places.
    private static List<Step> steps(Attributes header) {
        List<Double> ratios = header.numbers(TagNumbers.LOSSY_RATIO);
        List<String> methods = header.texts(TagNumbers.LOSSY_METHOD);
        var steps = new ArrayList<Step>();
        for (int n = 0; n < Math.max(ratios.size(), methods.size()); n++) {
            double ratio = n < ratios.size() ? ratios.get(n) : Double.NaN;
            String method = n < methods.size() ? LossyMethods.of(methods.get(n)) : "";
            boolean usable = ratio > 0 && Double.isFinite(ratio);
            if (usable || !method.isEmpty()) {
                steps.add(
                        new Step(
                                method,
                                usable ? OptionalDouble.of(ratio) : OptionalDouble.empty()));
            }
        }
        return steps;
    }
}
