// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.nativewindow.NativeWindowException;
import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL3;
import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLContext;
import com.jogamp.opengl.GLDrawable;
import com.jogamp.opengl.GLDrawableFactory;
import com.jogamp.opengl.GLException;
import com.jogamp.opengl.GLProfile;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one thread that speaks OpenGL, and its off-screen context, which is current there from start to close.
///
/// The boundary to the driver: whatever goes wrong inside comes out as a [GlFailedException].
final class GlThread implements AutoCloseable {
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("overread-gl").daemon().factory());
    private @Nullable Context context; // written and read on the executor's thread only
    private @Nullable GlDevice device;

    private record Context(GLDrawable drawable, GLContext context, GL3 gl) {}

    private GlThread() {}

    /// Whether asking for OpenGL makes sense; on a Unix without a display it can take the process down.
    static boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac") || system.contains("windows")) {
            return true;
        }
        String display = System.getenv("DISPLAY");
        return display != null && !display.isEmpty();
    }

    static GlThread start() {
        if (!hasDisplay()) {
            throw new GlFailedException(
                    GlFailedException.Scope.ALL, "there is no display to ask for OpenGL");
        }
        GlThread thread = new GlThread();
        boolean started = false;
        try {
            thread.await(thread.executor.submit(thread::open));
            started = true;
        } finally {
            if (!started) {
                thread.executor.shutdown();
            }
        }
        return thread;
    }

    private void open() {
        GLProfile.initSingleton();
        if (!GLProfile.isAvailable(GLProfile.GL3)) {
            throw new GLException("OpenGL 3.3 is not available");
        }
        GLProfile profile = GLProfile.get(GLProfile.GL3);
        GLCapabilities wanted = new GLCapabilities(profile);
        wanted.setOnscreen(false);
        GLDrawable drawable =
                GLDrawableFactory.getFactory(profile).createDummyDrawable(null, true, wanted, null);
        drawable.setRealized(true);
        GLContext glContext = drawable.createContext(null);
        if (glContext.makeCurrent() == GLContext.CONTEXT_NOT_CURRENT) {
            throw new GLException("the OpenGL context cannot be made current");
        }
        GL3 gl = glContext.getGL().getGL3();
        context = new Context(drawable, glContext, gl);
        int[] max = new int[1];
        gl.glGetIntegerv(GL2ES2.GL_MAX_3D_TEXTURE_SIZE, max, 0);
        device =
                new GlDevice(
                        String.valueOf(gl.glGetString(GL.GL_VENDOR)),
                        String.valueOf(gl.glGetString(GL.GL_RENDERER)),
                        String.valueOf(gl.glGetString(GL.GL_VERSION)),
                        max[0]);
    }

    GlDevice device() {
        if (device == null) {
            throw new IllegalStateException("not started");
        }
        return device;
    }

    /// Runs on the GL thread and waits for the answer.
    <T> T call(Function<GL3, T> work) {
        return await(
                submit(
                        () -> {
                            GL3 gl = gl();
                            T answer = work.apply(gl);
                            int error = gl.glGetError();
                            if (error != GL.GL_NO_ERROR) {
                                throw new GLException("OpenGL error 0x%04x".formatted(error));
                            }
                            return answer;
                        }));
    }

    void run(Consumer<GL3> work) {
        call(
                gl -> {
                    work.accept(gl);
                    return true;
                });
    }

    private <T> Future<T> submit(Callable<T> work) {
        try {
            return executor.submit(work);
        } catch (RejectedExecutionException e) {
            throw new GlFailedException(GlFailedException.Scope.ALL, "OpenGL is closed", e);
        }
    }

    private GL3 gl() {
        if (context == null) {
            throw new GLException("no OpenGL context");
        }
        return context.gl();
    }

    private <T> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException _) {
                    interrupted = true; // the GL thread writes into the caller's picture: wait
                }
            }
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case GlFailedException known -> known;
                case GLException cause -> failed(cause);
                case NativeWindowException cause -> failed(cause);
                case LinkageError cause -> failed(cause); // the natives are not for this machine
                case null -> failed(e);
                default -> new IllegalStateException("work for OpenGL failed", e.getCause());
            };
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static GlFailedException failed(Throwable cause) {
        return new GlFailedException(
                GlFailedException.Scope.ALL, String.valueOf(cause.getMessage()), cause);
    }

    boolean isClosed() {
        return executor.isShutdown();
    }

    @Override
    public void close() {
        if (!executor.isShutdown()) {
            Future<?> closed = executor.submit(this::destroy);
            executor.shutdown();
            await(closed);
        }
    }

    private void destroy() {
        if (context != null) {
            context.context().release();
            context.context().destroy();
            context.drawable().setRealized(false);
            context = null;
        }
    }
}
