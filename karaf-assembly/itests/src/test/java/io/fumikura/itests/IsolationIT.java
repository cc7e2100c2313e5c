package io.fumikura.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fumikura.account.ApiTokens;
import io.fumikura.account.OpenSessions;
import io.fumikura.account.Permission;
import io.fumikura.mail.MailQueue;
import io.fumikura.notice.NoticeBoard;
import io.fumikura.people.CompanyCodes;
import io.fumikura.people.Groups;
import io.fumikura.people.Seals;
import io.fumikura.people.UserDirectory;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;

/**
 * Nobody gets at what is not his: every operation of the OpenAPI document is called by those who have nothing to look for there, with the ids of somebody
 * else's things in all parameters. Nothing but 401, 403 and 404 may come back, nothing may be different afterwards, and no answer may tell of the
 * hidden record. A new operation is tried without being named here; one that the test can't fill fails it.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class IsolationIT {

    /** What needs no sign-in. Whatever is added to it is open to the whole world. */
    private static final Set<String> OPEN = Set.of(
            "GET /health",
            "GET /health/live",
            "GET /openapi.json",
            "GET /session",
            "POST /session",
            "DELETE /session",
            "POST /session/passkey",
            "POST /session/passkey/options",
            "POST /mail-confirmations",
            "POST /password-resets",
            "POST /password-resets/look",
            "POST /password-resets/use");

    /** What everybody of a company may call, besides what concerns the own account: it shows each one the part that is his. */
    private static final Set<String> FOR_ALL_COLLEAGUES = Set.of(
            "GET /ledgers",
            "GET /ledgers/{ledger}/records",
            "GET /overview",
            "GET /people",
            "GET /groups",
            "GET /notices",
            "PUT /notices/{id}/read",
            // Colleagues are named as delegates, and taken off one's own list.
            "DELETE /profile/delegates/{id}",
            "POST /uploads");

    /** Operations on the caller's own account, unless they name somebody else's thing. */
    private static final List<String> OWN_ACCOUNT =
            List.of("/profile", "/tokens", "/sessions", "/second-factors", "/passkeys", "/session");

    @Inject
    @Filter(timeout = 90_000)
    BootFinished booted;

    @Inject
    @Filter(timeout = 90_000)
    CompanyCodes companies;

    @Inject
    @Filter(timeout = 90_000)
    Groups groups;

    @Inject
    @Filter(timeout = 90_000)
    UserDirectory users;

    @Inject
    @Filter(timeout = 90_000)
    Seals seals;

    @Inject
    @Filter(timeout = 90_000)
    NoticeBoard notices;

    @Inject
    @Filter(timeout = 90_000)
    ApiTokens tokens;

    @Inject
    @Filter(timeout = 90_000)
    OpenSessions sessions;

    @Inject
    @Filter(timeout = 90_000)
    MailQueue mails;

    private Victim victim;
    private List<Operation> operations;
    private Filling filling;

    @Configuration
    public Option[] configuration() {
        return Distribution.options();
    }

    @Before
    public void hide() throws Exception {
        Client.ready();
        victim = new Victim(new Victim.Services(companies, groups, users, seals, notices, tokens, sessions, mails));
        JsonNode document = Person.NOBODY.get("/openapi.json");
        operations = Operation.of(document);
        filling = new Filling(document, victim.ids, victim.secret, victim.file);
        assertTrue("the document names the operations", operations.size() > 50);
    }

    private interface Judge {
        /** @return what is wrong; empty when all is well */
        String of(Operation operation, HttpResponse<String> answer);
    }

    /** Calls all operations of the sort as one person. @return what is wrong */
    private List<String> tryAll(Person person, Set<Operation.Entry> entries, List<String> secrets, Judge judge) throws Exception {
        var wrong = new ArrayList<String>();
        String before = victim.state();
        for (Operation operation : operations) {
            if (!entries.contains(operation.entry())) {
                continue;
            }
            HttpResponse<String> answer = person.send(operation, filling.of(operation));
            String said = person.name() + ": " + operation + " was answered with " + answer.statusCode() + " " + answer.body();
            String verdict = judge.of(operation, answer);
            if (!verdict.isEmpty()) {
                wrong.add(verdict + ": " + said);
            }
            if (secrets.stream().anyMatch(answer.body()::contains)) {
                wrong.add("tells of the victim: " + said);
            }
            if (!operation.isReading() && !victim.state().equals(before)) {
                wrong.add("changed something: " + said);
                before = victim.state();
            }
        }
        return wrong;
    }

    private static void assertNone(List<String> wrong) {
        assertTrue(String.join("\n", wrong), wrong.isEmpty());
    }

    private static String refused(HttpResponse<String> answer) {
        return Set.of(401, 403, 404).contains(answer.statusCode()) ? "" : "is not refused";
    }

    /** As somebody who is signed in, and still is at the end: who was locked out by what he tried would be refused for that. */
    private List<String> tryAsSomebody(Person person, List<String> secrets, Judge judge) throws Exception {
        List<String> wrong = tryAll(person, Set.of(Operation.Entry.CALLER), secrets, (operation, answer) -> {
            String verdict = judge.of(operation, answer);
            return verdict.isEmpty() && answer.statusCode() >= 500 ? "fails" : verdict;
        });
        person.get("/people");
        return wrong;
    }

    private List<String> marks() {
        return List.of(victim.secret, victim.ids.get("records"), victim.ids.get("uploads"), victim.ids.get("tokens"));
    }

    @Test
    public void onlyWhatIsMeantToIsOpenToTheWorld() {
        assertEquals(
                new TreeSet<>(OPEN),
                operations.stream()
                        .filter(operation -> operation.entry() == Operation.Entry.EVERYBODY)
                        .map(Operation::toString)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    public void nobodyGetsNothing() throws Exception {
        assertNone(tryAll(
                Person.NOBODY,
                Set.of(Operation.Entry.CALLER, Operation.Entry.HALF_SIGNED_IN),
                marks(),
                (operation, answer) -> answer.statusCode() == 401 ? "" : "does not ask for a sign-in"));
        assertEquals(401, Person.NOBODY.send("GET", "/events", Map.of(), "").statusCode());
    }

    @Test
    public void aHalfFinishedSignInOpensNothing() throws Exception {
        assertNone(tryAll(
                victim.halfSignedIn,
                Set.of(Operation.Entry.CALLER),
                marks(),
                (operation, answer) -> answer.statusCode() == 403 && answer.body().contains("signin.stage") ? "" : "is open"));
        assertEquals(401, victim.halfSignedIn.send("GET", "/events", Map.of(), "").statusCode());
    }

    @Test
    public void anotherCompanysClerkGetsNothing() throws Exception {
        tryFromOutside(Permission.VIEWER, Permission.CLERK);
    }

    @Test
    public void anotherCompanysAdministratorGetsNothing() throws Exception {
        tryFromOutside(EnumSet.complementOf(EnumSet.of(Permission.OPERATOR)).toArray(Permission[]::new));
    }

    private void tryFromOutside(Permission... permissions) throws Exception {
        var secrets = new ArrayList<>(marks());
        secrets.addAll(victim.ids.values());
        secrets.add(victim.name);
        assertNone(tryAsSomebody(
                victim.stranger("another company's " + List.of(permissions), permissions),
                secrets,
                (operation, answer) -> filling.isAboutVictim(operation) ? refused(answer) : ""));
    }

    @Test
    public void anotherGroupAndALowerRoleGetNothing() throws Exception {
        var wrong = new ArrayList<String>();
        for (Person colleague : List.of(
                victim.colleague("another group's clerk", Permission.VIEWER, Permission.CLERK),
                victim.colleague("another group's viewer", Permission.VIEWER),
                victim.colleague("an approver", Permission.APPROVER, Permission.SIGNER),
                victim.colleague("somebody without permissions"))) {
            wrong.addAll(tryAsSomebody(colleague, marks(), (operation, answer) -> isForAll(operation) ? "" : refused(answer)));
        }
        assertNone(wrong);
    }

    @Test
    public void anotherGroupsAdministratorStaysInsideOfIt() throws Exception {
        assertNone(tryAsSomebody(
                victim.colleague("another group's administrator", Permission.VIEWER, Permission.CLERK, Permission.GROUP_ADMINISTRATOR),
                marks(),
                (operation, answer) -> isForAll(operation) || isForAdministrators(operation) ? "" : refused(answer)));
    }

    private boolean isForAll(Operation operation) {
        return FOR_ALL_COLLEAGUES.contains(operation.toString())
                || !filling.isAboutVictim(operation)
                        && OWN_ACCOUNT.stream().anyMatch(path -> (operation.path() + "/").startsWith(path + "/"));
    }

    /** A group's administrator makes users and groups of his own. */
    private boolean isForAdministrators(Operation operation) {
        return !filling.isAboutVictim(operation) && operation.path().matches("/(users|groups)(/.*)?");
    }

    @Test
    public void whoMayViewARecordChangesNothingOfIt() throws Exception {
        Person reader = victim.colleague("a reader", Permission.VIEWER, Permission.CLERK);
        victim.open("VIEW", "[]");
        reader.get(victim.record());
        String before = victim.state();
        for (Operation operation : operations) {
            if (operation.path().startsWith("/records/{") && !operation.isReading()) {
                HttpResponse<String> answer = reader.send(operation, filling.of(operation));
                assertEquals(operation + ": " + answer.body(), 403, answer.statusCode());
                assertTrue(answer.body(), answer.body().contains("record.read-only"));
            }
        }
        assertEquals(before, victim.state());
    }

    @Test
    public void aHiddenRecordIsInNoCountAndNoHit() throws Exception {
        Person colleague = victim.colleague("a colleague", Permission.VIEWER, Permission.CLERK);
        List<Long> hidden = counts(colleague);
        victim.open("VIEW", "[]");
        List<Long> open = counts(colleague);
        assertEquals(List.of(hidden.get(0) + 1, hidden.get(1) + 1, 1L), open);
        assertEquals(Long.valueOf(0), hidden.get(2));
        victim.open("NONE", "[]");
        assertEquals(hidden, counts(colleague));
        HttpResponse<String> again = colleague.send(
                "POST", "/uploads?filename=x.txt", Map.of("Content-Type", "application/octet-stream"), victim.file);
        assertEquals(409, again.statusCode());
        assertTrue(again.body(), again.body().contains("\"originals\":[]"));
    }

    /** What somebody's ledger, his overview and a search for the secret count. */
    private List<Long> counts(Person person) throws Exception {
        long states = 0;
        for (JsonNode count : person.get("/overview").path("counts")) {
            states += count.asLong();
        }
        return List.of(
                person.get("/ledgers/contracts/records").path("total").asLong(),
                states,
                person.get("/ledgers/contracts/records?fullText=true&keyword=" + victim.secret).path("total").asLong());
    }

    /** Otherwise refusals would prove nothing. */
    @Test
    public void whoMayDoEverythingIsRefusedNothing() throws Exception {
        var wrong = new ArrayList<String>();
        for (String method : List.of("GET", "PUT", "PATCH", "POST", "DELETE")) {
            for (Operation operation : operations) {
                if (operation.method().equals(method) && filling.isAboutVictim(operation) && !isPersonal(operation)) {
                    HttpResponse<String> answer = victim.almighty.send(operation, filling.of(operation));
                    if (Set.of(401, 403, 404, 405, 415, 428).contains(answer.statusCode()) || answer.statusCode() >= 500) {
                        wrong.add(operation + " was answered with " + answer.statusCode() + " " + answer.body());
                    }
                }
            }
        }
        assertNone(wrong);
    }

    /** What even an administrator can't do for somebody else. */
    private static boolean isPersonal(Operation operation) {
        return operation.path().matches("/(tokens|uploads|profile|passkeys)/.*");
    }
}
