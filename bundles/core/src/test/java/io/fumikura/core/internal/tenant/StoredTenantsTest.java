package io.fumikura.core.internal.tenant;

import static io.fumikura.core.internal.tenant.Operations.administrator;
import static io.fumikura.core.internal.tenant.Operations.form;
import static io.fumikura.core.internal.tenant.Operations.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SignInStage;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.account.HashedTokens;
import io.fumikura.core.internal.history.Logs;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserQuery;
import io.fumikura.tenant.FirstAdministrator;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantForm;
import io.fumikura.tenant.TenantQuery;
import io.fumikura.tenant.TenantState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class StoredTenantsTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private Operations operations;
    private StoredTenants tenants;
    private Caller operator;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        operations = new Operations(transactions, folder);
        tenants = operations.tenants;
        operator = operations.operator;
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private UserAccount only(Tenant tenant) {
        return operations.users.list(of(tenant), UserQuery.ALL).users().get(0);
    }

    /** The operator, at work for a company. */
    private Caller of(Tenant tenant) {
        return new Caller(tenant.id(), operator.user(), operator.name(), operator.permissions(), Locale.JAPANESE, "test");
    }

    private Tenant move(Tenant tenant, TenantState state) {
        return tenants.move(operator, tenant.id(), tenants.show(operator, tenant.id()).version(), state, "未払い");
    }

    @Test
    void theFirstAdministratorOfANewCompanyComesInWithTheMailedPassword() {
        Tenant tenant = operations.create("A15336", "株式会社甲");

        assertThat(tenant.ownNames()).containsExactly("株式会社甲");
        assertThat(tenant.users()).isEqualTo(1);
        UserAccount first = only(tenant);
        assertThat(first.loginId()).isEqualTo("A1533601");
        assertThat(first.permissions())
                .containsExactlyInAnyOrder(Permission.VIEWER, Permission.CLERK, Permission.TENANT_ADMINISTRATOR);
        Session session = operations.enter("A1533601", operations.mailedPassword("a15336@example.com"));
        assertThat(operations.signIn.stage(session.token())).contains(SignInStage.PASSWORD_CHANGE);
        assertThat(operations.history(tenant.id().value())).containsExactly("tenant.created");
        assertThat(operations.history(Logs.PLATFORM)).containsExactly("tenant.created");
    }

    @Test
    void saysWhatIsWrongWithACompany() {
        operations.create("A15336", "甲");
        assertThat(refusal(() -> operations.create("a15336", "乙"))).isEqualTo("tenant.code-taken");
        assertThat(refusal(() -> operations.create("-a", "乙"))).isEqualTo("tenant.code");
        assertThat(refusal(() -> operations.create("株式", "乙"))).isEqualTo("tenant.code");
        assertThat(refusal(() -> operations.create("B1", " "))).isEqualTo("tenant.name");
        assertThat(refusal(() -> operations.create("B1", "二\n行"))).isEqualTo("tenant.name");
        assertThat(refusal(() -> tenants.create(operator, "B1", form("乙", "golden"), administrator("B1")))).isEqualTo("plan.unknown");
        assertThat(refusal(() -> tenants.create(
                        operator, "B1", new TenantForm("乙", "standard", "Mars/North", List.of(), List.of()), administrator("B1"))))
                .isEqualTo("tenant.time-zone");
        assertThat(refusal(() -> tenants.create(operator, "B1", form("乙", "standard"), administrator("A15336")))).isEqualTo("mail.taken");
        assertThat(refusal(() -> tenants.create(
                        operator, "B1", form("乙", "standard"), new FirstAdministrator("x", "x@example.com\nBcc: y@example.com", Locale.JAPANESE))))
                .isEqualTo("mail.address");
        assertThat(tenants.list(operator, TenantQuery.ALL).total()).as("nothing is left of refused ones").isEqualTo(2);
    }

    @Test
    void ofSeveralWhoWantOneCodeAtOnceOneGetsIt() throws Exception {
        var answers = Collections.synchronizedList(new ArrayList<String>());
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var first = new FirstAdministrator("x", "x" + i + "@example.com", Locale.JAPANESE);
            String code = i % 2 == 0 ? "SAME" : "same";
            var thread = new Thread(() -> answers.add(refusal(() -> {
                start.await();
                tenants.create(operator, code, form("甲", "standard"), first);
            })));
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(answers).hasSize(4).containsOnly("done", "tenant.code-taken").containsOnlyOnce("done");
    }

    @Test
    void nobodyOfAShutCompanyComesInUntilItIsOpenedAgain() {
        Tenant tenant = operations.create("A15336", "甲");
        String password = operations.mailedPassword("a15336@example.com");
        Session open = operations.enter("A1533601", password);
        String token = transactions.required(
                entities -> HashedTokens.create(entities, only(tenant).id().value(), "program").secret());
        var tokens = new HashedTokens(transactions);
        assertThat(tokens.caller(token, "r")).isPresent();

        for (TenantState shut : List.of(TenantState.SUSPENDED, TenantState.CLOSED)) {
            assertThat(move(tenant, shut)).returns(shut, Tenant::state).returns("未払い", Tenant::reason);
            assertThat(operations.signIn.stage(open.token())).isEmpty();
            assertThat(operations.signIn.end(open.token()).map(SessionEnd::by)).contains("運営太郎");
            assertThat(tokens.caller(token, "r")).isEmpty();
            assertThat(refusal(() -> operations.enter("A1533601", password))).isEqualTo("signin.company-closed");
            assertThat(refusal(() -> operations.enter("A1533601", "wrong"))).as("tells strangers nothing").isEqualTo("signin.refused");
        }

        move(tenant, TenantState.ACTIVE);
        assertThat(operations.enter("A1533601", password)).isNotNull();
        assertThat(tokens.caller(token, "r")).isPresent();
        assertThat(operations.history(tenant.id().value()))
                .containsExactly("tenant.created", "tenant.suspended", "tenant.closed", "tenant.opened");
    }

    @Test
    void aSessionThatSlippedInWhileTheCompanyWasShutOpensNothing() {
        Tenant tenant = operations.create("A15336", "甲");
        transactions.run(entities -> {
            UserRow user = entities.find(UserRow.class, only(tenant).id().value());
            user.mustChangePassword = false;
        });
        Session session = operations.enter("A1533601", operations.mailedPassword("a15336@example.com"));
        assertThat(operations.signIn.caller(session.token(), "r")).isPresent();
        transactions.run(entities -> Sql.update(entities, "update tenant set state = 'SUSPENDED' where id = ?", tenant.id().value()));

        assertThat(operations.signIn.caller(session.token(), "r")).isEmpty();
    }

    @Test
    void theOperatorsDoNotShutThemselvesOut() {
        long version = tenants.show(operator, operator.tenant()).version();
        assertThat(refusal(() -> tenants.move(operator, operator.tenant(), version, TenantState.CLOSED, ""))).isEqualTo("tenant.own");
    }

    @Test
    void aTierThatIsDroppedInCanBeAssignedAtOnceAndMayGoAgain() {
        Tenant tenant = operations.create("A15336", "甲");
        operations.tier("golden", 7, 1);

        Tenant changed = tenants.change(operator, tenant.id(), tenant.version(), form("甲", "golden"));
        assertThat(changed.plan()).isEqualTo("golden");

        operations.plugins.tiers().remove("golden");
        Tenant renamed = tenants.change(operator, tenant.id(), changed.version(), form("甲改め乙", "golden"));
        assertThat(renamed.name()).isEqualTo("甲改め乙");
        assertThat(operations.enter("A1533601", operations.mailedPassword("a15336@example.com"))).isNotNull();
    }

    @Test
    void aChangeMadeOnAnOldVersionIsRefused() {
        Tenant tenant = operations.create("A15336", "甲");
        tenants.change(operator, tenant.id(), tenant.version(), form("乙", "standard"));

        assertThat(refusal(() -> tenants.change(operator, tenant.id(), tenant.version(), form("丙", "standard")))).isEqualTo("tenant.changed");
        assertThat(refusal(() -> tenants.move(operator, tenant.id(), tenant.version(), TenantState.CLOSED, ""))).isEqualTo("tenant.changed");
        assertThat(tenants.show(operator, tenant.id())).returns("乙", Tenant::name).returns(TenantState.ACTIVE, Tenant::state);
    }

    @Test
    void findsCompaniesByPartsOfCodeAndNamesPageByPage() {
        operations.create("A1", "株式会社アルファ");
        operations.create("A2", "ベータ有限会社");
        operations.create("B1", "ガンマ");

        assertThat(codes(new TenantQuery("ａ", Optional.empty(), Optional.empty(), Optional.empty(), 200))).contains("A1", "A2");
        assertThat(codes(new TenantQuery("あるふぁ", Optional.empty(), Optional.empty(), Optional.empty(), 200))).containsExactly("A1");
        assertThat(codes(new TenantQuery("%", Optional.empty(), Optional.empty(), Optional.empty(), 200))).isEmpty();
        assertThat(codes(new TenantQuery("", Optional.of(TenantState.CLOSED), Optional.empty(), Optional.empty(), 200))).isEmpty();

        var first = tenants.list(operator, new TenantQuery("", Optional.empty(), Optional.of("standard"), Optional.empty(), 2));
        assertThat(first.total()).isEqualTo(4);
        assertThat(first.tenants()).extracting(Tenant::code).containsExactly("A1", "A2");
        assertThat(codes(new TenantQuery("", Optional.empty(), Optional.empty(), first.next(), 2))).hasSize(2).contains("B1");
    }

    private List<String> codes(TenantQuery query) {
        return tenants.list(operator, query).tenants().stream().map(Tenant::code).toList();
    }

    @Test
    void companiesAreForOperatorsOnly() {
        Tenant tenant = operations.create("A15336", "甲");
        var administrator = new Caller(
                tenant.id(), only(tenant).id(), "a", only(tenant).permissions(), Locale.JAPANESE, "test");

        assertThat(refusal(() -> tenants.list(administrator, TenantQuery.ALL))).isEqualTo("permission.missing");
        assertThat(refusal(() -> tenants.show(administrator, tenant.id()))).isEqualTo("permission.missing");
        assertThat(refusal(() -> tenants.create(administrator, "B1", form("乙", "standard"), administrator("B1")))).isEqualTo("permission.missing");
        assertThat(refusal(() -> tenants.change(administrator, tenant.id(), 1, form("乙", "standard")))).isEqualTo("permission.missing");
        assertThat(refusal(() -> tenants.move(administrator, tenant.id(), 1, TenantState.CLOSED, ""))).isEqualTo("permission.missing");
        assertThat(refusal(() -> tenants.show(operator, TenantId.random()))).isEqualTo("tenant.unknown");
    }
}
