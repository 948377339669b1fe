/// The books of the funds: append-only double entry in whole đồng (domain.md §5). Everything that moves money books a
/// transfer here; what is proven by the database is said beside the tables.
@NullMarked
package vn.congdoan.vks.welfare.ledger;

import org.jspecify.annotations.NullMarked;
