package vn.congdoan.vks.membership.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import java.util.Optional;

/// What the first start of the central node makes. A provincial node uses none of it.
@ConfigMapping(prefix = "vks.bootstrap")
interface BootstrapConfig {

    /// Code of the central union.
    @WithDefault("VKSTC")
    String unionCode();

    /// Name of the central union.
    @WithDefault("Công đoàn Viện kiểm sát nhân dân tối cao")
    String unionName();

    /// First day of the central union in the record; nothing is recorded of days before.
    @WithDefault("1990-01-01")
    LocalDate unionSince();

    /// The account (`sub` of its tokens) that becomes the first ADMIN. Without it nobody could ever be let in, so
    /// the central node does not start for the first time.
    Optional<String> adminSubject();
}
