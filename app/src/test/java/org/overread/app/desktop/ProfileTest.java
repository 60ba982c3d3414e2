// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.sample.CoarseSample;
import javafx.scene.input.KeyCode;
@RequiresDisplay
final class ProfileTest {
    @TempDir private static Path study = Path.of("");
    @TempDir private Path home = Path.of("");
    static volatile boolean on;
    @Test
    void profile() throws Exception {
        CoarseSample.writeAll(study, Runnable::run);
        try (OpenProgram open = new OpenProgram(home)) {
            open.open(study); open.awaitPictures();
            Thread fx = open.onFx(Thread::currentThread);
            Map<String,Integer> tree = new TreeMap<>();
            Thread s = Thread.ofPlatform().daemon().start(() -> { while (true) { if (on) { StackTraceElement[] st = fx.getStackTrace(); 
                 boolean pulse=false; for (var f: st) if (f.getMethodName().equals("runPulse")||f.getMethodName().equals("dispatchEvent")||f.getClassName().contains("Arrival")) pulse=true;
                 if (pulse) synchronized(tree) { StringBuilder b = new StringBuilder(); 
                   for (int i=st.length-1;i>=0;i--) { String c=st[i].getClassName(); if (c.startsWith("java.lang.reflect")||c.startsWith("jdk.")||c.startsWith("java.security")) continue; b.append("/").append(c.substring(c.lastIndexOf('.')+1)).append('.').append(st[i].getMethodName()); tree.merge(b.toString(),1,Integer::sum);} } }
                 java.util.concurrent.locks.LockSupport.parkNanos(500_000); } });
            String what = System.getProperty("what","layouts");
            for (int w=0; w<3; w++) round(open, what);
            on=true; for (int w=0; w<Integer.getInteger("rounds",15); w++) round(open, what); on=false;
            synchronized(tree) { int total = tree.entrySet().stream().filter(e->e.getKey().indexOf('/',1)<0).mapToInt(Map.Entry::getValue).sum(); System.out.println("TOTAL "+total);
              for (var e: tree.entrySet()) if (e.getValue()>total*0.025) { int depth=(int)e.getKey().chars().filter(c->c=='/').count(); System.out.println("T "+String.format("%5.1f",100.0*e.getValue()/total)+" ".repeat(Math.min(depth,100))+e.getKey().substring(e.getKey().lastIndexOf('/')+1)); } }
        }
    }
    private void round(OpenProgram open, String what) {
        switch (what) {
        case "layouts" -> { for (String id : List.of("view.layout.single","view.layout.grid","view.layout.columns","view.layout.one-and-two")) { open.run(id); open.robot.sleep(60); } }
        case "cheat" -> { open.run("help.keys"); open.robot.sleep(100); open.robot.type(KeyCode.ESCAPE); }
        case "palette" -> { open.robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL); open.robot.write("win").type(KeyCode.ESCAPE); }
        case "series" -> { open.robot.interact(() -> open.robot.lookup(".list-view").query().requestFocus()); open.robot.type(KeyCode.DOWN, KeyCode.ENTER); open.awaitPictures(); open.robot.type(KeyCode.UP, KeyCode.ENTER); open.awaitPictures(); }
        default -> throw new IllegalArgumentException(what);
        }
    }
}
