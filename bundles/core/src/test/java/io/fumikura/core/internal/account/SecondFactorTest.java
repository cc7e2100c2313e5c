package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.PasswordRule.Policy;
import io.fumikura.account.Permission;
import io.fumikura.account.SecondFactors.Held;
import io.fumikura.account.SecondFactors.TotpSeed;
import io.fumikura.account.Session;
import io.fumikura.account.SignInRules;
import io.fumikura.account.SignInStage;
import io.fumikura.account.SignInSteps.Enrolled;
import io.fumikura.account.SignInSteps.PasswordDue;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.record.Company;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SecondFactorTest extends AccountTest {

    private Caller hanako;

    @BeforeEach
    void hire() {
        hanako = hire("花子");
    }

    private Session enter() {
        return enter(hanako);
    }

    /** What an authenticator app would show. */
    private String shown(TotpSeed seed) {
        var bits = new StringBuilder();
        for (char c : seed.secret().toCharArray()) {
            String five = Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c));
            bits.append("0".repeat(5 - five.length())).append(five);
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return Totp.code(bytes, now.getEpochSecond() / 30, 6);
    }

    private record Added(TotpSeed seed, List<String> codes) {}

    private Added add() {
        Caller caller = present(enter());
        TotpSeed seed = account.startTotp(caller);
        List<String> codes = account.addTotp(caller, shown(seed));
        now = now.plusSeconds(60);
        return new Added(seed, codes);
    }

    @Test
    void afterThePasswordACodeIsAskedFor() {
        Added added = add();
        Session limited = enter();

        assertThat(signIn.stage(limited.token())).contains(SignInStage.SECOND_FACTOR);
        assertThat(signIn.caller(limited.token(), "r")).isEmpty();
        assertThat(steps.step(limited.token()).hasFactor()).isTrue();
        assertThat(code(() -> steps.answerSecondFactor(limited.token(), "000000"))).isEqualTo("factor.code-wrong");
        Session full = steps.answerSecondFactor(limited.token(), " " + shown(added.seed()).substring(0, 3) + " " + shown(added.seed()).substring(3));
        assertThat(signIn.stage(full.token())).contains(SignInStage.FULL);
    }

    @Test
    void aForcedChangeSaysWhy() {
        change(hanako, user -> {
            user.state = "INVITED";
            user.mustChangePassword = true;
            user.initialExpires = now.plus(Duration.ofDays(7));
        });
        assertThat(steps.step(enter().token()).passwordDue()).isEqualTo(PasswordDue.INITIAL);
        change(hanako, user -> user.state = "ACTIVE");
        assertThat(steps.step(enter().token()).passwordDue()).isEqualTo(PasswordDue.REISSUED);
        change(hanako, user -> {
            user.initialExpires = null;
            user.mustChangePassword = false;
        });
        add();
        change(hanako, user -> user.passwordNeedsFactor = true);
        account.reset(hire("部長", Permission.TENANT_ADMINISTRATOR), hanako.user());
        assertThat(signIn.stage(enter().token())).contains(SignInStage.PASSWORD_CHANGE);
        assertThat(steps.step(enter().token()).passwordDue()).isEqualTo(PasswordDue.TOO_SHORT);
    }

    @Test
    void theOwnerIsToldWhenTheAppComesOrGoes() {
        change(hanako, user -> user.language = "en");
        Added added = add();
        Caller caller = present(steps.answerSecondFactor(enter().token(), shown(added.seed())));
        account.removeTotp(caller);
        account.removeTotp(caller);

        assertThat(mails("factor-added")).singleElement().asString().contains("Authenticator app", "2026-04-01");
        assertThat(mails("factor-removed")).as("nothing was removed twice").hasSize(1);
    }

    @Test
    void aCodeOpensOneSessionOnly() {
        Added added = add();
        Session first = enter();
        Session second = enter();
        steps.answerSecondFactor(first.token(), shown(added.seed()));

        assertThat(code(() -> steps.answerSecondFactor(second.token(), shown(added.seed())))).isEqualTo("factor.code-wrong");
        now = now.plusSeconds(30);
        assertThat(code(() -> steps.answerSecondFactor(second.token(), shown(added.seed())))).isEqualTo("done");
    }

    @Test
    void fiveWrongCodesLockWhateverTheSession() {
        Added added = add();
        for (int i = 0; i < 5; i++) {
            Session session = enter();
            assertThat(code(() -> steps.answerSecondFactor(session.token(), "000000"))).isEqualTo("factor.code-wrong");
        }
        Session session = enter();
        assertThat(code(() -> steps.answerSecondFactor(session.token(), shown(added.seed())))).isEqualTo("signin.locked");
        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);
        assertThat(code(() -> steps.answerSecondFactor(session.token(), shown(added.seed())))).isEqualTo("done");
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndOnlyHashesAreStored() {
        Added added = add();
        String recovery = added.codes().get(3);
        assertThat(added.codes()).hasSize(10).doesNotHaveDuplicates().allMatch(c -> c.matches("[A-Z2-9]{5}-[A-Z2-9]{5}"));
        Session first = enter();
        Session second = enter();

        assertThat(code(() -> steps.answerSecondFactor(first.token(), recovery.toLowerCase().replace("-", " ")))).isEqualTo("done");
        assertThat(code(() -> steps.answerSecondFactor(second.token(), recovery))).isEqualTo("factor.code-wrong");
        assertThat(account.state(hanako).recoveryCodes()).isEqualTo(9);
        String stored = transactions.read(entities -> Sql.query(
                        entities,
                        "select code_hash as text from recovery_code union all select seed_encrypted as text from totp_factor",
                        row -> row.getString(1))
                .toString());
        assertThat(stored).doesNotContain(added.codes().get(0).replace("-", "")).doesNotContain(added.seed().secret());
    }

    @Test
    void anAppCountsOnlyOnceItHasShownACode() {
        Caller caller = present(enter());
        TotpSeed forgotten = account.startTotp(caller);
        TotpSeed seed = account.startTotp(caller);

        assertThat(seed.uri()).startsWith("otpauth://totp/Fumikura:").contains("secret=" + seed.secret(), "issuer=Fumikura");
        assertThat(code(() -> account.addTotp(caller, shown(forgotten)))).isEqualTo("factor.code-wrong");
        assertThat(signIn.stage(enter().token())).contains(SignInStage.FULL);
        assertThat(code(() -> account.addTotp(caller, shown(seed)))).isEqualTo("done");
        assertThat(code(() -> account.startTotp(caller))).isEqualTo("factor.present");
    }

    @Test
    void changesAskForThePasswordOrACodeOnceMore() {
        Caller caller = present(enter());
        now = now.plus(Duration.ofMinutes(10));
        assertThat(code(() -> account.startTotp(caller))).isEqualTo("signin.confirm");
        assertThat(code(() -> account.confirm(caller, "falsch"))).isEqualTo("signin.confirm-wrong");
        account.confirm(caller, PASSWORD);
        assertThat(code(() -> account.startTotp(caller))).isEqualTo("done");

        assertThat(code(() -> account.startTotp(hanako))).as("without a session").isEqualTo("signin.confirm");
        for (int i = 0; i < 5; i++) {
            assertThat(code(() -> account.confirm(caller, "falsch"))).isEqualTo("signin.confirm-wrong");
        }
        assertThat(code(() -> account.confirm(caller, PASSWORD))).isEqualTo("signin.locked");
    }

    @Test
    void aCompanyMayAskForASecondFactor() {
        Caller boss = hire("部長", Permission.TENANT_ADMINISTRATOR);
        rules.change(boss, new SignInRules(Policy.MODERN, true, 720, 30, 0));
        Session limited = enter();

        assertThat(signIn.stage(limited.token())).contains(SignInStage.SECOND_FACTOR);
        assertThat(steps.step(limited.token()).hasFactor()).isFalse();
        TotpSeed seed = steps.startTotp(limited.token());
        assertThat(code(() -> steps.addTotp(limited.token(), "000000"))).isEqualTo("factor.code-wrong");
        Enrolled enrolled = steps.addTotp(limited.token(), shown(seed));
        assertThat(enrolled.recoveryCodes()).hasSize(10);
        assertThat(signIn.stage(enrolled.session().token())).contains(SignInStage.FULL);
    }

    @Test
    void whoeverHasAFactorCannotReplaceItBetweenPasswordAndCode() {
        add();
        Session limited = enter();

        assertThat(code(() -> steps.startTotp(limited.token()))).isEqualTo("factor.present");
        assertThat(code(() -> steps.addTotp(limited.token(), "000000"))).isEqualTo("factor.code-wrong");
    }

    @Test
    void aShortPasswordNeedsTheFactorToStay() {
        Added added = add();
        Caller caller = present(steps.answerSecondFactor(enter().token(), shown(added.seed())));
        var users = new TenantUsers(transactions, sessions, notices(), clock);
        users.changePassword(caller, PASSWORD, "kT9wq2Lm");
        assertThat(code(() -> account.removeTotp(caller))).isEqualTo("factor.password-short");

        users.changePassword(caller, "kT9wq2Lm", PASSWORD);
        account.removeTotp(caller);
        assertThat(account.state(caller).totpSince()).isEmpty();
        assertThat(account.state(caller).recoveryCodes()).isZero();
        assertThat(signIn.stage(enter().token())).contains(SignInStage.FULL);
        assertThat(code(() -> users.changePassword(caller, PASSWORD, "kT9wq2Lm"))).isEqualTo("password.weak");
    }

    @Test
    void removingTheAppWhereAFactorIsRequiredAsksForANewOne() {
        Added added = add();
        Session session = steps.answerSecondFactor(enter().token(), shown(added.seed()));
        rules.change(hire("部長", Permission.TENANT_ADMINISTRATOR), new SignInRules(Policy.MODERN, true, 720, 30, 0));
        account.removeTotp(present(session));

        assertThat(signIn.caller(session.token(), "r")).isEmpty();
        assertThat(signIn.stage(session.token())).contains(SignInStage.SECOND_FACTOR);
        TotpSeed seed = steps.startTotp(session.token());
        Enrolled enrolled = steps.addTotp(session.token(), shown(seed));
        assertThat(signIn.stage(enrolled.session().token())).contains(SignInStage.FULL);
    }

    @Test
    void anAdministratorHelpsWhoeverLostTheFactor() {
        add();
        Caller boss = hire("部長", Permission.TENANT_ADMINISTRATOR);
        Caller stranger = Company.found(transactions, "乙社").hire("他社の管理者", Permission.TENANT_ADMINISTRATOR);
        Caller operator = Company.found(transactions, "運営").hire("運営", Permission.OPERATOR);

        assertThat(code(() -> account.reset(hire("同僚"), hanako.user()))).isEqualTo("permission.missing");
        assertThat(code(() -> account.reset(stranger, hanako.user()))).isEqualTo("user.unknown");
        assertThat(code(() -> account.held(stranger, hanako.user()))).isEqualTo("user.unknown");
        assertThat(account.held(boss, hanako.user()).totpSince()).isPresent();
        account.reset(boss, hanako.user());

        assertThat(account.held(operator, hanako.user())).isEqualTo(new Held(Optional.empty(), List.of(), 0));
        assertThat(signIn.stage(enter().token())).contains(SignInStage.FULL);
        assertThat(code(() -> account.reset(boss, hanako.user()))).isEqualTo("factor.missing");
        assertThat(code(() -> account.reset(boss, boss.user()))).isEqualTo("user.self");
        assertThat(mails("factors-removed")).singleElement().asString().contains("部長", "花子", "https://fumikura.example.com/settings/security");
        assertThat(actions("factor.reset")).hasSize(1);
    }

    @Test
    void groupAdministratorsHelpInTheirGroupAndBelowOnly() {
        add();
        Caller boss = hire("部長", Permission.TENANT_ADMINISTRATOR);
        Place sales = group("営業", "/");
        Place below = group("営業一課", sales.path());
        Place other = group("総務", "/");
        Caller leader = hire("課長", Permission.GROUP_ADMINISTRATOR);
        put(leader, sales);
        put(hanako, other);
        assertThat(code(() -> account.reset(leader, hanako.user()))).isEqualTo("user.unknown");
        put(hanako, below);
        assertThat(code(() -> account.reset(leader, hanako.user()))).as("also elsewhere").isEqualTo("permission.missing");
        transactions.run(entities -> Sql.update(entities, "delete from user_group_member where group_id = ?", other.id().value()));

        account.reset(leader, hanako.user());
        assertThat(signIn.stage(enter().token())).contains(SignInStage.FULL);
    }

    @Test
    void whoseFactorIsRemovedChangesAPasswordThatIsShortWithoutIt() {
        Added added = add();
        Caller caller = present(steps.answerSecondFactor(enter().token(), shown(added.seed())));
        new TenantUsers(transactions, sessions, notices(), clock).changePassword(caller, PASSWORD, "kT9wq2Lm");
        account.reset(hire("部長", Permission.TENANT_ADMINISTRATOR), hanako.user());

        Session limited = signIn.signIn(mail(hanako), "kT9wq2Lm", false, OFFICE);
        assertThat(signIn.stage(limited.token())).contains(SignInStage.PASSWORD_CHANGE);
        assertThat(code(() -> steps.changePassword(limited.token(), "zP4xk8Rn"))).isEqualTo("password.weak");
        assertThat(signIn.stage(steps.changePassword(limited.token(), OTHER).token())).contains(SignInStage.FULL);
    }
}
