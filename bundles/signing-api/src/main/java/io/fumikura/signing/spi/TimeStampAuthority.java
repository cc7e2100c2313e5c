package io.fumikura.signing.spi;

import org.osgi.annotation.versioning.ConsumerType;

/** Says with a signature that something existed at a moment (RFC 3161). */
@ConsumerType
public interface TimeStampAuthority {

    /** Whom people ask for the time, e.g. the host of the authority; at most 200 characters. */
    String name();

    /**
     * Has a hash stamped. Called from any thread, outside of transactions; it may take seconds. The answer belongs to the request: granted, with
     * its hash and nonce, signed for time stamping only.
     *
     * @param algorithm of the hash as Java names it: {@code SHA-256}, {@code SHA-384} or {@code SHA-512}
     * @param hash the hash itself
     * @return a TimeStampToken with the authority's certificate, in DER
     * @throws TimeStampException when there is no stamp; nothing was done then
     */
    byte[] stamp(String algorithm, byte[] hash) throws TimeStampException;
}
