/// Planted: entities that break the rules of entities, each one of them, beside two that keep them all.
@NullMarked
package vn.congdoan.vks.planted.entity;

import org.jspecify.annotations.NullMarked;
