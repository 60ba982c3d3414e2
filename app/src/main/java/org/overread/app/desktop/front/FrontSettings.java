// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.front;

import java.util.Map;
import java.util.TreeMap;
import org.overread.segmentation.tool.levelset.Motion;

/// How a front moves and what drives it.
///
/// @param growth how fast it grows where nothing holds it; below 0 it shrinks
/// @param smoothness how strongly it is kept smooth
/// @param pull how strongly edges draw it, where edges drive it
public record FrontSettings(Force force, double growth, double smoothness, double pull) {
    public static final FrontSettings USUAL = new FrontSettings(Force.VALUES, 1, 0.2, 2);

    /// What drives it.
    public enum Force {
        /// It grows where values are like those in the bubbles.
        VALUES("Values"),
        /// It grows where values are nearer to the mean inside than to that outside.
        MEANS("Means"),
        /// It grows until edges hold it.
        EDGES("Edges");

        private final String words;

        Force(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    public FrontSettings withForce(Force other) {
        return new FrontSettings(other, growth, smoothness, pull);
    }

    public FrontSettings withGrowth(double other) {
        return new FrontSettings(force, other, smoothness, pull);
    }

    public FrontSettings withSmoothness(double other) {
        return new FrontSettings(force, growth, other, pull);
    }

    public FrontSettings withPull(double other) {
        return new FrontSettings(force, growth, smoothness, other);
    }

    Motion motion() {
        return new Motion(growth, smoothness, force == Force.EDGES ? pull : 0);
    }

    /// As a history keeps them.
    Map<String, String> words() {
        var words = new TreeMap<String, String>();
        words.put("force", force.name());
        words.put("growth", Double.toString(growth));
        words.put("smoothness", Double.toString(smoothness));
        words.put("pull", Double.toString(pull));
        return words;
    }
}
