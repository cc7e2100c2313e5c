package io.fumikura.tenant;

import java.util.List;

/**
 * What an operator writes about a company.
 *
 * @param name 1 to 200 characters
 * @param plan id of a tier that runs now; the present one may stay although it is away
 * @param timeZone of the tz database, e.g. {@code Asia/Tokyo}; months of the quota and days of deadlines are told by it
 * @param ownNames under which it appears in its documents, at most 50; its name alone when there are none
 * @param ownNumbers registration numbers of its own, at most 50
 */
public record TenantForm(String name, String plan, String timeZone, List<String> ownNames, List<String> ownNumbers) {

    public TenantForm {
        ownNames = List.copyOf(ownNames);
        ownNumbers = List.copyOf(ownNumbers);
    }
}
