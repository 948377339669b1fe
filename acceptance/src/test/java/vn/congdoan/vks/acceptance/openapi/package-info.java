/// The published document of the API.
@NullMarked
package vn.congdoan.vks.acceptance.openapi;

import org.jspecify.annotations.NullMarked;
