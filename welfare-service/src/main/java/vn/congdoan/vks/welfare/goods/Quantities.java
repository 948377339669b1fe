package vn.congdoan.vks.welfare.goods;

import java.math.BigDecimal;

/// How much there is of something, in its unit of measure.
public final class Quantities {

    private Quantities() {}

    /// A number in its shortest form, without an exponent: 10, 10.0 and 1e1 are equal.
    public static BigDecimal plain(BigDecimal quantity) {
        BigDecimal shortest = quantity.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /// As it stands on paper: with a decimal comma.
    public static String vietnamese(BigDecimal quantity) {
        return plain(quantity).toPlainString().replace('.', ',');
    }
}
