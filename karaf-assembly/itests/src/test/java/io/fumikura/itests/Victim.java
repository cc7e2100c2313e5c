package io.fumikura.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fumikura.account.ApiTokens;
import io.fumikura.account.Caller;
import io.fumikura.account.OpenSessions;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.mail.MailQuery;
import io.fumikura.mail.MailQueue;
import io.fumikura.notice.NoticeBoard;
import io.fumikura.notice.NoticeForm;
import io.fumikura.people.CompanyCodes;
import io.fumikura.people.GroupId;
import io.fumikura.people.Groups;
import io.fumikura.people.Seals;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserForm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Somebody with one of everything that can be addressed: a company, a group, an account, a token, a mail, a pending upload, a colleague's session, and a record that
 * is closed to all but him and the administrators. Also makes those who try to get at it.
 */
final class Victim {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PASSWORD = Pattern.compile("(?m)assword: *(\\S+)$");

    /** The services of the platform that nobody can call from outside without an account. */
    record Services(
            CompanyCodes companies,
            Groups groups,
            UserDirectory users,
            Seals seals,
            NoticeBoard notices,
            ApiTokens tokens,
            OpenSessions sessions,
            MailQueue mails) {}

    /** Stands in everything about the record, and nowhere else. */
    final String secret = unique("hidden");
    /** What he and his group are called; colleagues may know it. */
    final String name = unique("victim");
    /** An id of each collection in the paths of operations. */
    final Map<String, String> ids = new LinkedHashMap<>();

    final String file = Texts.contract(7) + "\n" + secret + "\n";
    final Person owner;
    /** Who may everything in the victim's company, and runs the platform. */
    final Person almighty;
    /** The same person, who has yet to change the initial password. */
    final Person halfSignedIn;

    private final Services services;
    private final TenantId company;

    Victim(Services services) throws Exception {
        this.services = services;
        company = services.companies().find(console(new TenantId(new UUID(0, 0))), "aozora");
        GroupId group = group();
        UserAccount account = hire(company, name, List.of(group), EnumSet.of(Permission.VIEWER, Permission.CLERK));
        ApiTokens.Created token = services.tokens().create(caller(account, company), name);
        owner = Person.withToken("the owner", token.secret());
        UserAccount chief = hire(company, unique("chief"), List.of(), EnumSet.allOf(Permission.class));
        almighty = Person.withToken("an administrator", services.tokens().create(caller(chief, company), "test").secret());
        halfSignedIn = halfSignedIn(chief);
        ids.put("tenants", company.toString());
        ids.put("groups", group.toString());
        ids.put("users", account.id().toString());
        // A delegate is a user.
        ids.put("delegates", account.id().toString());
        String notice = notice().toString();
        ids.put("notices", notice);
        ids.put("notice-board", notice);
        // Only a browser makes one, so that it stands for those of others.
        ids.put("passkeys", UUID.randomUUID().toString());
        ids.put("seals", seal(account).toString());
        ids.put("tokens", token.token().id().toString());
        ids.put("mails", mail(account).toString());
        ids.put("sessions", session(chief).toString());
        ids.put("records", upload(201).at("/record/id").asText());
        ids.put("uploads", upload(409).at("/pending").asText());
        describe();
        open("NONE", "[]");
    }

    private static String unique(String what) {
        return what + UUID.randomUUID().toString().replace("-", "");
    }

    private static Caller console(TenantId company) {
        return new Caller(
                company, new UserId(new UUID(0, 0)), "test", EnumSet.allOf(Permission.class), Locale.ENGLISH, "isolation-test");
    }

    private static Caller caller(UserAccount account, TenantId company) {
        return new Caller(company, account.id(), account.name(), account.permissions(), account.language(), "isolation-test");
    }

    private GroupId group() {
        return services.groups().create(console(company), Optional.empty(), unique("group")).id();
    }

    private UserAccount hire(TenantId where, String name, List<GroupId> groups, Set<Permission> permissions) {
        return services.users().create(
                console(where),
                Optional.empty(),
                new UserForm(name, name + "@example.com", List.of(), groups, permissions, Locale.ENGLISH));
    }

