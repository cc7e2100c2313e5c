package io.fumikura.core.internal.history;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A time stamp whose signature was verified: when, and by whose key. */
record Stamp(Instant at, X509Certificate signer) {

    /**
     * Verifies a token over SHA-256 of the data with the certificate inside of it. Whether that certificate is to be trusted is another question.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Stamp verify(byte[] token, byte[] data) {
        try {
            return checked(token, data);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (TSPException | CMSException | IOException | OperatorCreationException | CertificateException | RuntimeException e) {
            // Bouncy Castle throws all kinds of things at damaged bytes.
            throw new IllegalArgumentException("The time stamp is not valid: " + e.getMessage(), e);
        }
    }

    private static Stamp checked(byte[] token, byte[] data)
            throws TSPException, CMSException, IOException, OperatorCreationException, CertificateException {
        var stamp = new TimeStampToken(new CMSSignedData(token));
        var info = stamp.getTimeStampInfo();
        if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                || !Arrays.equals(info.getMessageImprintDigest(), Hashes.of(data))) {
            throw new IllegalArgumentException("The time stamp is of something else.");
        }
        Collection<X509CertificateHolder> found = stamp.getCertificates().getMatches(stamp.getSID());
        if (found.size() != 1) {
            throw new IllegalArgumentException("The time stamp holds " + found.size() + " certificates of its signer.");
        }
        X509CertificateHolder holder = found.iterator().next();
        stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(holder));
        return new Stamp(info.getGenTime().toInstant(), new JcaX509CertificateConverter().getCertificate(holder));
    }

    /** SHA-256 of the certificate, in hexadecimal digits. */
    String keyId() {
        try {
            return HexFormat.of().formatHex(Hashes.of(signer.getEncoded()));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
