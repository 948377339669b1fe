/// Strict JSON: unknown fields, wrong types and unclean text are refused, never guessed.
@NullMarked
package vn.congdoan.vks.platform.json;

import org.jspecify.annotations.NullMarked;
