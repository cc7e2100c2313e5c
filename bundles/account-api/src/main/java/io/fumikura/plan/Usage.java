package io.fumikura.plan;

import io.fumikura.account.TenantId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What a company uses, beside what its plan allows.
 *
 * @param plan id of the company's tier
 * @param tier the tier; empty while its plugin does not run, so that nothing can be uploaded
 * @param month the present one in the company's time zone
 * @param uploads of the present month; what was deleted still counts
 * @param months uploads of the last twelve months with any, the newest first
 * @param records that there are now
 * @param bytes of their files, each content once
 * @param users who are not deleted
 * @param sessions full ones now, each of which takes a licence
 */
public record Usage(
        TenantId tenant,
        String plan,
        Optional<Tier> tier,
        YearMonth month,
        long uploads,
        List<Month> months,
        long records,
        long bytes,
        long users,
        long sessions) {

    public Usage {
        months = List.copyOf(months);
    }

    /** Uploads of one month. */
    public record Month(YearMonth month, long uploads) {}
}