    private Person person(String who, TenantId where, List<GroupId> groups, Permission... permissions) {
        UserAccount account = hire(where, unique("person"), groups, Set.of(permissions));
        return Person.withToken(who, services.tokens().create(caller(account, where), "test").secret());
    }

    /** Somebody of another group of the same company. */
    Person colleague(String who, Permission... permissions) {
        return person(who, company, List.of(group()), permissions);
    }

    Person stranger(String who, Permission... permissions) {
        return person(who, services.companies().find(console(company), "minato"), List.of(), permissions);
    }

    private UUID seal(UserAccount account) throws Exception {
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB), "png", image);
        var data = new ByteArrayInputStream(image.toByteArray());
        return services.seals().upload(caller(account, company), secret.substring(0, 30), data, false).id();
    }

    /** For the victim's company. */
    private UUID notice() {
        var form = new NoticeForm(Optional.of(company), name, name, name, name, Instant.EPOCH, Optional.empty());
        return services.notices().publish(console(company), form).id();
    }

    private UUID mail(UserAccount account) {
        var query = new MailQuery(Optional.empty(), account.mail(), Optional.empty(), 200);
        return services.mails().list(console(company), query).mails().stream()
                .filter(mail -> mail.template().equals("initial-password"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Person halfSignedIn(UserAccount account) throws Exception {
        Matcher password = PASSWORD.matcher(services.mails().show(console(company), mail(account)).text().orElseThrow());
        if (!password.find()) {
            throw new AssertionError("The mail with the initial password has none.");
        }
        HttpResponse<String> answer = Person.NOBODY.send(
                "POST",
                "/session",
                Map.of("Content-Type", "application/json"),
                JSON.createObjectNode().put("login", account.loginId()).put("password", password.group(1)).toString());
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow(() -> new AssertionError(answer.body()));
        return new Person(
                "somebody who has yet to change the initial password",
                Map.of(
                        "Cookie",
                        cookie.substring(0, cookie.indexOf(';')),
                        "X-CSRF-Token",
                        JSON.readTree(answer.body()).path("csrfToken").asText()));
    }

    private UUID session(UserAccount account) {
        return services.sessions().own(caller(account, company)).get(0).id();
    }

    private JsonNode upload(int status) throws Exception {
        HttpResponse<String> answer = owner.send(
                "POST",
                "/uploads?ledger=contracts&filename=" + secret + ".txt",
                Map.of("Content-Type", "application/octet-stream"),
                file);
        if (answer.statusCode() != status) {
            throw new AssertionError("The upload was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private void describe() throws Exception {
        JsonNode read = Client.await(
                () -> owner.get(record()), detail -> detail.at("/record/state").asText().matches("COMPLETE|INCOMPLETE"));
        owner.change(
                "PATCH", record(), read.at("/record/version").asLong(), "{\"memo\":\"" + secret + "\",\"tags\":[\"" + secret + "\"]}");
    }

    String record() {
        return "/records/" + ids.get("records");
    }

    /** @param everyone what the company may @param grants in JSON */
    void open(String everyone, String grants) throws Exception {
        owner.change(
                "PUT",
                record() + "/access",
                owner.get(record()).at("/record/version").asLong(),
                "{\"everyone\":\"" + everyone + "\",\"owningGroup\":\"NONE\",\"grants\":" + grants + "}");
    }

    /** All of the victim's things as they are now, without what changes by looking at them. */
    String state() throws Exception {
        var state = new StringBuilder();
        for (String path : List.of(record(), record() + "/access", "/users/" + ids.get("users"), "/sessions", "/users/" + ids.get("users") + "/seals")) {
            state.append(almighty.get(path)).append('\n');
        }
        for (JsonNode group : almighty.get("/groups")) {
            if (group.path("id").asText().equals(ids.get("groups"))) {
                state.append(group).append('\n');
            }
        }
        almighty.get("/notice-board").forEach(notice -> state.append(notice.path("id")).append(notice.path("version")).append('\n'));
        owner.get("/tokens").forEach(token -> state.append(token.path("id")).append('\n'));
        return state.toString();
    }
}
