package vn.congdoan.vks.platform.audit;

/// Why somebody reads sensitive data of a person. It is recorded with the read (law 91/2025/QH15 on the protection of
/// personal data: every processing has a purpose).
public enum Purpose {
    /// Keeping the member's record.
    RECORD_KEEPING,
    /// Deciding on admission, readmission or another matter of membership.
    MEMBERSHIP_DECISION,
    /// Support, gifts, insurance.
    WELFARE,
    /// Emulation and commendation.
    COMMENDATION,
    /// An inspection or the handling of a complaint.
    INSPECTION,
    /// A request by law.
    LEGAL_REQUEST,
    /// The person's own data.
    OWN_DATA
}
