package vn.congdoan.vks.platform.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who somebody is, according to an identity provider.
///
/// @param issuer the configured alias of the provider, not its URL, so that moving it loses nobody's rights
/// @param subject the provider's stable id of the account (`sub` of the token)
@Embeddable
@Schema(description = "An account at an identity provider")
public record Principal(
        @Column(name = "issuer") @Schema(description = "Alias of the identity provider", examples = "congdoan")
        String issuer,

        @Column(name = "subject")
        @Schema(
                description = "The provider's id of the account (sub of the token)",
                examples = "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001")
        String subject) {

    /// The account in one word, to write down who did something.
    public String account() {
        return issuer + "/" + subject;
    }
}
