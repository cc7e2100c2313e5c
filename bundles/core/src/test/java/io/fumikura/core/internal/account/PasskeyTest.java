package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.PasskeySteps.Challenge;
import io.fumikura.account.Passkeys.Passkey;
import io.fumikura.account.PasswordRule.Policy;
import io.fumikura.account.Permission;
import io.fumikura.account.Session;
import io.fumikura.account.SignInRules;
import io.fumikura.account.SignInStage;
import io.fumikura.account.SignInSteps.Enrolled;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.persistence.Sql;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class PasskeyTest extends AccountTest {

    private static final String PAGE = "https://fumikura.example.com";

    private Caller hanako;
    private Authenticator phone;

    @BeforeEach
    void hire() throws Exception {
        hanako = hire("花子");
        phone = new Authenticator();
    }

    private List<String> add(Caller caller, String name, Authenticator device) throws Exception {
        return passkeys.add(caller, name, device.create(passkeys.start(caller, PAGE)));
    }

    private Session enterBy(Authenticator device) throws Exception {
        Challenge challenge = passkeySteps.startSignIn(PAGE, OFFICE);
        return passkeySteps.signIn(challenge.secret(), device.get(challenge.options()), false, OFFICE);
    }

    private Session answer(Session limited, Authenticator device) throws Exception {
        return passkeySteps.answer(limited.token(), device.get(passkeySteps.startAnswer(limited.token(), PAGE)));
    }

    private SignInStage stage(Session session) {
        return signIn.stage(session.token()).orElseThrow();
    }

    private void require() {
        rules.change(hire("部長", Permission.TENANT_ADMINISTRATOR), new SignInRules(Policy.MODERN, true, 720, 30, 0));
    }

    @Test
    void aPasskeySignsInWithoutAPasswordAndCountsAsBothFactors() throws Exception {
        Caller caller = present(enter(hanako));
        assertThat(passkeys.list(caller)).isEmpty();
        assertThat(add(caller, " 私の電話 ", phone)).hasSize(10);
        assertThat(passkeys.list(caller)).singleElement().satisfies(passkey -> {
            assertThat(passkey.name()).isEqualTo("私の電話");
            assertThat(passkey.created()).isEqualTo(now);
            assertThat(passkey.lastUsed()).isEmpty();
        });
        now = now.plus(Duration.ofDays(1));

        Session session = enterBy(phone);

        assertThat(stage(session)).isEqualTo(SignInStage.FULL);
        assertThat(present(session).user()).isEqualTo(hanako.user());
        assertThat(passkeys.list(caller).get(0).lastUsed()).contains(now);
        assertThat(actions("factor.passkey")).containsExactly("factor.passkey-added");
    }

    @Test
    void afterThePasswordThePasskeyIsTheSecondFactor() throws Exception {
        add(present(enter(hanako)), "電話", phone);
        Session limited = enter(hanako);

        assertThat(stage(limited)).isEqualTo(SignInStage.SECOND_FACTOR);
        assertThat(steps.step(limited.token()).hasPasskey()).isTrue();
        assertThat(steps.step(limited.token()).hasApp()).isFalse();
        assertThat(code(() -> steps.startTotp(limited.token()))).isEqualTo("factor.present");
        assertThat(code(() -> passkeySteps.startFirst(limited.token(), PAGE))).isEqualTo("factor.present");
        phone.verifies = false;
        assertThat(stage(answer(limited, phone))).isEqualTo(SignInStage.FULL);
    }

    @Test
    void recoveryCodesStandInForALostPasskey() throws Exception {
        Caller caller = present(enter(hanako));
        List<String> codes = add(caller, "電話", phone);
        assertThat(add(caller, "鍵", new Authenticator())).as("those of before stay good").isEmpty();
        Session limited = enter(hanako);

        assertThat(stage(steps.answerSecondFactor(limited.token(), codes.get(0)))).isEqualTo(SignInStage.FULL);
    }

    @Test
    void signingInAsksForThePinOrFingerprint() throws Exception {
        add(present(enter(hanako)), "電話", phone);
        phone.verifies = false;

        assertThat(code(() -> enterBy(phone))).isEqualTo("passkey.refused");
    }

    @Test
    void anAnswerIsGoodOnceForTheBrowserThatAskedAndForFiveMinutes() throws Exception {
        add(present(enter(hanako)), "電話", phone);
        Challenge challenge = passkeySteps.startSignIn(PAGE, OFFICE);
        Challenge other = passkeySteps.startSignIn(PAGE, OFFICE);
        String answer = phone.get(challenge.options());

        assertThat(code(() -> passkeySteps.signIn(other.secret(), answer, false, OFFICE))).isEqualTo("passkey.refused");
        assertThat(code(() -> passkeySteps.signIn(challenge.secret(), answer, false, OFFICE))).isEqualTo("done");
        assertThat(code(() -> passkeySteps.signIn(challenge.secret(), answer, false, OFFICE))).isEqualTo("passkey.refused");

        Challenge late = passkeySteps.startSignIn(PAGE, OFFICE);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(code(() -> passkeySteps.signIn(late.secret(), phone.get(late.options()), false, OFFICE))).isEqualTo("passkey.refused");

        Challenge early = passkeySteps.startSignIn(PAGE, OFFICE);
        now = now.minus(Duration.ofHours(1));
        assertThat(code(() -> passkeySteps.signIn(early.secret(), phone.get(early.options()), false, OFFICE)))
                .as("after the clock was put back")
                .isEqualTo("passkey.refused");
    }

    @Test
    void theAnswerOfOneSessionIsNoneForAnother() throws Exception {
        add(present(enter(hanako)), "電話", phone);
        Session first = enter(hanako);
        Session second = enter(hanako);
        String answer = phone.get(passkeySteps.startAnswer(first.token(), PAGE));
        passkeySteps.startAnswer(second.token(), PAGE);

        assertThat(code(() -> passkeySteps.answer(second.token(), answer))).isEqualTo("passkey.refused");
        assertThat(code(() -> passkeySteps.answer(first.token(), answer))).isEqualTo("done");
    }

    @Test
    void aRefusedNewPasskeyUsesUpItsChallengeToo() throws Exception {
        Caller caller = present(enter(hanako));
        String options = passkeys.start(caller, PAGE);
        phone.origin = "https://fumikura.example.org";
        String elsewhere = phone.create(options);
        phone.origin = PAGE;
        String good = phone.create(options);

        assertThat(code(() -> passkeys.add(caller, "電話", elsewhere))).isEqualTo("passkey.refused");
        assertThat(code(() -> passkeys.add(caller, "電話", good))).isEqualTo("passkey.refused");
        assertThat(code(() -> passkeys.add(caller, "電話", "{}"))).isEqualTo("passkey.refused");
        assertThat(passkeys.list(caller)).isEmpty();
    }

    @Test
    void aCounterThatGoesBackIsRefusedAndWrittenDown() throws Exception {
        add(present(enter(hanako)), "電話", phone);
        phone.counter = 7;
        enterBy(phone);
        phone.counter = 5;

        assertThat(code(() -> enterBy(phone))).isEqualTo("passkey.counter");
        assertThat(actions("signin.failed")).hasSize(1);
        phone.counter = 8;
        assertThat(stage(enterBy(phone))).isEqualTo(SignInStage.FULL);
    }

    @Test
    void aPageAtAnotherAddressIsToldWherePasskeysWork() {
        Caller caller = present(enter(hanako));

        assertThat(code(() -> passkeys.start(caller, "https://192.0.2.7"))).isEqualTo("passkey.address");
        assertThat(code(() -> passkeySteps.startSignIn("http://fumikura.example.com", OFFICE))).isEqualTo("passkey.address");
        assertThat(code(() -> passkeys.start(caller, ""))).isEqualTo("done");
        for (String address : List.of("http://fumikura.example.com", "https://192.0.2.7", "https://[2001:db8::1]:8443")) {
            assertThat(code(() -> new Ceremonies(new PublicUrl(address)).requireAddress(""))).isEqualTo("passkey.unavailable");
        }
        assertThat(code(() -> new Ceremonies(new PublicUrl("http://localhost:8181")).requireAddress("http://localhost:8181"))).isEqualTo("done");
        assertThat(code(() -> new Ceremonies(new PublicUrl("https://FUMIKURA.example.com:443/x")).requireAddress(PAGE))).isEqualTo("done");
    }

    @Test
    void aSignatureForAnotherAddressIsRefused() throws Exception {
        add(present(enter(hanako)), "電話", phone);
        phone.origin = "https://evil.example.com";
        assertThat(code(() -> enterBy(phone))).isEqualTo("passkey.refused");
        phone.origin = PAGE;
        phone.host = "example.com";
        assertThat(code(() -> enterBy(phone))).isEqualTo("passkey.refused");
        phone.host = "fumikura.example.com";
        assertThat(code(() -> enterBy(phone))).isEqualTo("done");
    }

    @Test
    void nobodyElsesPasskeyIsTheSecondFactor() throws Exception {
        add(present(enter(hanako)), "電話", phone);
        Authenticator foreign = new Authenticator();
        add(present(enter(hire("太郎"))), "鍵", foreign);
        Session limited = enter(hanako);

        assertThat(code(() -> answer(limited, foreign))).isEqualTo("passkey.refused");
        assertThat(code(() -> enterBy(new Authenticator()))).as("one that is not registered").isEqualTo("passkey.refused");
    }

    @Test
    void fiveRefusedPasskeysLockTheSecondFactorAsCodesDo() throws Exception {
        List<String> codes = add(present(enter(hanako)), "電話", phone);
        Session limited = enter(hanako);
        phone.origin = "https://evil.example.com";
        for (int i = 0; i < 5; i++) {
            assertThat(code(() -> answer(limited, phone))).isEqualTo("passkey.refused");
        }
        phone.origin = PAGE;

        assertThat(code(() -> answer(limited, phone))).isEqualTo("signin.locked");
        assertThat(code(() -> steps.answerSecondFactor(limited.token(), codes.get(0)))).isEqualTo("signin.locked");
        assertThat(stage(enterBy(phone))).as("who needs no second factor is not locked out").isEqualTo(SignInStage.FULL);
    }

    @Test
    void anAnswerThatComesTooLateIsNoFailureOfTheFactor() throws Exception {
        add(present(enter(hanako)), "電話", phone);
        for (int i = 0; i < 6; i++) {
            Session limited = enter(hanako);
            String options = passkeySteps.startAnswer(limited.token(), PAGE);
            now = now.plus(Duration.ofMinutes(5));
            assertThat(code(() -> passkeySteps.answer(limited.token(), phone.get(options)))).isEqualTo("passkey.refused");
        }

        assertThat(actions("signin.failed")).isEmpty();
        assertThat(stage(answer(enter(hanako), phone))).isEqualTo(SignInStage.FULL);
    }

    @Test
    void whoIsLockedOrDeletedStaysOut() throws Exception {
        add(present(enter(hanako)), "電話", phone);
        change(hanako, user -> user.state = "LOCKED");
        assertThat(code(() -> enterBy(phone))).isEqualTo("passkey.refused");
        change(hanako, user -> {
            user.state = "INVITED";
            user.mustChangePassword = true;
            user.initialExpires = now.plus(Duration.ofDays(7));
        });
        assertThat(stage(enterBy(phone))).isEqualTo(SignInStage.PASSWORD_CHANGE);
        now = now.plus(Duration.ofDays(7));
        assertThat(code(() -> enterBy(phone))).isEqualTo("signin.initial-expired");
    }

    @Test
    void whereAFactorIsRequiredAPasskeyMayBeTheFirst() throws Exception {
        require();
        Session limited = enter(hanako);
        String options = passkeySteps.startFirst(limited.token(), PAGE);
        Enrolled enrolled = passkeySteps.addFirst(limited.token(), "電話", phone.create(options));

        assertThat(enrolled.recoveryCodes()).hasSize(10);
        assertThat(stage(enrolled.session())).isEqualTo(SignInStage.FULL);
        assertThat(stage(enterBy(phone))).isEqualTo(SignInStage.FULL);
    }

    @Test
    void removingTheLastFactorWhereOneIsRequiredAsksForANewOne() throws Exception {
        Session session = enter(hanako);
        Caller caller = present(session);
        add(caller, "電話", phone);
        add(caller, "鍵", new Authenticator());
        require();
        passkeys.remove(caller, passkeys.list(caller).get(1).id());
        assertThat(stage(session)).isEqualTo(SignInStage.FULL);

        passkeys.remove(caller, passkeys.list(caller).get(0).id());

        assertThat(signIn.caller(session.token(), "r")).isEmpty();
        assertThat(stage(session)).isEqualTo(SignInStage.SECOND_FACTOR);
        assertThat(steps.step(session.token()).hasFactor()).isFalse();
        assertThat(account.state(hanako).recoveryCodes()).isZero();
        Enrolled enrolled = passkeySteps.addFirst(
                session.token(), "新しい鍵", phone.create(passkeySteps.startFirst(session.token(), PAGE)));
        assertThat(stage(enrolled.session())).isEqualTo(SignInStage.FULL);
        assertThat(actions("factor.passkey-removed")).hasSize(2);
    }

    @Test
    void changesAskForAPasskeyOrPasswordOnceMore() throws Exception {
        Caller caller = present(enter(hanako));
        add(caller, "電話", phone);
        Passkey passkey = passkeys.list(caller).get(0);
        now = now.plus(Duration.ofMinutes(10));
        assertThat(code(() -> passkeys.start(caller, PAGE))).isEqualTo("signin.confirm");
        assertThat(code(() -> passkeys.remove(caller, passkey.id()))).isEqualTo("signin.confirm");
        assertThat(code(() -> passkeys.start(hanako, PAGE))).as("with an API token").isEqualTo("signin.confirm");

        phone.verifies = false;
        assertThat(code(() -> passkeys.confirm(caller, phone.get(passkeys.startConfirmation(caller, PAGE)))))
                .as("a touch alone, of whoever holds the key")
                .isEqualTo("passkey.refused");
        phone.verifies = true;
        passkeys.confirm(caller, phone.get(passkeys.startConfirmation(caller, PAGE)));
        passkeys.remove(caller, passkey.id());
        assertThat(passkeys.list(caller)).isEmpty();
        assertThat(code(() -> passkeys.startConfirmation(caller, PAGE))).isEqualTo("factor.missing");
    }

    @Test
    void passkeysHaveNamesAndBelongToTheirOwner() throws Exception {
        Caller caller = present(enter(hanako));
        add(caller, "電話", phone);
        Passkey passkey = passkeys.list(caller).get(0);
        Caller stranger = present(enter(hire("太郎")));

        passkeys.rename(caller, passkey.id(), "仕事の電話");
        assertThat(passkeys.list(caller)).extracting(Passkey::name).containsExactly("仕事の電話");
        assertThat(code(() -> passkeys.rename(caller, passkey.id(), " "))).isEqualTo("passkey.name");
        assertThat(code(() -> passkeys.rename(stranger, passkey.id(), "私の"))).isEqualTo("passkey.unknown");
        assertThat(code(() -> passkeys.remove(stranger, passkey.id()))).isEqualTo("passkey.unknown");
        assertThat(passkeys.list(stranger)).isEmpty();
        assertThat(passkeys.start(caller, PAGE)).as("a device is not added twice").contains("excludeCredentials");
        assertThat(actions("factor.passkey")).containsExactly("factor.passkey-added", "factor.passkey-renamed");
    }

    @Test
    void nobodyHasMoreThanTwenty() throws Exception {
        Caller caller = present(enter(hanako));
        for (int i = 0; i < 20; i++) {
            add(caller, "鍵" + i, new Authenticator());
        }
        assertThat(code(() -> passkeys.start(caller, PAGE))).isEqualTo("passkey.too-many");
    }

    @Test
    void whatWasBegunBeforeTheTwentiethIsTooManyAfterIt() throws Exception {
        Caller caller = present(enter(hanako));
        Caller beside = present(enter(hanako));
        for (int i = 0; i < 19; i++) {
            add(caller, "鍵" + i, new Authenticator());
        }
        String options = passkeys.start(beside, PAGE);
        add(caller, "二十個目", new Authenticator());

        assertThat(code(() -> passkeys.add(beside, "多すぎ", phone.create(options)))).isEqualTo("passkey.too-many");
        assertThat(passkeys.list(caller)).hasSize(20);
    }

    @Test
    void theOwnerIsToldOfEachPasskeyThatComesOrGoes() throws Exception {
        Caller caller = present(enter(hanako));
        add(caller, "電話", phone);
        passkeys.remove(caller, passkeys.list(caller).get(0).id());
        require();
        Session limited = enter(hanako);
        passkeySteps.addFirst(limited.token(), "最初の鍵", new Authenticator().create(passkeySteps.startFirst(limited.token(), PAGE)));

        assertThat(mails("factor-added")).satisfiesExactly(
                first -> assertThat(first).contains("花子 様", "パスキー「電話」", "2026/04/01 09:00", "https://fumikura.example.com/settings/security"),
                second -> assertThat(second).contains("パスキー「最初の鍵」"));
        assertThat(mails("factor-removed")).singleElement().asString().contains("パスキー「電話」");
        assertThat(code(() -> passkeys.add(caller, "電話\n続き", "{}"))).isEqualTo("passkey.name");
    }

    @Test
    void oneAddressMayNotTryForEver() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(code(() -> enterBy(new Authenticator()))).isEqualTo("passkey.refused");
        }
        assertThat(code(() -> enterBy(phone))).isEqualTo("signin.too-many");
    }

    @Test
    void whatIsStoredOpensNothing() throws Exception {
        Challenge challenge = passkeySteps.startSignIn(PAGE, OFFICE);

        List<String> stored = transactions.read(
                entities -> Sql.query(entities, "select holder from passkey_challenge", row -> row.getString(1)));
        assertThat(stored).hasSize(1).doesNotContain(challenge.secret());
        assertThat(challenge.toString()).doesNotContain(challenge.secret());
    }
}
