/// How the tests talk to the system: its API, its documents, its identity provider.
@NullMarked
package vn.congdoan.vks.acceptance.api;

import org.jspecify.annotations.NullMarked;
