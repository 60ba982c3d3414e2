// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.OptionalDouble;

/// Ways to find a threshold from a histogram, each by the paper that it is named after and with ITK's conventions. A
/// voxel lies above where its value is greater than the threshold. Empty where the method finds none.
enum ThresholdMethod {
    /// Given by `lower` and `upper`, not found.
    GIVEN {
        @Override
        OptionalDouble find(Histogram h) {
            return OptionalDouble.empty();
        }
    },
    /// Most variance between the two classes (Otsu 1979).
    OTSU {
        @Override
        OptionalDouble find(Histogram h) {
            return OptionalDouble.of(Otsu.thresholds(h, 1)[0]);
        }
    },
    /// Least fuzziness (Huang, Wang 1995).
    HUANG {
        @Override
        OptionalDouble find(Histogram h) {
            return ShapeMethods.huang(h);
        }
    },
    /// Half way between two peaks (Prewitt, Mendelsohn 1966).
    INTERMODES {
        @Override
        OptionalDouble find(Histogram h) {
            return ShapeMethods.intermodes(h);
        }
    },
    /// Half way between the means of the classes (Ridler, Calvard 1978).
    ISODATA {
        @Override
        OptionalDouble find(Histogram h) {
            return MeanMethods.isoData(h);
        }
    },
    /// Least error of two normal distributions (Kittler, Illingworth 1986).
    KITTLER {
        @Override
        OptionalDouble find(Histogram h) {
            return MeanMethods.kittler(h);
        }
    },
    /// Least cross entropy (Li, Tam 1998).
    LI {
        @Override
        OptionalDouble find(Histogram h) {
            return MeanMethods.li(h);
        }
    },
    /// Most entropy of the two classes (Kapur, Sahoo, Wong 1985).
    MAX_ENTROPY {
        @Override
        OptionalDouble find(Histogram h) {
            return new EntropyMethods(h).maxEntropy();
        }
    },
    /// Moments kept (Tsai 1985).
    MOMENTS {
        @Override
        OptionalDouble find(Histogram h) {
            return ShapeMethods.moments(h);
        }
    },
    /// Three Rényi entropies, weighted (Sahoo, Wilkins, Yeager 1997).
    RENYI_ENTROPY {
        @Override
        OptionalDouble find(Histogram h) {
            return new EntropyMethods(h).renyi();
        }
    },
    /// Information of fuzzy classes in balance (Shanbhag 1994).
    SHANBHAG {
        @Override
        OptionalDouble find(Histogram h) {
            return new EntropyMethods(h).shanbhag();
        }
    },
    /// Farthest from the line between peak and tail (Zack, Rogers, Latt 1977).
    TRIANGLE {
        @Override
        OptionalDouble find(Histogram h) {
            return ShapeMethods.triangle(h);
        }
    },
    /// Most correlation of the classes (Yen, Chang, Chang 1995).
    YEN {
        @Override
        OptionalDouble find(Histogram h) {
            return new EntropyMethods(h).yen();
        }
    };

    abstract OptionalDouble find(Histogram h);
}
