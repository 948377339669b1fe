/// Measures the packaged system, each figure beside the limit that the same machine sets in the same run. Never a test:
/// a figure is for people to judge.
@NullMarked
package vn.congdoan.vks.bench;

import org.jspecify.annotations.NullMarked;
