package io.fumikura.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.UserId;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * 署名操作代行: signers name colleagues who may operate their signatures; the history shows both. Only whoever has the permission to sign names
 * delegates, and they are gone when either of the two is deleted. Thread-safe.
 */
@ProviderType
public interface Delegates {

    /** Whom the caller named, by name. */
    List<Delegate> list(Caller caller);

    /** For whom the caller may operate, by name; only those who may still sign. */
    List<Delegate> signers(Caller caller);

    /**
     * Colleagues who could be named: of the tenant, able to sign in, not named yet; at most 50, by name.
     *
     * @param text part of user ID, name or mail address in any case and width; empty for all
     */
    List<Delegate> candidates(Caller caller, String text);

    /**
     * Names delegates in addition to those there are.
     *
     * @throws PlatformException {@code permission.missing} for those who don't sign; {@code user.unknown}; {@code delegate.self}; {@code
     *     delegate.too-many} over 20
     */
    List<Delegate> add(Caller caller, Set<UserId> users);

    /**
     * Takes a name off the list.
     *
     * @throws PlatformException {@code user.unknown} for one that does not stand there
     */
    List<Delegate> remove(Caller caller, UserId user);

    /** @param active whether the user can sign in at present */
    record Delegate(UserId id, String loginId, String name, boolean active) {}
}
