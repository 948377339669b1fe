package vn.congdoan.vks.local.demo;

/// What a section's members do in the office, which decides on their titles.
enum LineOfWork {
    /// Prosecuting and supervising in a department or an upper office.
    PROSECUTION,
    /// All of it, in the small office of a district.
    DISTRICT,
    /// The investigating agency of the procuracy.
    INVESTIGATION,
    /// Administration, staff, money, law, foreign relations.
    OFFICE,
    /// Schools, the journal and the newspaper: public employees.
    SCHOOL_OR_PRESS
}
