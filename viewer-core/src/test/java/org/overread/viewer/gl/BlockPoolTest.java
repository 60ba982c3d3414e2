// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.overread.viewer.volume.BitBlock;

@Tag("gpu")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockPoolTest {
    private GlThread thread;

    @BeforeAll
    void open() {
        GlTest.open().close(); // says why where there is no OpenGL
        thread = GlThread.start();
    }

    @AfterAll
    void close() {
        if (thread != null) { // it is where a test could not start
            thread.close();
        }
    }

    /// All of these are equal; a pool tells them apart.
    private record Empty() implements BitBlock {
        @Override
        public long word(int n) {
            return 0;
        }

        @Override
        public boolean isFull() {
            return false;
        }
    }

    @Test
    void blocksAreKnownByIdentityAndKeepTheirPlace() {
        thread.run(
                gl -> {
                    BlockPool pool = new BlockPool(gl, 2);
                    BitBlock a = new Empty();
                    BitBlock b = new Empty();
                    pool.beginPicture();
                    int ofA = pool.slot(a);
                    assertNotEquals(ofA, pool.slot(b));
                    pool.beginPicture();
                    assertEquals(ofA, pool.slot(a));
                    assertEquals(2, pool.count());
                    pool.delete();
                });
    }

    @Test
    void whatNoPictureNeedsForLongestMakesRoom() {
        thread.run(
                gl -> {
                    BlockPool pool = new BlockPool(gl, 2);
                    BitBlock old = new Empty();
                    BitBlock kept = new Empty();
                    pool.beginPicture();
                    int ofOld = pool.slot(old);
                    int ofKept = pool.slot(kept);
                    pool.beginPicture();
                    assertEquals(ofKept, pool.slot(kept));
                    assertEquals(ofOld, pool.slot(new Empty()));
                    assertEquals(ofKept, pool.slot(kept));
                    pool.delete();
                });
    }

    @Test
    void aPictureThatNeedsMoreThanThereIsFailsAlone() {
        thread.run(
                gl -> {
                    BlockPool pool = new BlockPool(gl, 2);
                    pool.beginPicture();
                    pool.slot(new Empty());
                    pool.slot(new Empty());
                    BitBlock third = new Empty();
                    var e = assertThrows(GlFailedException.class, () -> pool.slot(third));
                    assertEquals(GlFailedException.Scope.SCENE, e.scope());
                    pool.beginPicture();
                    pool.slot(third);
                    pool.delete();
                });
    }
}
