package vn.congdoan.vks.platform.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// With which record an operation answers once it is done. The document needs to be told: a method's own type is
/// `Response`, for the sake of version and address.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {

    /// The type of the record.
    Class<?> value();

    /// What there is to say of it in this answer.
    String as() default "The record";
}
