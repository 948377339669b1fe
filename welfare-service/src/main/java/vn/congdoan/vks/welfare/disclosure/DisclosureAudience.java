package vn.congdoan.vks.welfare.disclosure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// For whom a disclosure is.
@Schema(description = "For whom a disclosure is")
public enum DisclosureAudience {
    /// For everybody: what fewer than five people gave or got is told together with other lines.
    PUBLIC,
    /// For those who read the fund's books: each line as it is, with the way to its entries.
    UNION
}
