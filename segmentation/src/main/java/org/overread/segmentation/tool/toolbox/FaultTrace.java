// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What may be logged of an exception of somebody else's code: classes and our own frames. Its words may hold what the
/// tool read from the voxels or the file, and so a patient's name.
final class FaultTrace {
    private static final String OURS = "org.overread.";
    private static final int FRAMES = 12; // of each exception
    private static final int CAUSES = 4;

    private FaultTrace() {}

    static String of(Throwable fault) {
        var text = new StringBuilder();
        @Nullable Throwable cause = fault;
        for (int n = 0; n < CAUSES && cause != null; n++) {
            text.append(n == 0 ? "" : ", caused by ").append(cause.getClass().getName());
            String frames =
                    Arrays.stream(cause.getStackTrace())
                            .filter(frame -> frame.getClassName().startsWith(OURS))
                            .limit(FRAMES)
                            .map(FaultTrace::frame)
                            .collect(Collectors.joining(", "));
            text.append(frames.isEmpty() ? "" : " at " + frames);
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String frame(StackTraceElement frame) {
        return "%s.%s:%d"
                .formatted(
                        frame.getClassName().substring(OURS.length()),
                        frame.getMethodName(),
                        frame.getLineNumber());
    }
}
