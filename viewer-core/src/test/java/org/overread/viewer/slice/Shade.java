// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/// What a pixel may be: for alpha, red, green and blue the least and the most of premultiplied 0…255.
final class Shade {
    private final int[] low;
    private final int[] high;

    private Shade(int[] low, int[] high) {
        this.low = low;
        this.high = high;
    }

    static Shade exactly(int argb) {
        int[] channels = channels(argb);
        return new Shade(channels, channels);
    }

    static int[] channels(int argb) {
        return new int[] {argb >>> 24, argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF};
    }

    /// All that either may be.
    Shade or(Shade other) {
        int[] least = new int[4];
        int[] most = new int[4];
        for (int n = 0; n < 4; n++) {
            least[n] = Math.min(low[n], other.low[n]);
            most[n] = Math.max(high[n], other.high[n]);
        }
        return new Shade(least, most);
    }

    /// `channel` makes of what lies below (grows with it) and of the channel's own number a new channel.
    Shade with(int[] color, IntBinaryOperator channel) {
        int[] least = new int[4];
        int[] most = new int[4];
        for (int n = 0; n < 4; n++) {
            least[n] = channel.applyAsInt(low[n], color[n]);
            most[n] = channel.applyAsInt(high[n], color[n]);
        }
        return new Shade(least, most);
    }

    /// A colour over this, mixed by `alpha` of 0…255, each channel rounded to the nearest.
    Shade under(int[] color, int alpha) {
        return with(
                color,
                (below, own) -> (int) Math.rint((own * alpha + below * (255.0 - alpha)) / 255));
    }

    /// A colour added to this by `alpha`, never more than the alpha that mixing it in gives.
    Shade plus(int[] color, int alpha) {
        Shade mixed = under(color, alpha);
        Shade sum = with(color, (below, own) -> below + (int) Math.rint(own * alpha / 255.0));
        for (int n = 1; n < 4; n++) {
            sum.low[n] = Math.min(sum.low[n], mixed.low[0]);
            sum.high[n] = Math.min(sum.high[n], mixed.high[0]);
        }
        sum.low[0] = mixed.low[0];
        sum.high[0] = mixed.high[0];
        return sum;
    }

    boolean holds(int argb) {
        int[] channels = channels(argb);
        boolean all = true;
        for (int n = 0; n < 4; n++) {
            all &= channels[n] >= low[n] && channels[n] <= high[n];
        }
        return all;
    }

    @Override
    public String toString() {
        return Arrays.toString(low) + "…" + Arrays.toString(high);
    }
}
