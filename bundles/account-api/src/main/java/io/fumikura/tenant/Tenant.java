package io.fumikura.tenant;

import io.fumikura.account.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A company as operators see it.
 *
 * @param code 企業コード, with which user IDs begin; never changes
 * @param reason why it is in its state; empty when nobody gave one
 * @param plan id of its plan tier, which may not be running
 * @param ownNames under which it appears in its documents
 * @param ownNumbers registration numbers of its own, e.g. {@code T1234567890123}
 * @param users who are not deleted
 * @param version for changes; grows with each that operators make
 */
public record Tenant(
        TenantId id,
        String code,
        String name,
        TenantState state,
        String reason,
        String plan,
        ZoneId timeZone,
        List<String> ownNames,
        List<String> ownNumbers,
        Instant created,
        long users,
        long version) {

    public Tenant {
        ownNames = List.copyOf(ownNames);
        ownNumbers = List.copyOf(ownNumbers);
    }
}
