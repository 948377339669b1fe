package vn.congdoan.vks.platform.access;

/// Where the records of a union are written. The log has the last word; this is asked early, before anything is done
/// for a write that it would refuse.
public interface WritingPlace {

    /// 409 if what belongs to a unit is written at another node.
    void require(UnitId unit);
}
