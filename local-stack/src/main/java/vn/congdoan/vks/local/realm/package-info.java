/// Who can log in to the local system: the demo realm of Keycloak, and the same people as constants.
@NullMarked
package vn.congdoan.vks.local.realm;

import org.jspecify.annotations.NullMarked;
