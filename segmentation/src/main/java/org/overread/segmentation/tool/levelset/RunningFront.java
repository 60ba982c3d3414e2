// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.mask.Mask;

/// A front that runs while a person watches: started, paused, stepped and given other parameters, and seen as a mask at
/// any time.
///
/// Any thread may call; the front moves on the executor's thread, one step at a time, and what was asked is done between
/// two steps. `listener` is called there, every few steps and when the front comes to rest.
public final class RunningFront {
    private static final int STEPS_BETWEEN_PREVIEWS = 10;

    private final LevelSet front;
    private final Executor executor;
    private final Consumer<Preview> listener;
    private final double stillVoxels;
    private final ReentrantLock moving = new ReentrantLock(); // who holds it may move the front
    private volatile boolean wanted;
    private volatile Preview preview;
    private boolean looping; // guarded by this
    private @Nullable Motion nextMotion; // guarded by this
    private @Nullable Drive nextDrive; // guarded by this
    private float[] nextField = new float[0]; // guarded by this

    /// What the front looked like after so many steps; `isAtRest` once it hardly moves.
    public record Preview(long steps, double time, Mask mask, boolean isAtRest) {}

    /// The front does not move before [#start] or [#step]; it rests when it drifts less than `stillVoxels` a step.
    public RunningFront(
            LevelSet front, double stillVoxels, Executor executor, Consumer<Preview> listener) {
        this.front = front;
        this.executor = executor;
        this.listener = listener;
        this.stillVoxels = stillVoxels;
        preview = look();
    }

    /// Lets the front move until it rests or is paused.
    public synchronized void start() {
        wanted = true;
        if (!looping) {
            looping = true;
            executor.execute(this::loop);
        }
    }

    /// Holds the front after the step that it is in; returns when it stands.
    public void pause() {
        wanted = false;
        moving.lock();
        try {
            preview = look();
        } finally {
            moving.unlock();
        }
    }

    /// Makes so many steps on the calling thread; the front is paused then.
    public Preview step(int steps) {
        wanted = false;
        moving.lock();
        try {
            for (int n = 0; n < steps; n++) {
                stepOnce();
            }
            preview = look();
            return preview;
        } finally {
            moving.unlock();
        }
    }

    /// From the next step on, another motion.
    public synchronized void use(Motion motion) {
        nextMotion = motion;
    }

    /// From the next step on, another drive through another field.
    public synchronized void use(Drive drive, float[] field) {
        nextDrive = drive;
        nextField = field;
    }

    /// Whether it moves by itself.
    public boolean isRunning() {
        return wanted;
    }

    /// What it looked like last.
    public Preview preview() {
        return preview;
    }

    private void loop() {
        boolean again = true;
        while (again) {
            moving.lock();
            try {
                run();
            } finally {
                moving.unlock();
            }
            synchronized (this) {
                again = wanted; // started again meanwhile
                looping = again;
            }
        }
    }

    private void run() {
        for (int n = 1; wanted; n++) {
            stepOnce();
            boolean rests = front.drift() <= stillVoxels;
            if (rests) {
                wanted = false;
            }
            if (rests || n % STEPS_BETWEEN_PREVIEWS == 0) {
                preview = look();
                listener.accept(preview);
            }
        }
    }

    private void stepOnce() {
        Motion motion;
        Drive drive;
        float[] field;
        synchronized (this) {
            motion = nextMotion;
            drive = nextDrive;
            field = nextField;
            nextMotion = null;
            nextDrive = null;
        }
        if (motion != null) {
            front.use(motion);
        }
        if (drive != null) {
            front.use(drive, field);
        }
        front.step();
    }

    private Preview look() {
        return new Preview(front.steps(), front.time(), front.mask(), front.drift() <= stillVoxels);
    }
}
