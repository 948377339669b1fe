package vn.congdoan.vks.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permission an operation asks for. Every operation declares one: it is checked before the body is read,
/// written into the OpenAPI document as `x-roles`, and judged against the unit inside the operation.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Permission value();

    /// Whether a linked member may also do it, to the own record.
    boolean orOwnRecord() default false;
}
