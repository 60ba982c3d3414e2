// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

/// What follows the header of an encapsulated pixel data element, from the item of the basic offset table on, in memory
/// or elsewhere. `X` is what reading may throw.
public interface EncapsulatedBytes<X extends Exception> {

    long size();

    /// Fills `target` from `position`; is asked for nothing beyond the size.
    void read(long position, byte[] target) throws X;
}
