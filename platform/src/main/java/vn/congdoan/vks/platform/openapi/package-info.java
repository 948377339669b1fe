/// What every service's OpenAPI document has in common.
@NullMarked
package vn.congdoan.vks.platform.openapi;

import org.jspecify.annotations.NullMarked;
