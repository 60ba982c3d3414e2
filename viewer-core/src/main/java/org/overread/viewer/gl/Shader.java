// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL3;
import com.jogamp.opengl.GLException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.overread.viewer.volume.PatientVector;

/// One compiled variant of a shader that fills pictures. GL thread only.
final class Shader {
    private final GL3 gl;
    private final int program;
    private final Map<String, Integer> locations = new HashMap<>();

    Shader(GL3 gl, ShaderVariant variant) {
        this.gl = gl;
        int vertex = compiled(GL2ES2.GL_VERTEX_SHADER, text("picture.vert"));
        int fragment = compiled(GL2ES2.GL_FRAGMENT_SHADER, source(variant));
        program = gl.glCreateProgram();
        gl.glAttachShader(program, vertex);
        gl.glAttachShader(program, fragment);
        gl.glLinkProgram(program);
        gl.glDeleteShader(vertex);
        gl.glDeleteShader(fragment);
        int[] linked = new int[1];
        gl.glGetProgramiv(program, GL2ES2.GL_LINK_STATUS, linked, 0);
        if (linked[0] == GL.GL_FALSE) {
            throw new GLException("a shader does not link: " + programLog());
        }
    }

    private static String source(ShaderVariant variant) {
        StringBuilder source = new StringBuilder("#version 330 core\n");
        for (String name : variant.names()) {
            source.append("#define ").append(name).append('\n');
        }
        for (String file : variant.files()) {
            source.append(text(file));
        }
        return source.toString();
    }

    private static String text(String name) {
        try (InputStream in = Shader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its shader " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int compiled(int type, String source) {
        int shader = gl.glCreateShader(type);
        gl.glShaderSource(shader, 1, new String[] {source}, new int[] {source.length()}, 0);
        gl.glCompileShader(shader);
        int[] status = new int[1];
        gl.glGetShaderiv(shader, GL2ES2.GL_COMPILE_STATUS, status, 0);
        if (status[0] == GL.GL_FALSE) {
            byte[] log = new byte[4096];
            int[] length = new int[1];
            gl.glGetShaderInfoLog(shader, log.length, length, 0, log, 0);
            throw new GLException(
                    "a shader does not compile: "
                            + new String(log, 0, length[0], StandardCharsets.UTF_8));
        }
        return shader;
    }

    private String programLog() {
        byte[] log = new byte[4096];
        int[] length = new int[1];
        gl.glGetProgramInfoLog(program, log.length, length, 0, log, 0);
        return new String(log, 0, length[0], StandardCharsets.UTF_8);
    }

    void use() {
        gl.glUseProgram(program);
    }

    void set(String name, PatientVector value) {
        gl.glUniform3f(at(name), (float) value.x(), (float) value.y(), (float) value.z());
    }

    void set(String name, double value) {
        gl.glUniform1f(at(name), (float) value);
    }

    void set(String name, double x, double y) {
        gl.glUniform2f(at(name), (float) x, (float) y);
    }

    void set(String name, int value) {
        gl.glUniform1i(at(name), value);
    }

    void set(String name, int x, int y, int z) {
        gl.glUniform3i(at(name), x, y, z);
    }

    /// A variant does without some of the uniforms; setting those does nothing.
    private int at(String name) {
        return locations.computeIfAbsent(name, n -> gl.glGetUniformLocation(program, n));
    }

    void delete() {
        gl.glDeleteProgram(program);
    }
}
