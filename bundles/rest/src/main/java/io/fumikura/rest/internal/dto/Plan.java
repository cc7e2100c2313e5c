package io.fumikura.rest.internal.dto;

import io.fumikura.plan.Tier;
import io.fumikura.plan.Usage;
import io.fumikura.plan.spi.Terms;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Plan tiers and what is used of them. */
public final class Plan {

    private Plan() {}

    /** @param terms null for a tier that does not run at the moment */
    public record TierDto(String id, Text label, @Nullable TermsOfPlanDto terms) {

        public static TierDto of(Tier tier) {
            return new TierDto(tier.id(), new Text(tier.japanese(), tier.english()), TermsOfPlanDto.of(tier.terms()));
        }

        static TierDto away(String id) {
            return new TierDto(id, new Text(id, id), null);
        }
    }

    /** Null stands for no limit. */
    public record TermsOfPlanDto(
            @Nullable Long monthlyUploads,
            long maximumFileSize,
            @Nullable Integer licences,
            @Nullable Integer customFields,
            List<String> features) {

        static TermsOfPlanDto of(Terms terms) {
            return new TermsOfPlanDto(
                    orNull(terms.monthlyUploads()),
                    terms.maximumFileSize(),
                    orNull(terms.licences()),
                    orNull(terms.customFields()),
                    terms.features().stream().sorted().toList());
        }

        private static @Nullable Long orNull(OptionalLong value) {
            return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
        }

        private static @Nullable Integer orNull(OptionalInt value) {
            return value.isPresent() ? Integer.valueOf(value.getAsInt()) : null;
        }
    }

    /** @param month e.g. {@code 2026-04} */
    public record MonthDto(String month, long uploads) {}

    /**
     * @param plan the company's tier; without terms while it does not run
     * @param month the present one
     * @param uploads of the present month
     * @param months that had any, the newest first
     */
    public record UsageDto(
            TierDto plan, String month, long uploads, List<MonthDto> months, long records, long bytes, long users, long sessions) {

        public static UsageDto of(Usage usage) {
            return new UsageDto(
                    usage.tier().map(TierDto::of).orElseGet(() -> TierDto.away(usage.plan())),
                    usage.month().toString(),
                    usage.uploads(),
                    usage.months().stream()
                            .map(month -> new MonthDto(month.month().toString(), month.uploads()))
                            .toList(),
                    usage.records(),
                    usage.bytes(),
                    usage.users(),
                    usage.sessions());
        }
    }
}
