/// Keyset paging: pages that neither repeat nor skip while rows come and go.
@NullMarked
package vn.congdoan.vks.platform.paging;

import org.jspecify.annotations.NullMarked;
