// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

/// One who competes: ours, a variant of ours, or a peer.
public record Contender(String name, Turn turn) {}
