// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

/// What a value says and the unit that it is in, such as `first picture` in `ms`. Less is better, but of a rate, whose
/// unit ends in `/s`, more is.
public record Quantity(String name, String unit) {}
