/// What the tests set up for themselves through the API: unions, accounts, records.
@NullMarked
package vn.congdoan.vks.acceptance.world;

import org.jspecify.annotations.NullMarked;
