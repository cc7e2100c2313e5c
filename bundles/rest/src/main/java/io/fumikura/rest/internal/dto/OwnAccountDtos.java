package io.fumikura.rest.internal.dto;

import io.fumikura.people.Delegates;
import io.fumikura.people.OwnAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people change about their own accounts. */
public final class OwnAccountDtos {

    private OwnAccountDtos() {}

    /** @param wantedMail a new address that was not confirmed yet */
    public record OwnAccountDto(
            String name,
            boolean nameFixed,
            String mail,
            @Nullable String wantedMail,
            List<String> subMails,
            List<List<String>> groups) {

        public static OwnAccountDto of(OwnAccount.Own own) {
            return new OwnAccountDto(
                    own.name(), own.nameFixed(), own.mail(), own.wantedMail().orElse(null), own.subMails(), own.groups());
        }
    }

    public record OwnAccountRequest(@Nullable String name, @Nullable List<String> subMails) {}

    public record MailRequest(@Nullable String mail) {}

    public record MailConfirmation(@Nullable String secret) {}

    public record DelegateDto(String id, String loginId, String name, boolean active) {

        public static DelegateDto of(Delegates.Delegate delegate) {
            return new DelegateDto(delegate.id().toString(), delegate.loginId(), delegate.name(), delegate.active());
        }
    }

    /** @param signers for whom the caller may operate */
    public record DelegatesDto(List<DelegateDto> delegates, List<DelegateDto> signers) {}

    public record DelegatesRequest(@Nullable List<String> users) {}
}
