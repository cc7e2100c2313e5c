package io.fumikura.core.internal.account;

import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.model.UserRow;

/** Which step of signing in comes next. */
final class Stages {

    private Stages() {}

    static SignInStage next(UserRow user) {
        return user.mustChangePassword ? SignInStage.PASSWORD_CHANGE : SignInStage.FULL;
    }
}
