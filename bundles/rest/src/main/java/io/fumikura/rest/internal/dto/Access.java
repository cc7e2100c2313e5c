package io.fumikura.rest.internal.dto;

import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grantee;
import io.fumikura.document.DefaultRights;
import io.fumikura.document.RecordRights;
import io.fumikura.people.GroupId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may see and edit records. */
public final class Access {

    private Access() {}

    /** @param name a user's, or those from the top down to a group, joined by slashes */
    public record GrantDto(Grantee kind, String id, String name, AccessLevel level) {}

    private static List<GrantDto> shown(AccessRights rights, Map<UUID, String> names) {
        return rights.grants().stream()
                .map(grant -> new GrantDto(
                        grant.kind(), grant.id().toString(), names.getOrDefault(grant.id(), ""), grant.level()))
                .sorted(Comparator.comparing(GrantDto::kind).thenComparing(GrantDto::name))
                .toList();
    }

    /**
     * @param owningGroup what the owning group of the record may
     * @param byDefault whether the rules for new records decided it
     * @param editable whether the caller may change it
     */
    public record AccessDto(
            AccessLevel everyone,
            AccessLevel owningGroup,
            List<GrantDto> grants,
            RecordDto.@Nullable GroupRefDto group,
            Account.@Nullable PersonDto owner,
            boolean byDefault,
            boolean editable) {

        public static AccessDto of(RecordRights.Shown shown) {
            var record = RecordDto.of(shown.record());
            return new AccessDto(
                    shown.rights().everyone(),
                    shown.rights().owningGroup(),
                    shown(shown.rights(), shown.names()),
                    record.group(),
                    record.owner(),
                    shown.byDefault(),
                    shown.editable());
        }
    }

    public record GrantRequest(@Nullable Grantee kind, @Nullable String id, @Nullable AccessLevel level) {}

    public record AccessRequest(
            @Nullable AccessLevel everyone, @Nullable AccessLevel owningGroup, @Nullable List<@Nullable GrantRequest> grants) {}

    /**
     * @param ledger null for all ledgers
     * @param group owning group; null for all
     */
    public record AccessRuleDto(
            @Nullable String ledger,
            RecordDto.@Nullable GroupRefDto group,
            AccessLevel everyone,
            AccessLevel owningGroup,
            List<GrantDto> grants) {}

    /** @param eligible number of records that have the rights that rules gave them */
    public record AccessApplicationDto(long eligible, @Nullable AccessRunDto last) {

        public static AccessApplicationDto of(DefaultRights.Application application) {
            return new AccessApplicationDto(
                    application.eligible(), application.last().map(AccessRunDto::of).orElse(null));
        }
    }

    /**
     * @param finished null while it is going on
     * @param stopped whether it was ended before the end
     */
    public record AccessRunDto(
            Instant started, String by, @Nullable Instant finished, boolean stopped, long total, long lookedAt, long changed) {

        static AccessRunDto of(DefaultRights.Run run) {
            return new AccessRunDto(
                    run.started(), run.by(), run.finished().orElse(null), run.stopped(), run.total(), run.lookedAt(), run.changed());
        }
    }

    /** @param rules the ones that count first before the others */
    public record AccessRulesDto(List<AccessRuleDto> rules) {

        public static AccessRulesDto of(DefaultRights.Rules rules) {
            return new AccessRulesDto(rules.rules().stream()
                    .map(rule -> new AccessRuleDto(
                            rule.ledger().orElse(null),
                            rule.group().map(group -> group(group, rules.names())).orElse(null),
                            rule.rights().everyone(),
                            rule.rights().owningGroup(),
                            shown(rule.rights(), rules.names())))
                    .toList());
        }

        private static RecordDto.GroupRefDto group(GroupId group, Map<UUID, String> names) {
            return new RecordDto.GroupRefDto(group.toString(), names.getOrDefault(group.value(), ""));
        }
    }

    /**
     * @param ledger null for all ledgers
     * @param group id of an owning group; null for all
     */
    public record AccessRuleRequest(
            @Nullable String ledger,
            @Nullable String group,
            @Nullable AccessLevel everyone,
            @Nullable AccessLevel owningGroup,
            @Nullable List<@Nullable GrantRequest> grants) {}

    public record AccessRulesRequest(@Nullable List<@Nullable AccessRuleRequest> rules) {}
}
