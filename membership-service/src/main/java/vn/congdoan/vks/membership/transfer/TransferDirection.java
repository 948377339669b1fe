package vn.congdoan.vks.membership.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether a transfer comes or goes, seen from some units.
@Schema(description = "Whether a transfer comes to the units asked for, or goes from them")
enum TransferDirection {
    IN,
    OUT
}
