package vn.congdoan.vks.gateway.routing;

import java.util.Locale;

/// The services behind the gateway. The order is the order in which composed views name and prefer them.
public enum Backend {
    MEMBERSHIP,
    CAMPAIGN,
    WELFARE;

    /// The name in configuration, problems and contract files.
    public String serviceName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
