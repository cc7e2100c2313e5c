package io.fumikura.tenant;

import java.util.Optional;

/**
 * Which companies are wanted.
 *
 * @param text part of code, name or own names in any case and width; empty for all
 * @param plan id of a tier
 * @param cursor where the page before ended
 * @param limit 1 to 200
 */
public record TenantQuery(
        String text, Optional<TenantState> state, Optional<String> plan, Optional<String> cursor, int limit) {

    public static final TenantQuery ALL = new TenantQuery("", Optional.empty(), Optional.empty(), Optional.empty(), 200);
}
