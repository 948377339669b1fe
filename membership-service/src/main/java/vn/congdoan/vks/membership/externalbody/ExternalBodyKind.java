package vn.congdoan.vks.membership.externalbody;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a body outside the organization is.
@Schema(
        description =
                "What an external body is: Tổng Liên đoàn Lao động Việt Nam, Công đoàn Viên chức Việt Nam, Công đoàn"
                        + " Viên chức tỉnh, Liên đoàn Lao động tỉnh, Viện trưởng VKSND, Ủy ban nhân dân tỉnh, Thủ tướng Chính phủ,"
                        + " or another")
public enum ExternalBodyKind {
    /// Tổng Liên đoàn Lao động Việt Nam.
    GENERAL_CONFEDERATION_OF_LABOUR,
    /// Công đoàn Viên chức Việt Nam.
    PUBLIC_EMPLOYEES_UNION,
    /// Công đoàn Viên chức tỉnh.
    PROVINCIAL_PUBLIC_EMPLOYEES_UNION,
    /// Liên đoàn Lao động tỉnh.
    PROVINCIAL_CONFEDERATION_OF_LABOUR,
    /// Viện trưởng VKSND, tối cao or of a province.
    CHIEF_PROCURATOR,
    /// Ủy ban nhân dân tỉnh.
    PROVINCIAL_PEOPLES_COMMITTEE,
    /// Thủ tướng Chính phủ.
    PRIME_MINISTER,
    OTHER
}
