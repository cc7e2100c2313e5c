package io.fumikura.core.internal.people;

import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.mail.MailAddress;
import io.fumikura.people.GroupId;
import io.fumikura.people.UserForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A form that was looked through.
 *
 * @param subMails by their keys
 */
record FormCheck(
        String name,
        MailAddress mail,
        Map<String, MailAddress> subMails,
        List<UUID> groups,
        Set<Permission> permissions,
        String language) {

    private static final int MOST_MAILS = 10;
    private static final int MOST_GROUPS = 50;

    static FormCheck of(UserForm form) {
        String name = Names.ofPerson(form.name());
        MailAddress mail = MailAddress.of(form.mail());
        Map<String, MailAddress> mails = subMails(form.subMails(), mail);
        List<UUID> groups = form.groups().stream().map(GroupId::value).distinct().toList();
        if (groups.size() > MOST_GROUPS) {
            throw new PlatformException(Category.INVALID, "user.groups", "A user is in at most 50 groups.");
        }
        return new FormCheck(
                name, mail, mails, groups, form.permissions(), form.language().getLanguage().equals("en") ? "en" : "ja");
    }

    static Map<String, MailAddress> subMails(List<String> typed, MailAddress mail) {
        var mails = new LinkedHashMap<String, MailAddress>();
        for (String text : typed) {
            if (!text.isBlank()) {
                MailAddress address = MailAddress.of(text);
                mails.putIfAbsent(MailKey.of(address), address);
            }
        }
        mails.remove(MailKey.of(mail));
        if (mails.size() > MOST_MAILS) {
            throw new PlatformException(Category.INVALID, "user.sub-mails", "A user has at most 10 further mail addresses.");
        }
        return mails;
    }
}
