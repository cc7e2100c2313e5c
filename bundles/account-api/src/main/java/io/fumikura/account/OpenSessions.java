package io.fumikura.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Who is signed in where. Thread-safe. */
@ProviderType
public interface OpenSessions {

    /** The caller's own, the most recently used first. */
    List<OpenSession> own(Caller caller);

    /**
     * Those of the caller's company, for a group administrator those of the users whom he may change, for an operator those of all companies; the
     * most recently used first, at most 1,000.
     *
     * @throws PlatformException {@code permission.missing} unless the caller is an administrator or operator
     */
    List<OpenSession> all(Caller caller);

    /**
     * Signs a session out; whoever sits there is told at the next click. Own ones, and those that {@link #all} shows.
     *
     * @throws PlatformException {@code session.unknown} for one that is over, or not the caller's to end
     */
    void end(Caller caller, UUID session);

    /** Ends all of the caller's own but the one that the request came with. @return how many */
    int endOthers(Caller caller);

    /**
     * A session as shown in lists.
     *
     * @param present whether it is the one that the request came with
     */
    record OpenSession(
            UUID id,
            UserId user,
            String loginId,
            String name,
            String mail,
            String tenantName,
            Client client,
            Instant created,
            Instant seen,
            Instant expires,
            SignInStage stage,
            boolean present) {}
}
