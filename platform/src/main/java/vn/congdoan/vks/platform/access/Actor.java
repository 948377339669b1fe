package vn.congdoan.vks.platform.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who does something, and by which assignment; without one where a member acts on own data.
public record Actor(Principal principal, @Nullable UUID assignment) {}
