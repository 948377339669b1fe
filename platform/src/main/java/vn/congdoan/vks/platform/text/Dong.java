package vn.congdoan.vks.platform.text;

import java.text.NumberFormat;
import java.util.Locale;

/// An amount of money as people write it: `151.000.000 đ`.
public record Dong(long amount) {

    public String in(Locale language) {
        return NumberFormat.getIntegerInstance(language).format(amount) + " đ";
    }
}
