package io.fumikura.core.internal.account;

import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.model.SessionRow;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;

/** Which step of signing in comes next. */
final class Stages {

    private Stages() {}

    static SignInStage next(EntityManager entities, UserRow user, SessionRow session, TermsTexts terms) {
        if (user.mustChangePassword) {
            return SignInStage.PASSWORD_CHANGE;
        }
        if (!session.factorGiven && asksForFactor(entities, user)) {
            return SignInStage.SECOND_FACTOR;
        }
        return terms.pending(entities, user).isEmpty() ? SignInStage.FULL : SignInStage.TERMS;
    }

    private static boolean asksForFactor(EntityManager entities, UserRow user) {
        return Factors.has(entities, user.id) || Factors.isRequired(entities, user);
    }
}
