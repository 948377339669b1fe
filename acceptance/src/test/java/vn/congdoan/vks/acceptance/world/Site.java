package vn.congdoan.vks.acceptance.world;

/// Where a record or a unit is made.
///
/// @param unit where records are made
/// @param parent under which new units are made
/// @param childKind which kind of unit may stand there
public record Site(String unit, String parent, String childKind) {}
