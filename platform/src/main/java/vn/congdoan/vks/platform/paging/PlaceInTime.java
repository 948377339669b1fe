package vn.congdoan.vks.platform.paging;

import java.time.LocalDate;
import java.util.UUID;

/// The last record that a page showed of a list in the order of days, and of ids within a day.
public record PlaceInTime(LocalDate day, UUID id) {}
