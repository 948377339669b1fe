/// Planted: resources that break the rules of resources, each one of them, beside two that keep them all.
@NullMarked
package vn.congdoan.vks.planted.resource;

import org.jspecify.annotations.NullMarked;
