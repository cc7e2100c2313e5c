package io.fumikura.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.UserId;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The seals of users, for their administrators. Thread-safe. */
@ProviderType
public interface SealDesk {

    /** @throws PlatformException {@code user.unknown} */
    List<Seal> of(Caller caller, UserId user);

    /** The image as PNG, for the seal's owner and for administrators who see the owner. @throws PlatformException {@code seal.unknown} */
    byte[] image(Caller caller, UUID seal);

    /** Approves a seal: its image never changes any more. Nobody but an administrator who may change the user does so. */
    Seal approve(Caller caller, UUID seal);
}
