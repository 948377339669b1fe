/// The system under test: started once, as a developer would start it.
@NullMarked
package vn.congdoan.vks.acceptance.system;

import org.jspecify.annotations.NullMarked;
