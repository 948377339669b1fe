package vn.congdoan.vks.local.realm;

import java.util.Arrays;
import java.util.Optional;

/// The people of the demo realm. Their subject ids never change, so that assignments made for them outlive
/// Keycloak's data. What each may do is not said here: the union says that, by assignments.
public enum DemoLogins {
    TRUNGUONG_QUANTRI("trunguong.quantri", "5eed0000-0000-4000-8000-000000000001"),
    TRUNGUONG_CHUTICH("trunguong.chutich", "5eed0000-0000-4000-8000-000000000002"),
    TRUNGUONG_CANBO("trunguong.canbo", "5eed0000-0000-4000-8000-000000000003"),
    TRUNGUONG_KETOAN("trunguong.ketoan", "5eed0000-0000-4000-8000-000000000004"),
    TRUNGUONG_THUQUY("trunguong.thuquy", "5eed0000-0000-4000-8000-000000000005"),
    TRUNGUONG_KIEMTRA("trunguong.kiemtra", "5eed0000-0000-4000-8000-000000000006"),
    QUANGNGAI_QUANTRI("quangngai.quantri", "5eed0000-0000-4000-8000-000000000007"),
    QUANGNGAI_CHUTICH("quangngai.chutich", "5eed0000-0000-4000-8000-000000000008"),
    QUANGNGAI_CANBO("quangngai.canbo", "5eed0000-0000-4000-8000-000000000009"),
    QUANGNGAI_KETOAN("quangngai.ketoan", "5eed0000-0000-4000-8000-000000000010"),
    QUANGNGAI_THUQUY("quangngai.thuquy", "5eed0000-0000-4000-8000-000000000011"),
    QUANGNGAI_KIEMTRA("quangngai.kiemtra", "5eed0000-0000-4000-8000-000000000012"),
    QUANGNGAI_DOANVIEN("quangngai.doanvien", "5eed0000-0000-4000-8000-000000000013"),
    KONTUM_QUANTRI("kontum.quantri", "5eed0000-0000-4000-8000-000000000014"),
    KONTUM_CANBO("kontum.canbo", "5eed0000-0000-4000-8000-000000000015"),
    NGHEAN_QUANTRI("nghean.quantri", "5eed0000-0000-4000-8000-000000000016"),
    NGHEAN_CANBO("nghean.canbo", "5eed0000-0000-4000-8000-000000000017"),
    KONTUM_KETOAN("kontum.ketoan", "5eed0000-0000-4000-8000-000000000018"),
    TRUNGUONG_VANTHU("trunguong.vanthu", "5eed0000-0000-4000-8000-000000000019");

    /// The password of every demo login.
    public static final String PASSWORD = "demo-only";

    private final String login;
    private final String subject;

    DemoLogins(String login, String subject) {
        this.login = login;
        this.subject = subject;
    }

    /// The name to log in with, such as `quangngai.canbo`.
    public String login() {
        return login;
    }

    /// The `sub` of this person's tokens.
    public String subject() {
        return subject;
    }

    /// The person with this login name.
    public static Optional<DemoLogins> named(String login) {
        return Arrays.stream(values()).filter(one -> one.login.equals(login)).findFirst();
    }
}
