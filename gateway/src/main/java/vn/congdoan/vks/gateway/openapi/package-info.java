/// One OpenAPI document for the whole system, joined from the services' contracts.
@NullMarked
package vn.congdoan.vks.gateway.openapi;

import org.jspecify.annotations.NullMarked;
