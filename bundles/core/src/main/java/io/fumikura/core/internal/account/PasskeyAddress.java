package io.fumikura.core.internal.account;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The one address whose pages may use passkeys: the public one. A passkey is bound to its host name for ever. */
final class PasskeyAddress {

    private final String host;
    private final String origin;
    private final boolean usable;

    PasskeyAddress(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        host = address.getHost().toLowerCase(Locale.ROOT);
        boolean implied = address.getPort() < 0 || address.getPort() == (scheme.equals("https") ? 443 : 80);
        origin = scheme + "://" + host + (implied ? "" : ":" + address.getPort());
        // Browsers want a secure context, and no bare network address (WebAuthn level 2, 5.1.3).
        boolean local = host.equals("localhost") || host.endsWith(".localhost");
        usable = !host.startsWith("[") && !host.matches("[0-9.]+") && (scheme.equals("https") || local);
    }

    /**
     * Refuses before the browser would, which can't say why.
     *
     * @param page origin of the page; empty when it is not known
     * @throws PlatformException {@code passkey.address}, {@code passkey.unavailable}
     */
    void require(String page) {
        if (!usable) {
            throw new PlatformException(
                    Category.CONFLICT,
                    "passkey.unavailable",
                    "Browsers have no passkeys for " + origin + ". Set publicUrl in etc/io.fumikura.core.cfg to an address with https and a host name.",
                    Map.of("address", origin),
                    null);
        }
        if (!page.isEmpty() && !page.equals(origin)) {
            throw new PlatformException(
                    Category.CONFLICT,
                    "passkey.address",
                    "Passkeys belong to " + origin + ". Open the page there, not at " + page + ".",
                    Map.of("address", origin),
                    null);
        }
    }

    RelyingParty party(CredentialRepository passkeys) {
        return RelyingParty.builder()
                .identity(RelyingPartyIdentity.builder().id(host).name("Fumikura").build())
                .credentialRepository(passkeys)
                .origins(Set.of(origin))
                .build();
    }
}
