package vn.congdoan.vks.welfare.imports;

import vn.congdoan.vks.welfare.layout.ImportField;

/// What is wrong with a row.
///
/// @param rule its text is `violation.<rule>` in the bundles
public record Fault(ImportField field, String rule) {}
