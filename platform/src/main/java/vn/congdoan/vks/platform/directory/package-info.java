/// The directory of the organization as services without their own copy read it: from membership-service, over HTTP.
@NullMarked
package vn.congdoan.vks.platform.directory;

import org.jspecify.annotations.NullMarked;
