package vn.congdoan.vks.planted.naming;

/// Holds the names that are refused.
class Names {

    record ThingImpl() {}

    record ThingService() {}

    record ThingDto() {}

    record ThingDTO() {}

    record ThingEntity() {}

    record ThingUtil() {}

    record ThingUtils() {}

    record ThingManager() {}

    record ThingHelper() {}

    record ThingMapper() {}

    record ThingMappers() {}
}
